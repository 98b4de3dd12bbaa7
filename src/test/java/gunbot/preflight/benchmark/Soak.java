package gunbot.preflight.benchmark;

import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.EventStream;
import gunbot.preflight.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Shows that memory stays flat: the packaged program (jar or native executable) re-checks 12 keys, one of each exchange, 2,000
 * times, and its resident memory is printed every 100 times. Re-checks are counted by the reports that the stream delivers,
 * so that the stream is under the same strain. The keys with nonces are asked each time as well, and the file is written anew
 * every 100 times.
 *
 * <pre>
 * ./mvnw -B verify -Pbenchmark -Dbenchmark.main=gunbot.preflight.benchmark.Soak -Dbenchmark.keys=2000
 * ./mvnw -B verify -Pbenchmark -Dbenchmark.main=gunbot.preflight.benchmark.Soak -Dbenchmark.keys=2000 -Dpreflight.executable=target/preflight
 * </pre>
 */
public final class Soak {
    private static final int BETWEEN_PRINTS = 100;

    private Soak() {}

    /** @param args how many re-checks; 2,000 where none is given */
    public static void main(String... args) throws IOException, InterruptedException {
        int rechecks = args.length == 0 ? 2000 : Integer.parseInt(args[0]);
        System.out.printf(
                "%n%s, 12 keys, %d re-checks%n%n",
                Program.isNative() ? "native executable" : "JVM " + Runtime.version(), rechecks);
        try (var standIns = StandIns.start(Clock.systemUTC())) {
            var folder = Files.createDirectories(Path.of("target", "soak"));
            var config = TwelveKeys.config(standIns);
            var settings = TwelveKeys.settings(standIns, Program.config(folder, config));
            settings.put("preflight.recheck.every", "200ms");
            settings.put("preflight.recheck.nonce-exchanges", "200ms");
            settings.put(
                    "quarkus.log.category.\"gunbot.preflight\".level",
                    "WARN"); // nothing of each check, but that it listens
            try (var program = Program.serve(settings, Map.of())) {
                run(program, standIns, rechecks, folder, config);
            }
        }
    }

    private static void run(Program program, StandIns standIns, int rechecks, Path folder, String config)
            throws InterruptedException {
        var reports = new Semaphore(0);
        System.out.printf("%9s %9s %12s%n", "re-checks", "requests", "resident");
        var stream = new EventStream(program.api() + "/api/v1/readiness/stream", event -> {
            if (event.name().equals("report")) {
                reports.release();
            }
        });
        try {
            for (int done = 0; done < rechecks; done += BETWEEN_PRINTS) {
                reports.acquire(BETWEEN_PRINTS);
                System.out.printf(
                        "%9d %9d %8.1f MiB%n",
                        done + BETWEEN_PRINTS, requests(standIns), program.residentKib() / 1024.0);
                standIns.all().forEach(StandIn::forgetTraffic); // it is not their memory that is looked at
                Program.config(folder, config + " ".repeat(done / BETWEEN_PRINTS % 7));
            }
        } finally {
            stream.close();
        }
        System.out.print(program.err());
    }

    private static long requests(StandIns standIns) {
        return standIns.all().stream()
                .flatMap(standIn -> standIn.requests().values().stream())
                .mapToLong(Integer::longValue)
                .sum();
    }
}
