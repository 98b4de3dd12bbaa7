package gunbot.preflight.exchange.binance;

import gunbot.preflight.exchange.AllowedCall;
import java.util.List;

/** All that may be sent to Binance. The testnet serves {@code /api} only: rights cannot be declared there. */
public final class BinanceCalls {
    private static final String LIVE = "https://api.binance.com";
    private static final String TESTNET = "https://testnet.binance.vision";
    /** What every signed call of the family has besides its own parameters. */
    public static final String TIMED = "recvWindow=5000&timestamp=<time>";

    public static final AllowedCall TIME = AllowedCall.read("GET " + LIVE + "/api/v3/time");
    public static final AllowedCall RESTRICTIONS =
            AllowedCall.read("GET " + LIVE + "/sapi/v1/account/apiRestrictions?" + TIMED);
    public static final AllowedCall ACCOUNT_INFO = AllowedCall.read("GET " + LIVE + "/sapi/v1/account/info?" + TIMED);
    static final AllowedCall TRADING_STATUS =
            AllowedCall.read("GET " + LIVE + "/sapi/v1/account/apiTradingStatus?" + TIMED);
    static final AllowedCall TESTNET_TIME = AllowedCall.read("GET " + TESTNET + "/api/v3/time");
    static final AllowedCall TESTNET_ACCOUNT =
            AllowedCall.read("GET " + TESTNET + "/api/v3/account?omitZeroBalances=true&" + TIMED);
    static final AllowedCall TESTNET_CANCEL = AllowedCall.refusalProbe(
            "DELETE " + TESTNET + "/api/v3/order?symbol=BTCUSDT&origClientOrderId=<uuid>&" + TIMED,
            "cancels on the test network an order with a client order id made for this request, which no order has");

    static final List<AllowedCall> ALL =
            List.of(TIME, RESTRICTIONS, ACCOUNT_INFO, TRADING_STATUS, TESTNET_TIME, TESTNET_ACCOUNT, TESTNET_CANCEL);

    private BinanceCalls() {}
}
