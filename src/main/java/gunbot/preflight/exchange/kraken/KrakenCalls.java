package gunbot.preflight.exchange.kraken;

import gunbot.preflight.exchange.AllowedCall;
import java.util.List;

/** All that may be sent to Kraken. Its private reads are POSTs with nothing but a nonce. */
final class KrakenCalls {
    private static final String PUBLIC = "GET https://api.kraken.com/0/public/";
    private static final String PRIVATE = "POST https://api.kraken.com/0/private/";

    static final AllowedCall TIME = AllowedCall.read(PUBLIC + "Time");
    static final AllowedCall KEY_INFO = AllowedCall.read(PRIVATE + "GetApiKeyInfo nonce=<nonce>");
    static final AllowedCall BALANCE = AllowedCall.read(PRIVATE + "Balance nonce=<nonce>");
    static final AllowedCall OPEN_ORDERS = AllowedCall.read(PRIVATE + "OpenOrders nonce=<nonce>");
    static final AllowedCall CLOSED_ORDERS = AllowedCall.read(PRIVATE + "ClosedOrders nonce=<nonce>");
    static final AllowedCall WITHDRAW_METHODS = AllowedCall.read(PRIVATE + "WithdrawMethods nonce=<nonce>");

    // the id has the form of a transaction id: digits alone would be read as a userref and cancel a group
    static final AllowedCall CANCEL = AllowedCall.refusalProbe(
            PRIVATE + "CancelOrder nonce=<nonce>&txid=OAAAAA-AAAAA-AAAAAA",
            "cancels by a transaction id that no order has; letters, so that it is never read as a userref");

    static final List<AllowedCall> ALL =
            List.of(TIME, KEY_INFO, BALANCE, OPEN_ORDERS, CLOSED_ORDERS, WITHDRAW_METHODS, CANCEL);

    private KrakenCalls() {}
}
