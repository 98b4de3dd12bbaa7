package gunbot.preflight.exchange.wrongtypes;

import gunbot.preflight.facts.Market;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.binance.BinanceStandIn;
import gunbot.preflight.standin.binancefutures.BinanceFuturesStandIn;
import gunbot.preflight.standin.bitfinex.BitfinexStandIn;
import gunbot.preflight.standin.bitmex.BitmexStandIn;
import gunbot.preflight.standin.bittrex.BittrexStandIn;
import gunbot.preflight.standin.cex.CexStandIn;
import gunbot.preflight.standin.coinbasepro.CoinbaseProStandIn;
import gunbot.preflight.standin.huobi.HuobiStandIn;
import gunbot.preflight.standin.kraken.KrakenStandIn;
import gunbot.preflight.standin.kucoin.KucoinStandIn;
import gunbot.preflight.standin.nash.NashStandIn;
import gunbot.preflight.standin.poloniex.PoloniexStandIn;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A way in which an exchange can be asked, so that its adapter reads answers which it does not read otherwise.
 *
 * @param exchange our id of it
 * @param name of the situation; "proved" where the exchange does not declare rights although it could
 * @param start makes the stand-in
 * @param prepare before each key
 * @param market what the key trades on; null for the exchange's usual one
 * @param clientId the user's number, where this way in needs one
 */
record Situation(
        String exchange,
        String name,
        Function<Clock, StandIn> start,
        Consumer<StandIn> prepare,
        Market market,
        String clientId) {
    static final String PROVED = "proved";

    private static final Consumer<StandIn> PLAIN = standIn -> {};
    private static final Consumer<StandIn> DECLARES_NOTHING = standIn -> standIn.offerDeclaration(false);

    static final List<Situation> ALL = List.of(
            of("binance", "live", BinanceStandIn::production, PLAIN),
            of("binance", "testnet", BinanceStandIn::testnet, PLAIN),
            of("binance-futures", "live", BinanceFuturesStandIn::production, PLAIN),
            of("binance-futures", PROVED, BinanceFuturesStandIn::production, DECLARES_NOTHING),
            of("binance-futures", "delivery", BinanceFuturesStandIn::production, PLAIN)
                    .on(Market.DELIVERY),
            of("binance-futures", PROVED, BinanceFuturesStandIn::production, DECLARES_NOTHING)
                    .on(Market.DELIVERY),
            of("bitfinex", "live", BitfinexStandIn::new, PLAIN),
            of("bitfinex", "booleans", BitfinexStandIn::new, s -> ((BitfinexStandIn) s).tellBooleans(true)),
            of("bitfinex", PROVED, BitfinexStandIn::new, DECLARES_NOTHING),
            of("bitfinex", "notified", BitfinexStandIn::new, s -> {
                s.offerDeclaration(false);
                ((BitfinexStandIn) s).notifyOfCancels(true);
            }),
            of("bitmex", "live", BitmexStandIn::new, PLAIN),
            of("bitmex", PROVED, BitmexStandIn::new, DECLARES_NOTHING),
            of("bittrex", "live", BittrexStandIn::new, PLAIN),
            of("cex", "current", CexStandIn::new, PLAIN),
            of("cex", "legacy", CexStandIn::new, PLAIN).by("up100200300"),
            of("coinbase-pro", "live", CoinbaseProStandIn::new, PLAIN),
            of("huobi", "live", HuobiStandIn::new, PLAIN),
            of("huobi", PROVED, HuobiStandIn::new, DECLARES_NOTHING),
            of("kraken", "live", KrakenStandIn::new, PLAIN),
            of("kraken", "documented", KrakenStandIn::new, s -> ((KrakenStandIn) s).useDocumentedSpelling(true)),
            of("kraken", PROVED, KrakenStandIn::new, DECLARES_NOTHING),
            of("kucoin", "live", KucoinStandIn::new, PLAIN),
            of("kucoin", "unified", KucoinStandIn::new, DECLARES_NOTHING),
            of("kucoin", PROVED, KucoinStandIn::new, s -> {
                s.offerDeclaration(false);
                s.answer("GET /api/ua/v1/user/api-key", 400, "{\"code\":\"112010\",\"msg\":\"\"}", Map.of());
            }),
            of("nash", "live", NashStandIn::new, PLAIN),
            of("poloniex", "spot", PoloniexStandIn::new, PLAIN),
            of("poloniex", "futures", PoloniexStandIn::new, PLAIN).on(Market.FUTURES));

    private static Situation of(
            String exchange, String name, Function<Clock, StandIn> start, Consumer<StandIn> prepare) {
        return new Situation(exchange, name, start, prepare, null, "");
    }

    private Situation on(Market other) {
        return new Situation(exchange, name, start, prepare, other, clientId);
    }

    private Situation by(String user) {
        return new Situation(exchange, name, start, prepare, market, user);
    }

    boolean testnet() {
        return name.equals("testnet");
    }

    /** Makes a key known; false where the exchange has no keys in this state. */
    boolean know(StandIn standIn, StandInKey key) {
        try {
            if (standIn instanceof CexStandIn cex && !clientId.isEmpty()) {
                cex.addLegacy(key);
            } else {
                standIn.add(key);
            }
            return true;
        } catch (IllegalArgumentException noSuchState) {
            return false;
        }
    }

    /** Whether the answers for a key in this state are bent; those for the others lend their values. */
    boolean bends(KeyState state) {
        if (exchange.equals("nash")) { // whose signatures take their time
            return state == KeyState.GOOD || state == KeyState.WITHDRAW_ON || state == KeyState.EXPIRES_SOON;
        }
        return switch (state) {
            case GOOD, READ_ONLY, NO_READ, WITHDRAW_ON, TRANSFER_ON, UNRESTRICTED, EXPIRES_SOON, ACCOUNT_LOCKED -> true;
            default -> false;
        };
    }
}
