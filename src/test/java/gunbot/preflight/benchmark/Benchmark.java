package gunbot.preflight.benchmark;

import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.SampleKeys;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Shows that many keys cost no more time than one: every stand-in answers each request after 200 ms, and the packaged
 * program (jar or native executable) is timed over one report on 12, 100 and 1,000 keys, spread evenly over the exchanges.
 *
 * <p>"longest chain" is what the key with the most requests takes when nothing but the exchange costs time. "limit" is what
 * the etiquette of at most eight requests in flight per host makes of it, if no slot is ever idle. The report is timed twice in one process: the
 * first time everything is cold, the second time connections and code are warm.
 */
public final class Benchmark {
    private static final int DELAY_MS = 200;
    private static final int AT_A_TIME = 8;

    private final HttpClient client = HttpClient.newHttpClient();

    private Benchmark() {}

    public static void main(String... args) throws IOException, InterruptedException {
        var sizes = args.length == 0 ? List.of("12", "100", "1000") : List.of(args);
        System.out.printf(
                "%n%s, %d processors, each answer after %d ms%n%n",
                Program.isNative() ? "native executable" : "JVM " + Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                DELAY_MS);
        System.out.printf(
                "%6s %8s %9s %13s %9s %9s %7s %9s %7s %9s%n",
                "keys", "ready", "requests", "longest chain", "limit", "first", "ratio", "second", "ratio", "resident");
        for (var size : sizes) {
            new Benchmark().run(Integer.parseInt(size));
        }
    }

    private void run(int keys) throws IOException, InterruptedException {
        try (var standIns = StandIns.start(Clock.systemUTC())) {
            var settings = new TreeMap<>(DemoKeys.origins(standIns));
            settings.put(DemoKeys.origin("bittrex"), standIns.of("bittrex").origin());
            var folder = Files.createDirectories(Path.of("target", "benchmark"));
            settings.put(
                    "preflight.gunbot.config",
                    Program.config(folder, config(standIns, keys)).toString());
            settings.put("preflight.probe.deadline", "60s");
            standIns.all().forEach(standIn -> standIn.delayEachAnswer(Duration.ofMillis(DELAY_MS)));
            try (var program = Program.serve(settings, Map.of())) {
                var first = report(program, "");
                var sent = requests(standIns);
                refresh(program);
                var second = report(program, first.getString("checkedAt"));
                print(keys, first, second, sent, Math.max(longestChain(first), limit(first)), program.residentKib());
            }
        }
    }

    /** Every exchange in turn, as the demo writes its entries. */
    private static String config(StandIns standIns, int keys) {
        var ids = new ArrayList<>(new TreeMap<>(standIns.byId()).keySet());
        var entries = new JsonObject();
        var pairs = new JsonObject();
        for (int i = 0; i < keys; i++) {
            var id = ids.get(i % ids.size());
            var name = SampleKeys.gunbotName(id) + "#" + (i / ids.size() + 1);
            StandIn at = standIns.of(id);
            at.add(SampleKeys.known(id, i, KeyState.GOOD));
            entries.put(name, SampleKeys.entry(id, i));
            pairs.put(name, new JsonObject().put("USDT-BTC", new JsonObject().put("enabled", true)));
        }
        return new JsonObject().put("pairs", pairs).put("exchanges", entries).encode();
    }

    private static long requests(StandIns standIns) {
        return standIns.all().stream()
                .flatMap(standIn -> standIn.requests().values().stream())
                .mapToLong(Integer::longValue)
                .sum();
    }

    /** Waits for a report other than the one that is known. */
    private JsonObject report(Program program, String known) throws IOException, InterruptedException {
        while (true) {
            var answer = send(HttpRequest.newBuilder(URI.create(program.api() + "/api/v1/readiness"))
                    .build());
            if (answer.statusCode() == 200) {
                var report = new JsonObject(answer.body());
                if (!report.getString("checkedAt").equals(known)) {
                    return report;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private void refresh(Program program) throws IOException, InterruptedException {
        // so that the second report's time, told in whole seconds, is another one
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1100));
        send(HttpRequest.newBuilder(URI.create(program.api() + "/api/v1/readiness/refresh"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static long longestChain(JsonObject report) {
        return report.getJsonArray("keys").stream()
                        .mapToLong(key -> ((JsonObject) key).getInteger("requests"))
                        .max()
                        .orElse(0)
                * DELAY_MS;
    }

    /**
     * Eight requests at a time to a host, after one for the time that all its keys share. Futures keys of Binance are
     * declared by the same host as its spot keys.
     */
    private static long limit(JsonObject report) {
        var byHost = new TreeMap<String, Integer>();
        report.getJsonArray("keys").forEach(each -> {
            var key = (JsonObject) each;
            byHost.merge(
                    key.getString("exchange").replace("-futures", ""), key.getInteger("requests") - 1, Integer::sum);
        });
        return byHost.values().stream()
                        .mapToLong(signed -> 1 + (signed + AT_A_TIME - 1) / AT_A_TIME)
                        .max()
                        .orElse(0)
                * DELAY_MS;
    }

    private static void print(int keys, JsonObject first, JsonObject second, long sent, long limit, long resident) {
        var chain = longestChain(first);
        System.out.printf(
                "%6d %8d %9d %10d ms %6d ms %6d ms %7.2f %6d ms %7.2f %5.1f MiB%n",
                keys,
                first.getJsonObject("summary").getInteger("READY"),
                sent,
                chain,
                limit,
                first.getLong("durationMs"),
                first.getLong("durationMs") / (double) chain,
                second.getLong("durationMs"),
                second.getLong("durationMs") / (double) chain,
                resident / 1024.0);
    }
}
