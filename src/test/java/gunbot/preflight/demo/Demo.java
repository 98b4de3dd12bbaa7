package gunbot.preflight.demo;

import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The demo: stand-in exchanges on the loopback, a config.js with a key in each interesting state, and the packaged program
 * on them. No account, nothing leaves the machine. With the argument {@code once} it ends after the first report.
 */
public final class Demo {
    private Demo() {}

    public static void main(String... args) throws IOException, InterruptedException {
        try (var standIns = StandIns.start(Clock.systemUTC())) {
            var folder = Files.createDirectories(Path.of("target", "demo"));
            var config = Files.writeString(folder.resolve("config.js"), DemoKeys.configFor(standIns));
            var settings = new TreeMap<>(DemoKeys.origins(standIns));
            settings.put("preflight.gunbot.config", config.toString());

            say("Gunbot Preflight on " + config + ", against stand-in exchanges on this machine.");
            say("");
            run(settings, "check");
            if (Arrays.asList(args).contains("once")) {
                return;
            }
            say("");
            say("Now as a service, until Ctrl-C. The page: http://127.0.0.1:8090/");
            say(
                    "One entry: http://127.0.0.1:8090/api/v1/readiness/binance%232   Health: http://127.0.0.1:9000/q/health/ready");
            say("");
            run(settings);
        }
    }

    private static void run(Map<String, String> settings, String... command) throws IOException, InterruptedException {
        List<String> line = Program.commandLine(settings, command);
        var process = new ProcessBuilder(line).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        process.waitFor();
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
