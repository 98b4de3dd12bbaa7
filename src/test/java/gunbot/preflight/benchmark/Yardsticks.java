package gunbot.preflight.benchmark;

import gunbot.preflight.benchmark.Measured.Named;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.SampleKeys;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What else one could run, against the same stand-ins. What is not on this machine stays empty, and how to get it is said. */
final class Yardsticks {
    private static final Path NODE_FOLDER = Path.of("src", "test", "node");

    private final StandIns standIns;
    private final JsonObject config;
    private final List<String> remarks;

    /** @param config the config.js that holds the stand-ins' keys */
    Yardsticks(StandIns standIns, String config, List<String> remarks) {
        this.standIns = standIns;
        this.config = new JsonObject(config);
        this.remarks = remarks;
    }

    /** Debian's prometheus-blackbox-exporter: what the field runs next to its programs. */
    Measured exporter(Path folder) throws IOException {
        var name = Named.both("prometheus-blackbox-exporter");
        var found = onPath("prometheus-blackbox-exporter").or(() -> onPath("blackbox_exporter"));
        if (found.isEmpty()) {
            remarks.add(
                    "prometheus-blackbox-exporter is not here: apt-get install prometheus-blackbox-exporter (Debian)");
            return Measured.missing(name);
        }
        var modules = Files.writeString(
                folder.resolve("blackbox.yml"),
                "modules: { http_2xx: { prober: http, http: { preferred_ip_protocol: ip4 } } }\n");
        var probe = "/probe?module=http_2xx&target=" + standIns.of("binance").origin() + "/api/v3/time";
        var rounds = Rounds.of(15, () -> {
            int port = Launched.freePort();
            try (var launched = Launched.start(List.of(
                    found.get().toString(), "--config.file=" + modules, "--web.listen-address=127.0.0.1:" + port))) {
                var healthy = launched.until(port, "/-/healthy", answer -> true);
                var probed = launched.until(port, probe, answer -> answer.contains("probe_success 1"));
                return new Rounds.Round(healthy, probed, launched.resident());
            }
        });
        return rounds.measured(
                name, new Named("one probe of one address", "un sondeo de una dirección"), Size.of(found.get()));
    }

    /** A script with ccxt: what one would write instead. It serves nothing, and ends with what the exchanges answered. */
    Measured script() throws IOException {
        var node = onPath("node");
        var modules = NODE_FOLDER.resolve("node_modules");
        if (node.isEmpty() || !Files.isDirectory(modules.resolve("ccxt"))) {
            remarks.add("ccxt is not here: install Node.js (20 or newer), then npm ci --prefix " + NODE_FOLDER);
            return Measured.missing(new Named("a script with ccxt", "un script con ccxt"));
        }
        var command =
                List.of(node.get().toString(), NODE_FOLDER.resolve("instead.js").toString());
        var reports = new TreeMap<String, String>();
        var rounds = Rounds.of(5, () -> {
            try (var launched = Launched.start(command)) {
                var answer = new JsonObject(launched.answerTo(keys()));
                answer.forEach(each -> reports.put(each.getKey(), said((JsonObject) each.getValue())));
                return new Rounds.Round(null, launched.elapsed(), launched.resident());
            }
        });
        reports.forEach((id, said) -> remarks.add("ccxt, " + id + ": " + said));
        var answered = reports.values().stream().filter("answered"::equals).count();
        var version =
                new JsonObject(Files.readString(modules.resolve("ccxt").resolve("package.json"))).getString("version");
        return rounds.measured(
                new Named(
                        "a script with ccxt " + version + ", Node.js included",
                        "un script con ccxt " + version + ", Node.js incluido"),
                new Named(
                        "the answers on " + answered + " of 12 keys, not judged",
                        "las respuestas sobre " + answered + " de 12 claves, sin juzgar"),
                Size.of(node.get(), modules));
    }

    private String keys() {
        var keys = new JsonObject();
        standIns.byId().forEach((id, at) -> {
            var entry = config.getJsonObject("exchanges").getJsonObject(SampleKeys.gunbotName(id));
            keys.put(id, entry.copy().put("origin", at.origin()));
        });
        return keys.encode();
    }

    private static String said(JsonObject report) {
        return report.getString("error", "answered");
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(each -> Path.of(each, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
