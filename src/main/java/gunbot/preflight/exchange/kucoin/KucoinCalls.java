package gunbot.preflight.exchange.kucoin;

import gunbot.preflight.exchange.AllowedCall;
import java.util.List;

/** All that may be sent to KuCoin. */
final class KucoinCalls {
    private static final String HOST = "https://api.kucoin.com";

    static final AllowedCall TIME = AllowedCall.read("GET " + HOST + "/api/v1/timestamp");
    static final AllowedCall KEY_INFO = AllowedCall.read("GET " + HOST + "/api/v1/user/api-key");
    static final AllowedCall UNIFIED_KEY_INFO = AllowedCall.read("GET " + HOST + "/api/ua/v1/user/api-key");
    static final AllowedCall ACCOUNTS = AllowedCall.read("GET " + HOST + "/api/v1/accounts");

    // without an id this path would cancel every order of the symbol: the id is part of the pinned text
    static final AllowedCall CANCEL = AllowedCall.refusalProbe(
            "DELETE " + HOST + "/api/v1/hf/orders/000000000000000000000000?symbol=BTC-USDT",
            "cancels one order by an id of 24 zeros, which no order has");

    static final List<AllowedCall> ALL = List.of(TIME, KEY_INFO, UNIFIED_KEY_INFO, ACCOUNTS, CANCEL);

    private KucoinCalls() {}
}
