package gunbot.preflight.benchmark;

import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.Wait;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How fast what is stored is served: the report on 12 keys as JSON, the page, and a file of the same program that is only
 * read, side by side, so that the cost of rendering is visible. Needs {@code wrk} on the path; it uses two connections per
 * core, 15 seconds each, after a warm-up.
 *
 * <pre>
 * ./mvnw -q package -Pbenchmark -Dbenchmark.main=gunbot.preflight.benchmark.Load -Dpreflight.executable=target/preflight
 * </pre>
 */
public final class Load {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+(\\S+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+(\\S+)");
    private static final Pattern BAD = Pattern.compile("(Non-2xx or 3xx responses.*|Socket errors.*)");

    private Load() {}

    public static void main(String... args) throws IOException, InterruptedException {
        System.out.printf("%n%s, 12 keys%n%n", Program.isNative() ? "native executable" : "JVM " + Runtime.version());
        try (var standIns = StandIns.start(Clock.systemUTC())) {
            var folder = Files.createDirectories(Path.of("target", "load"));
            var config = Program.config(folder, TwelveKeys.config(standIns));
            try (var program = Program.serve(TwelveKeys.settings(standIns, config), Map.of())) {
                var report = program.api() + "/api/v1/readiness";
                Wait.until("a report", () -> get(report).statusCode() == 200);
                System.out.printf("%-24s %10s %12s %10s%n", "path", "bytes", "requests/s", "p99");
                for (var path : new String[] {"/api/v1/readiness", "/", "/assets/preflight.css"}) {
                    var address = program.api() + path;
                    wrk(address, 5);
                    var said = wrk(address, 15);
                    System.out.printf(
                            "%-24s %10d %12s %10s %s%n",
                            path, get(address).body().length, find(RATE, said), find(P99, said), find(BAD, said));
                }
                System.out.printf("resident afterwards: %.1f MiB%n", program.residentKib() / 1024.0);
            }
        }
    }

    private static String wrk(String address, int seconds) throws IOException, InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        var process = new ProcessBuilder(
                        "wrk", "-t" + cores, "-c" + 2 * cores, "-d" + seconds + "s", "--latency", address)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static HttpResponse<byte[]> get(String address) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String find(Pattern pattern, String said) {
        var found = pattern.matcher(said);
        return found.find() ? found.group(1) : "";
    }
}
