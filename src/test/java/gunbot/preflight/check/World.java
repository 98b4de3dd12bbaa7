package gunbot.preflight.check;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.probe.Wire;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.Recorded;
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
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.testing.SampleKeys;
import gunbot.preflight.testing.TestClock;
import gunbot.preflight.testing.VirtualTime;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The twelve exchanges behind one address, as their stand-ins, in a time that a test lets pass: no socket, no thread, every
 * request on record. Programs under test are {@link Pod}s of it.
 */
final class World implements AutoCloseable {
    static final Duration ONE_WAY = Duration.ofMillis(20);

    final TestClock clock = new TestClock();
    final VirtualTime time = new VirtualTime(clock);
    final Vertx vertx = Vertx.vertx();
    final List<Sent> sent = new ArrayList<>();
    final Map<String, StandIn> standIns = standIns();
    final Map<Sent, Answer> answers = new IdentityHashMap<>();

    /** How long a request is on its way, and how long its answer. */
    BiFunction<String, Recorded, Duration> there = (host, request) -> ONE_WAY;

    BiFunction<String, Recorded, Duration> back = (host, request) -> ONE_WAY;

    /** Hears of each request as it leaves. */
    Consumer<Sent> onSend = request -> {};

    /** The exchanges that cannot be reached. */
    final Set<String> down = new HashSet<>();

    private final Map<String, List<String>> byHost = byHost();
    private final Map<String, String> exchangeOfKey = new HashMap<>();
    private final Map<String, Answer> verified = new HashMap<>();
    private final Map<String, Integer> inFlight = new HashMap<>();
    private final Map<String, Integer> most = new TreeMap<>();

    /**
     * One request as it left.
     *
     * @param key the key that signed it; empty where none did
     */
    record Sent(Instant at, String exchange, String host, Recorded request, boolean signed, String key) {}

    /** Makes a key known at its exchange. */
    void add(String exchange, StandInKey key) {
        standIns.get(exchange).add(key);
        exchangeOfKey.put(key.id(), exchange);
    }

    /** A config.js with one key of each of these exchanges, all in use, and known to them. */
    String config(int number, KeyState state, String... exchanges) {
        var entries = new JsonObject();
        var pairs = new JsonObject();
        for (var id : exchanges) {
            add(id, SampleKeys.known(id, number, state));
            var name = SampleKeys.gunbotName(id);
            entries.put(name, SampleKeys.entry(id, number));
            pairs.put(name, new JsonObject().put("USDT-BTC", new JsonObject().put("enabled", true)));
        }
        return new JsonObject().put("pairs", pairs).put("exchanges", entries).encode();
    }

    /** A config.js with a key of CEX.IO's older interface, which counts nonces. */
    String legacyCex(int number, KeyState state) {
        var key = SampleKeys.known("cex", number, state);
        ((CexStandIn) standIns.get("cex")).addLegacy(key);
        exchangeOfKey.put(key.id(), "cex");
        var entry = SampleKeys.entry("cex", number).put("clientId", "up" + key.account());
        return new JsonObject()
                .put(
                        "pairs",
                        new JsonObject()
                                .put("cex", new JsonObject().put("USDT-BTC", new JsonObject().put("enabled", true))))
                .put("exchanges", new JsonObject().put("cex", entry))
                .encode();
    }

    static String[] twelve() {
        return AllExchanges.all().stream()
                .map(exchange -> exchange.listing().id())
                .sorted()
                .toArray(String[]::new);
    }

    /** @param alive whether the program that asks still runs; nobody hears the answers to one that is gone */
    Wire.Ether of(Predicate<Sent> alive) {
        return (host, request, signed, reply) -> {
            var asked = sent(host, request, signed);
            if (!alive.test(asked)) {
                return;
            }
            sent.add(asked);
            var flights = List.of("host " + host, "key " + asked.key());
            flights.forEach(name -> most.merge(name, inFlight.merge(name, 1, Integer::sum), Math::max));
            onSend.accept(asked);
            time.after(there.apply(host, request), () -> {
                var answer = down.contains(asked.exchange()) ? Optional.<Answer>empty() : Optional.of(reply(asked));
                answer.ifPresent(said -> answers.put(asked, said));
                time.after(back.apply(host, request), () -> {
                    flights.forEach(name -> inFlight.merge(name, -1, Integer::sum));
                    if (alive.test(asked)) {
                        reply.accept(answer);
                    }
                });
            });
        };
    }

