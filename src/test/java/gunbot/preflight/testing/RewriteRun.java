package gunbot.preflight.testing;

import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIns;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The packaged program beside somebody who rewrites its config.js again and again. Every whole file has a set of keys of its
 * own, and all that is told, over the stream and to those who ask, is compared with them.
 */
public final class RewriteRun implements AutoCloseable {
    private static final long SEED = 20261122;
    private static final int VERSIONS = 6;
    private static final String ASKED = "GET /sapi/v1/account/apiRestrictions";

    private final StandIns standIns = StandIns.start(Clock.systemUTC());
    private final Random random = new Random(SEED);
    private final Set<Set<String>> whole = ConcurrentHashMap.newKeySet();
    private final Set<String> wrong = new ConcurrentSkipListSet<>();
    private final Set<String> states = new ConcurrentSkipListSet<>();
    private final AtomicInteger reports = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Rewriter rewriter;
    private final Program program;
    private final EventStream stream;
    private Set<String> last;
    private int rewrites;
    private int allowed;

    /** @param longestPause the longest that the file is bad in one go */
    public RewriteRun(Path folder, Duration longestPause) {
        for (int number = 0; number <= VERSIONS; number++) {
            standIns.of("binance").add(SampleKeys.known("binance", number, KeyState.GOOD));
        }
        IntStream.range(0, VERSIONS).forEach(version -> whole.add(keys(version)));
        var settings = new TreeMap<>(DemoKeys.origins(standIns));
        var file = Program.config(folder, text(0));
        settings.put("preflight.gunbot.config", file.toString());
        settings.put("quarkus.log.category.\"gunbot.preflight\".level", "WARN");
        last = keys(0);
        allowed = last.size();
        rewriter = new Rewriter(file, SEED, longestPause);
        program = Program.serve(settings, Map.of());
        Wait.until("the first report is there", () -> ask() != null);
        stream = new EventStream(program.api() + "/api/v1/readiness/stream", event -> {
            if (event.name().equals("report")) {
                look(new JsonObject(event.data()));
            }
        });
    }

    /** Rewrites the file for so long; someone asks after each time, and may well come in the middle of the next. */
    public void rewriteFor(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            var version = random.nextInt(VERSIONS);
            var added = new TreeSet<>(keys(version));
            added.removeAll(last);
            allowed += added.size();
            last = keys(version);
            rewriter.write(text(version));
            rewrites++;
            rewriter.pause();
            look(ask());
        }
    }

    /** @throws AssertionError where something was told that no whole file says, or an exchange was asked without need */
    public void check() {
        if (!wrong.isEmpty()) {
            throw new AssertionError("no whole file said this: " + wrong);
        }
        if (requests() > allowed) {
            throw new AssertionError(requests() + " requests for " + allowed + " keys that were new");
        }
        if (program.err().contains("ERROR")) {
            throw new AssertionError(program.err());
        }
    }

    /** Waits until the report is that of the last file. */
    public void settle() {
        Wait.until("the last file is reported", () -> {
            var report = ask();
            return names(report).equals(last) && state(report).equals("OK");
        });
    }

    private void look(JsonObject report) {
        reports.incrementAndGet();
        states.add(state(report));
        if (!whole.contains(names(report))) {
            wrong.add(names(report).toString());
        }
        for (int i = 0; i < report.getJsonArray("keys").size(); i++) {
            var key = report.getJsonArray("keys").getJsonObject(i);
            if (!key.getString("verdict").equals("READY")) {
                wrong.add(key.encode());
            }
        }
    }

    private JsonObject ask() {
        try {
            var request = HttpRequest.newBuilder(URI.create(program.api() + "/api/v1/readiness"));
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? new JsonObject(answer.body()) : null;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String state(JsonObject report) {
        return report.getJsonObject("source").getString("state");
    }

    /** Each key as its entry's name and the end of its id. */
    private static Set<String> names(JsonObject report) {
        return report.getJsonArray("keys").stream()
                .map(JsonObject.class::cast)
                .map(key -> key.getString("name") + " " + key.getString("keyHint"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Two keys, one of them under the name that the next version gives to another. */
    private static Set<String> keys(int version) {
        return new TreeSet<>(Set.of(
                "binance#2 " + "%04d".formatted(version),
                "binance#" + (version + 3) + " " + "%04d".formatted(version + 1)));
    }

    private static String text(int version) {
        var exchanges = new JsonObject()
                .put("binance#2", SampleKeys.entry("binance", version))
                .put("binance#" + (version + 3), SampleKeys.entry("binance", version + 1));
        var pairs = new JsonObject();
        exchanges.fieldNames().forEach(name -> pairs.put(name, new JsonObject().put("USDT-BTC", new JsonObject())));
        return new JsonObject()
                .put("pairs", pairs)
                .put("exchanges", exchanges)
                .put("filler", "x".repeat(200 * version))
                .encodePrettily();
    }

    public Program program() {
        return program;
    }

    public int rewrites() {
        return rewrites;
    }

    public int reports() {
        return reports.get();
    }

    /** How often a key was asked. */
    public int requests() {
        return standIns.of("binance").requests().getOrDefault(ASKED, 0);
    }

    /** How often keys were new in a file that was whole. */
    public int allowedRequests() {
        return allowed;
    }

    /** Every state that the file was said to be in. */
    public Set<String> states() {
        return Set.copyOf(states);
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
        program.close();
        standIns.close();
    }
}
