package gunbot.preflight.benchmark;

import gunbot.preflight.benchmark.Measured.Named;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What it costs to run this program, the native executable and the jar, beside two yardsticks in the same run. All have the
 * same twelve stand-ins, which answer at once, with one good key of each exchange. Each is started several times; the first
 * start warms the page cache, and does not count. Prints the tables of README.md and README.es.md as they stand there, and then remarks.
 *
 * <pre>
 * ./mvnw -q package -Pbenchmark -Dbenchmark.main=gunbot.preflight.benchmark.Footprint -Dpreflight.executable=target/preflight
 * </pre>
 */
public final class Footprint {
    private static final Path JAR_FOLDER = Path.of("target", "quarkus-app");
    private static final Named REPORT = new Named("a report on 12 keys", "un informe sobre 12 claves");
    private static final Named TITLES = new Named(
            "| | start to first 200 (min / median / max) | to the result | resident | size | gzip | the result |",
            "| | arranque hasta el primer 200 (mín. / mediana / máx.) | hasta el resultado | memoria residente | tamaño"
                    + " | gzip | el resultado |");

    private final StandIns standIns;
    private final Path config;
    private final List<String> remarks;

    private Footprint(StandIns standIns, Path config, List<String> remarks) {
        this.standIns = standIns;
        this.config = config;
        this.remarks = remarks;
    }

    public static void main(String... args) throws IOException {
        var remarks = new ArrayList<String>();
        remarks.add("%d processors; load before, and processes that ran: %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Files.readString(Path.of("/proc/loadavg")).strip()));
        try (var standIns = StandIns.start(Clock.systemUTC())) {
            var folder = Files.createDirectories(Path.of("target", "footprint"));
            var config = TwelveKeys.config(standIns);
            var ours = new Footprint(standIns, Program.config(folder, config), remarks);
            var yardsticks = new Yardsticks(standIns, config, remarks);
            var rows = List.of(ours.executable(), ours.jar(), yardsticks.exporter(folder), yardsticks.script());
            print(rows, Locale.ENGLISH);
            print(rows, Locale.forLanguageTag("es"));
        }
        System.out.println();
        remarks.forEach(System.out::println);
    }

    private Measured executable() throws IOException {
        var name = new Named("Gunbot Preflight, native", "Gunbot Preflight, nativo");
        var given = System.getProperty("preflight.executable", "");
        var executable = (given.isEmpty() ? Path.of("target", "preflight") : Path.of(given)).toAbsolutePath();
        if (!Files.isExecutable(executable)) {
            remarks.add("the native executable is not here: ./mvnw package -Dnative, with GRAALVM_HOME set");
            return Measured.missing(name);
        }
        return measured(name, 15, List.of(executable.toString()), List.of(), Size.of(executable));
    }

    private Measured jar() throws IOException {
        var version = Runtime.version().feature();
        var name = new Named(
                "Gunbot Preflight, JVM " + version + " (size without the JVM)",
                "Gunbot Preflight, JVM " + version + " (tamaño sin la JVM)");
        var jar = JAR_FOLDER.resolve("quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            remarks.add("the jar is not here: ./mvnw package -DskipTests");
            return Measured.missing(name);
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return measured(name, 5, List.of(java), List.of("-jar", jar.toString()), Size.of(JAR_FOLDER));
    }

    private Measured measured(Named name, int starts, List<String> before, List<String> after, Size size) {
        var settings = TwelveKeys.settings(standIns, config);
        Rounds.Start start = () -> {
            int page = Launched.freePort();
            int management = Launched.freePort();
            settings.put("quarkus.http.port", Integer.toString(page));
            settings.put("quarkus.management.port", Integer.toString(management));
            var command = new ArrayList<>(before);
            settings.forEach((setting, value) -> command.add("-D" + setting + "=" + value));
            command.addAll(after);
            try (var launched = Launched.start(command)) {
                var live = launched.until(management, "/q/health/live", answer -> true);
                var report = launched.until(page, "/api/v1/readiness", Footprint::isWhole);
                return new Rounds.Round(live, report, launched.resident());
            }
        };
        try {
            return Rounds.of(starts, start).measured(name, REPORT, size);
        } catch (IOException e) {
            remarks.add(name.english() + ": " + e.getMessage());
            return Measured.missing(name);
        }
    }

    private static boolean isWhole(String answer) {
        return answer.contains("\"complete\":true") && answer.contains("\"keys\":[{");
    }

    private static void print(List<Measured> rows, Locale locale) {
        System.out.printf("%n%s%n| --- | --- | --- | --- | --- | --- | --- |%n", TITLES.in(locale));
        rows.forEach(row -> System.out.println(row.row(locale)));
    }
}
