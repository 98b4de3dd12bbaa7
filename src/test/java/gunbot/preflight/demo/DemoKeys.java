package gunbot.preflight.demo;

import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.SampleKeys;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** The keys of the demo: one in each state that a user may meet, at the stand-ins and in a config.js that names them. */
public final class DemoKeys {
    private final StandIns standIns;
    private final JsonObject entries = new JsonObject();
    private final JsonObject pairs = new JsonObject();
    private int number;

    private DemoKeys(StandIns standIns) {
        this.standIns = standIns;
    }

    /** Makes the keys known to the stand-ins and gives the text of the config.js that holds them. */
    public static String configFor(StandIns standIns) {
        var demo = new DemoKeys(standIns);
        demo.declared();
        demo.undeclared();
        demo.kraken();
        demo.broken();
        demo.others();
        return new JsonObject()
                .put("pairs", demo.pairs)
                .put("exchanges", demo.entries)
                .put("archivedExchanges", new JsonObject().put("mexc", SampleKeys.entry("mexc", 1)))
                .put("bot", new JsonObject().put("WATCH_MODE", false))
                .encodePrettily();
    }

    /** Where each exchange's requests go in the demo, as settings. */
    public static Map<String, String> origins(StandIns standIns) {
        var settings = new TreeMap<String, String>();
        standIns.byId().forEach((id, at) -> settings.put(origin(id), at.origin()));
        settings.remove(origin("bittrex")); // closed: without an origin it is said so, and nothing is sent
        return settings;
    }

    /** The setting that sends an exchange's requests elsewhere. */
    public static String origin(String exchange) {
        return "preflight.exchange.\"" + exchange + "\".origin";
    }

    private void declared() {
        add("binance", "binance", KeyState.GOOD, true);
        add("binance#2", "binance", KeyState.WITHDRAW_ON, true);
        add("binance#3", "binance", KeyState.EXPIRES_SOON, true);
        add("binance#4", "binance", KeyState.WRONG_ADDRESS, true);
        add("binance#5", "binance", KeyState.READ_ONLY, false);
        add("binanceFutures", "binance-futures", KeyState.GOOD, true);
        add("bitfinex", "bitfinex", KeyState.EXTRA_RIGHTS, true);
        add("bitmex", "bitmex", KeyState.NO_MODIFY, true); // "Order Cancel" instead of "Order"
        add("huobi", "huobi", KeyState.UNRESTRICTED, true);
        add("kucoin", "kucoin", KeyState.UNRESTRICTED, true);
    }

    /** Exchanges that tell no rights: what can be proved is proved, the rest stays unknown. */
    private void undeclared() {
        add("poloniex", "poloniex", KeyState.GOOD, true);
        add("cex", "cex", KeyState.READ_ONLY, true);
        add("gdax", "coinbase-pro", KeyState.GOOD, true);
        add("nashio", "nash", KeyState.GOOD, true);
        add("bittrex", "bittrex", KeyState.GOOD, false);
    }

    /** A master key that may only read beside a key that trades, and a key that wants a one-time password. */
    private void kraken() {
        add("kraken", "kraken", KeyState.GOOD, true);
        standIns.of("kraken").add(SampleKeys.known("kraken", ++number, KeyState.READ_ONLY));
        var master = SampleKeys.entry("kraken", number);
        entries.getJsonObject("kraken")
                .put("masterkey", master.getString("key"))
                .put("mastersecret", master.getString("secret"));
        add("kraken#2", "kraken", KeyState.OTP, true);
    }

    /** What is wrong with the credentials themselves. */
    private void broken() {
        put(
                "binance#6",
                SampleKeys.entry("binance", ++number)
                        .put("isEncrypted", true)
                        .put("secret", "ENC:ZGVtbw==")
                        .put("mastersecret", "ENC:ZGVtbw=="),
                true);
        put(
                "kraken#3",
                SampleKeys.entry("kraken", ++number)
                        .put("secret", "kQH5HW/8p1uG?")
                        .put("mastersecret", ""),
                true);
        standIns.of("kucoin").add(SampleKeys.known("kucoin", ++number, KeyState.GOOD));
        put("kucoin#2", SampleKeys.entry("kucoin", number).put("passphrase", "my-login-password"), true);
        put(
                "kucoin#3",
                new JsonObject()
                        .put("key", "KEY")
                        .put("secret", "SECRET")
                        .put("passphrase", "KUCOINPASSPHRASE")
                        .put("type", "kucoin"),
                false);
    }

    /** An exchange that we do not know, and pairs without an entry. */
    private void others() {
        put("mex_gunthy", SampleKeys.entry("mex_gunthy", ++number), true);
        pairs.put("bitstamp", pair(true));
    }

    private void add(String name, String exchange, KeyState state, boolean used) {
        standIns.of(exchange).add(SampleKeys.known(exchange, ++number, state));
        put(name, SampleKeys.entry(exchange, number), used);
    }

    private void put(String name, JsonObject entry, boolean used) {
        entries.put(name, entry);
        pairs.put(name, pair(used));
    }

    private static JsonObject pair(boolean enabled) {
        return new JsonObject()
                .put(
                        "USDT-BTC",
                        new JsonObject()
                                .put("strategy", "stepgrid")
                                .put("enabled", enabled)
                                .put("override", new JsonObject()));
    }
}
