package gunbot.preflight.exchange.binancefutures;

import static gunbot.preflight.exchange.binance.BinanceCalls.TIMED;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.binance.BinanceCalls;
import gunbot.preflight.facts.Market;
import java.util.List;

/**
 * All that may be sent to Binance for its futures: what the spot host tells of every key, and what each of the futures
 * hosts answers. Of the test hosts two are in use for each market; a key of one is unknown to the other.
 */
final class BinanceFuturesCalls {
    static final AllowedCall TESTNET_TIME = AllowedCall.read("GET https://demo-fapi.binance.com/fapi/v1/time");
    static final AllowedCall TRADING_STATUS =
            AllowedCall.read("GET https://fapi.binance.com/fapi/v1/apiTradingStatus?symbol=BTCUSDT&" + TIMED);

    /**
     * What a futures host is asked.
     *
     * @param account tells whether the account may trade
     * @param cancel proves the right to trade where nothing is declared
     */
    record Host(AllowedCall account, AllowedCall cancel) {
        private static final String HARMLESS =
                "cancels one order by a client order id made for this request, which no order has";

        static Host usdM(String host) {
            return new Host(
                    AllowedCall.read("GET " + host + "/fapi/v1/accountConfig?" + TIMED),
                    AllowedCall.refusalProbe(
                            "DELETE " + host + "/fapi/v1/order?symbol=BTCUSDT&origClientOrderId=<uuid>&" + TIMED,
                            HARMLESS));
        }

        static Host coinM(String host) {
            return new Host(
                    AllowedCall.read("GET " + host + "/dapi/v1/account?" + TIMED),
                    AllowedCall.refusalProbe(
                            "DELETE " + host + "/dapi/v1/order?symbol=BTCUSD_PERP&origClientOrderId=<uuid>&" + TIMED,
                            HARMLESS));
        }
    }

    private static final Host USD_M = Host.usdM("https://fapi.binance.com");
    private static final Host COIN_M = Host.coinM("https://dapi.binance.com");

    /** The documented host first. */
    private static final List<Host> USD_M_TEST =
            List.of(Host.usdM("https://demo-fapi.binance.com"), Host.usdM("https://testnet.binancefuture.com"));

    private static final List<Host> COIN_M_TEST =
            List.of(Host.coinM("https://testnet.binancefuture.com"), Host.coinM("https://demo-dapi.binance.com"));

    static final List<AllowedCall> ALL = List.of(
            BinanceCalls.TIME,
            BinanceCalls.RESTRICTIONS,
            BinanceCalls.ACCOUNT_INFO,
            TESTNET_TIME,
            TRADING_STATUS,
            USD_M.account,
            USD_M.cancel,
            COIN_M.account,
            COIN_M.cancel,
            USD_M_TEST.get(0).account,
            USD_M_TEST.get(0).cancel,
            USD_M_TEST.get(1).account,
            USD_M_TEST.get(1).cancel,
            COIN_M_TEST.get(0).account,
            COIN_M_TEST.get(0).cancel,
            COIN_M_TEST.get(1).account,
            COIN_M_TEST.get(1).cancel);

    private BinanceFuturesCalls() {}

    static Host live(Market market) {
        return market == Market.DELIVERY ? COIN_M : USD_M;
    }

    static List<Host> test(Market market) {
        return market == Market.DELIVERY ? COIN_M_TEST : USD_M_TEST;
    }
}
