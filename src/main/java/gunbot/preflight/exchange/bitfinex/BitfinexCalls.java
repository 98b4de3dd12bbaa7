package gunbot.preflight.exchange.bitfinex;

import gunbot.preflight.exchange.AllowedCall;
import java.util.List;

/** All that may be sent to Bitfinex. Its private reads are POSTs; the nonce is in a header. */
final class BitfinexCalls {
    private static final String PRIVATE = "POST https://api.bitfinex.com/v2/auth";

    static final AllowedCall STATUS = AllowedCall.read("GET https://api-pub.bitfinex.com/v2/platform/status");
    static final AllowedCall PERMISSIONS = AllowedCall.read(PRIVATE + "/r/permissions {}");
    static final AllowedCall WALLETS = AllowedCall.read(PRIVATE + "/r/wallets {}");
    static final AllowedCall ORDERS = AllowedCall.read(PRIVATE + "/r/orders {}");

    static final AllowedCall CANCEL = AllowedCall.refusalProbe(
            PRIVATE + "/w/order/cancel {\"id\":1}",
            "cancels one order by the number 1, which was never an open order of this user");

    static final List<AllowedCall> ALL = List.of(STATUS, PERMISSIONS, WALLETS, ORDERS, CANCEL);

    private BitfinexCalls() {}
}
