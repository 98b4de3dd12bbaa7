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

/** One running stand-in for each exchange, by the exchange's id. */
public final class StandIns implements AutoCloseable {

    private final Map<String, StandIn> byId = new TreeMap<>();

    private StandIns() {}

    public static StandIns start(Clock clock) {
        StandIns all = new StandIns();
        all.byId.put("binance", BinanceStandIn.production(clock).start());
        all.byId.put("bitfinex", new BitfinexStandIn(clock).start());
        all.byId.put("bitmex", new BitmexStandIn(clock).start());
        all.byId.put("bittrex", new BittrexStandIn(clock).start());
        all.byId.put("binance-futures", BinanceFuturesStandIn.production(clock).start());
        all.byId.put("cex", new CexStandIn(clock).start());
        all.byId.put("coinbase-pro", new CoinbaseProStandIn(clock).start());
        all.byId.put("huobi", new HuobiStandIn(clock).start());
        all.byId.put("kraken", new KrakenStandIn(clock).start());
        all.byId.put("kucoin", new KucoinStandIn(clock).start());
        all.byId.put("poloniex", new PoloniexStandIn(clock).start());
        all.byId.put("nash", new NashStandIn(clock).start());
        return all;
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
