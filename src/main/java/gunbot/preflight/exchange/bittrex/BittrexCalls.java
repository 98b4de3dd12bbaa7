package gunbot.preflight.exchange.bittrex;

import gunbot.preflight.exchange.AllowedCall;
import java.util.List;

/**
 * All that may be sent in Bittrex's stead to an origin that is set on purpose. A withdrawal is never cancelled, though an
 * impossible one would tell the right to withdraw.
 */
final class BittrexCalls {
    private static final String V3 = "https://api.bittrex.com/v3";

    static final AllowedCall PING = AllowedCall.read("GET " + V3 + "/ping");
    static final AllowedCall BALANCES = AllowedCall.read("GET " + V3 + "/balances");
    static final AllowedCall ACCOUNT = AllowedCall.read("GET " + V3 + "/account");
    static final AllowedCall CANCEL = AllowedCall.refusalProbe(
            "DELETE " + V3 + "/orders/<uuid>", "cancels one order by an id made for this request, which no order has");

    static final List<AllowedCall> ALL = List.of(PING, BALANCES, ACCOUNT, CANCEL);

    private BittrexCalls() {}
}