    private Sent sent(String host, Recorded request, boolean signed) {
        var candidates = byHost.getOrDefault(host, List.of());
        if (candidates.isEmpty()) {
            throw new IllegalStateException("nobody is at " + host);
        }
        var key = signed ? standIns.get(candidates.get(0)).keyOf(request) : "";
        var exchange = exchangeOfKey.getOrDefault(key, candidates.get(0));
        return new Sent(clock.instant(), exchange, host, request, signed, key);
    }

    /** What an exchange says; Nash's signatures are verified once for each kind of call, since that takes a while. */
    private Answer reply(Sent asked) {
        var exchange = standIns.get(asked.exchange());
        if (!asked.exchange().equals("nash") || asked.key().isEmpty()) {
            return heard(exchange.replyTo(asked.request()));
        }
        var kind = asked.key() + asked.request().bodyText().replaceAll("[0-9a-f]{40,}|[0-9]{10,}", "");
        return verified.computeIfAbsent(kind, first -> heard(exchange.replyTo(asked.request())));
    }

    /** What goes wrong with every answer of these exchanges from now on. */
    void fault(Fault fault, String... exchanges) {
        verified.clear();
        for (var exchange : exchanges) {
            standIns.get(exchange).fault(fault);
        }
    }

    private static Answer heard(gunbot.preflight.standin.Answer answer) {
        var headers = new LinkedHashMap<String, String>();
        answer.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return new Answer(answer.status(), headers, answer.body().toString());
    }

    /** The most requests that were in flight at once of one host, or one key. */
    int mostInFlight(String kind) {
        return most.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(kind) && !entry.getKey().equals("key "))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    /** When a program began to ask, the oldest first; requests that are not so far apart belong together. */
    static List<Instant> checks(List<Sent> requests, Duration apart) {
        var starts = new ArrayList<Instant>();
        Instant last = Instant.MIN;
        for (var request : requests) {
            if (last.equals(Instant.MIN) || Duration.between(last, request.at()).compareTo(apart) > 0) {
                starts.add(request.at());
            }
            last = request.at();
        }
        return starts;
    }

    List<Sent> of(String exchange) {
        return sent.stream().filter(s -> s.exchange().equals(exchange)).toList();
    }

    private static Map<String, List<String>> byHost() {
        var hosts = new TreeMap<String, List<String>>();
        AllExchanges.all().forEach(exchange -> exchange.allowedCalls().stream()
                .map(call -> URI.create(call.text().split(" ", 3)[1].replaceAll("[<>]", ""))
                        .getHost())
                .distinct()
                .forEach(host -> hosts.computeIfAbsent(host, h -> new ArrayList<>())
                        .add(exchange.listing().id())));
        return hosts;
    }

    private Map<String, StandIn> standIns() {
        var all = new TreeMap<String, StandIn>();
        all.put("binance", BinanceStandIn.production(clock));
        all.put("binance-futures", BinanceFuturesStandIn.production(clock));
        all.put("bitfinex", new BitfinexStandIn(clock));
        all.put("bitmex", new BitmexStandIn(clock));
        all.put("bittrex", new BittrexStandIn(clock));
        all.put("cex", new CexStandIn(clock));
        all.put("coinbase-pro", new CoinbaseProStandIn(clock));
        all.put("huobi", new HuobiStandIn(clock));
        all.put("kraken", new KrakenStandIn(clock));
        all.put("kucoin", new KucoinStandIn(clock));
        all.put("nash", new NashStandIn(clock));
        all.put("poloniex", new PoloniexStandIn(clock));
        all.values().forEach(StandIn::offline);
        return all;
    }

    /** A catalogue of its own for each program, since adapters may learn. */
    static Catalogue catalogue() {
        return new Catalogue(AllExchanges.all().stream().map(World::fresh).collect(Collectors.toList()));
    }

    private static Exchange fresh(Exchange exchange) {
        try {
            return exchange.getClass().getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        vertx.closeAndAwait();
    }
}
