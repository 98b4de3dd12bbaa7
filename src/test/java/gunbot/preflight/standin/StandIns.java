package gunbot.preflight.standin;

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
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** One running stand-in for each exchange, by the exchange's id. */
public final class StandIns implements AutoCloseable {
    private static final Map<String, Function<Clock, StandIn>> KINDS = Map.ofEntries(
            Map.entry("binance", BinanceStandIn::production),
            Map.entry("binance-futures", BinanceFuturesStandIn::production),
            Map.entry("bitfinex", BitfinexStandIn::new),
            Map.entry("bitmex", BitmexStandIn::new),
            Map.entry("bittrex", BittrexStandIn::new),
            Map.entry("cex", CexStandIn::new),
            Map.entry("coinbase-pro", CoinbaseProStandIn::new),
            Map.entry("huobi", HuobiStandIn::new),
            Map.entry("kraken", KrakenStandIn::new),
            Map.entry("kucoin", KucoinStandIn::new),
            Map.entry("nash", NashStandIn::new),
            Map.entry("poloniex", PoloniexStandIn::new));

    private final Map<String, StandIn> byId = new TreeMap<>();

    private StandIns() {}

    public static StandIns start(Clock clock) {
        StandIns all = new StandIns();
        KINDS.keySet().forEach(id -> all.byId.put(id, make(id, clock).start()));
        return all;
    }

    /** A stand-in of an exchange, not started yet. */
    public static StandIn make(String exchangeId, Clock clock) {
        Function<Clock, StandIn> kind = KINDS.get(exchangeId);
        if (kind == null) {
            throw new IllegalArgumentException("There is no stand-in for " + exchangeId);
        }
        return kind.apply(clock);
    }

    /** The stand-in of an exchange. */
    public StandIn of(String exchangeId) {
        StandIn found = byId.get(exchangeId);
        if (found == null) {
            throw new IllegalArgumentException("There is no stand-in for " + exchangeId);
        }
        return found;
    }

    public Map<String, StandIn> byId() {
        return Map.copyOf(byId);
    }

    public Collection<StandIn> all() {
        return byId.values();
    }

    @Override
    public void close() {
        all().forEach(StandIn::close);
    }
}
