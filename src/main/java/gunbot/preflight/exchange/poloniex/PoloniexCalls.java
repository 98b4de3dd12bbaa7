package gunbot.preflight.exchange.poloniex;

import gunbot.preflight.exchange.AllowedCall;
import java.util.List;

/** All that may be sent to Poloniex. {@code DELETE /orders} without a number would cancel every order: it is not here. */
final class PoloniexCalls {
    private static final String HOST = "https://api.poloniex.com";

    static final AllowedCall TIME = AllowedCall.read("GET " + HOST + "/timestamp");
    static final AllowedCall ACCOUNTS = AllowedCall.read("GET " + HOST + "/accounts");
    static final AllowedCall BALANCES = AllowedCall.read("GET " + HOST + "/accounts/balances?accountType=SPOT");
    static final AllowedCall OPEN_ORDERS = AllowedCall.read("GET " + HOST + "/orders?limit=1");
    static final AllowedCall FUTURES_BALANCE = AllowedCall.read("GET " + HOST + "/v3/account/balance");

    // a number, since anything else is refused as malformed before any right is looked at
    static final AllowedCall CANCEL = AllowedCall.refusalProbe(
            "DELETE " + HOST + "/orders/1",
            "cancels one order by the number 1; the numbers of orders have 17 digits or more");
    static final AllowedCall FUTURES_CANCEL = AllowedCall.refusalProbe(
            "DELETE " + HOST + "/v3/trade/order {\"symbol\":\"BTC_USDT_PERP\",\"ordId\":\"1\"}",
            "cancels one futures order by the number 1; the numbers of orders have 17 digits or more");

    static final List<AllowedCall> ALL =
            List.of(TIME, ACCOUNTS, BALANCES, OPEN_ORDERS, CANCEL, FUTURES_BALANCE, FUTURES_CANCEL);

    private PoloniexCalls() {}
}
