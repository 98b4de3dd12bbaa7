package gunbot.preflight.benchmark;

import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.RewriteRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Shows that a config.js which is rewritten without a pause, in every way, for minutes, never makes the report say what no
 * whole file said, and that memory and open files stay flat. Stops with an error at the first report that does.
 *
 * <pre>
 * ./mvnw -B verify -Pbenchmark -Dbenchmark.main=gunbot.preflight.benchmark.Rewrites -Dbenchmark.keys=300
 * ./mvnw -B verify -Pbenchmark -Dbenchmark.main=gunbot.preflight.benchmark.Rewrites -Dbenchmark.keys=300 -Dpreflight.executable=target/preflight
 * </pre>
 */
public final class Rewrites {
    private static final int PRINTS = 10;

    private Rewrites() {}

    /** @param args for how many seconds; 300 where none is given */
    public static void main(String... args) throws IOException {
        var seconds = args.length == 0 ? 300 : Integer.parseInt(args[0]);
        System.out.printf(
                "%n%s, config.js rewritten for %d s%n%n",
                Program.isNative() ? "native executable" : "JVM " + Runtime.version(), seconds);
        var folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "rewrites"); // links are made to it
        try (var run = new RewriteRun(folder, Duration.ofMillis(600))) {
            System.out.printf(
                    "%9s %9s %9s %9s %12s %11s%n",
                    "rewrites", "reports", "requests", "at most", "resident", "open files");
            for (int i = 0; i < PRINTS; i++) {
                run.rewriteFor(Duration.ofSeconds(seconds).dividedBy(PRINTS));
                System.out.printf(
                        "%9d %9d %9d %9d %8.1f MiB %11d%n",
                        run.rewrites(),
                        run.reports(),
                        run.requests(),
                        run.allowedRequests(),
                        run.program().residentKib() / 1024.0,
                        run.program().openFiles());
                run.check();
            }
            System.out.println("states of the source: " + run.states());
        }
    }
}
