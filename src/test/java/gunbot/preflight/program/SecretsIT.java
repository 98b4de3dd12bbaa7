package gunbot.preflight.program;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.MarkedKeys;
import gunbot.preflight.testing.Markers;
import gunbot.preflight.testing.Program;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No secret gets out by our own doing: from wrong settings and arguments, from the commands beside a running program, from a
 * broken file. What exchanges may do to it is in {@link SecretsMatrixIT}.
 */
class SecretsIT {
    private final Markers markers = new Markers();
    private StandIns standIns;
    private Map<String, String> settings;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        standIns = StandIns.start(Clock.systemUTC());
        var keys = new MarkedKeys(markers, standIns, folder);
        keys.renew(KeyState.GOOD);
        settings = keys.settings();
        settings.put("quarkus.log.level", "TRACE");
    }

    @AfterEach
    void stop() {
        standIns.close();
    }

    /** Exchanges that list rights and addresses one by one: each form of each secret is one of them. */
    @Test
    void check_everySecretAmongTheRights_nothingGetsOut() {
        var list = new JsonArray(markers.everyForm());
        var rights = new JsonObject().put("enableReading", true);
        markers.everyForm().forEach(form -> rights.put("enable" + form, true));
        script("binance", "GET /sapi/v1/account/apiRestrictions", rights);
        script(
                "kraken",
                "POST /0/private/GetApiKeyInfo",
                new JsonObject()
                        .put("error", new JsonArray())
                        .put("result", new JsonObject().put("permissions", list).put("ip_allowlist", list)));
        var listed = String.join(",", markers.everyForm());
        script(
                "kucoin",
                "GET /api/v1/user/api-key",
                new JsonObject()
                        .put("code", "200000")
                        .put("data", new JsonObject().put("permission", listed).put("ipWhitelist", listed)));

        var ended = Program.run(settings, "check", "--format", "json");

        search(ended);
        assertThat(ended.out()).contains("EXCESS_SCOPE"); // it was read, not passed over
    }

    private void script(String exchange, String call, JsonObject body) {
        standIns.of(exchange).answerUnverified(call, 200, body.encode(), Map.of());
    }

    @Test
    void brokenFile_nothingOfItIsQuoted() throws IOException {
        var config = Path.of(settings.get("preflight.gunbot.config"));
        Files.writeString(config, Files.readString(config).replace("}", "} oops "));

        search(Program.run(settings, "check"));
    }

    /** A secret under a mistyped name, or in the wrong place: the settings are named, what they hold is not repeated. */
    @ParameterizedTest
    @MethodSource("wrongSettings")
    void wrongSettings_theirValuesAreNotShown(String said, Map<String, String> wrong) {
        var all = new TreeMap<>(DemoKeys.origins(standIns));
        all.put("preflight.gunbot.config", "");
        wrong.forEach((name, value) -> all.put(name, value.replace("a-secret", markers.plain("a-value"))));

        var ended = said.equals("checked") ? Program.run(all, "check") : Program.run(all);

        assertThat(ended.exitCode()).isEqualTo(said.equals("checked") ? 2 : 64);
        assertThat(ended.out() + ended.err())
                .contains(said.equals("checked") ? List.of("a", "b", "c") : wrong.keySet());
        search(ended);
    }

    static List<Arguments> wrongSettings() {
        return List.of(
                Arguments.of(
                        "refused for the names and addresses",
                        Map.of(
                                "preflight.keys.\"a\".sceret", "a-secret",
                                "preflight.access.tokn", "a-secret",
                                "preflight.access.token-file", "a-secret",
                                "preflight.telegram.token", "a-secret",
                                "preflight.notify.telegram.token", "a-secret",
                                "preflight.notify.url", "https://user:a-secret@ntfy.example/",
                                "preflight.exchange.\"kraken\".origin", "https://a-secret.example")),
                Arguments.of(
                        "refused for the address", Map.of("preflight.notify.url", "https://ntfy.example/ a-secret")),
                Arguments.of(
                        "refused for the values",
                        Map.of(
                                "preflight.notify.format", "a-secret",
                                "preflight.gate.mode", "a-secret",
                                "preflight.gate.unknown-for", "a-secret",
                                "preflight.probe.timeout", "a-secret",
                                "preflight.policy.withdraw", "a-secret",
                                "preflight.language", "a-secret")),
                Arguments.of(
                        "checked",
                        Map.of(
                                "preflight.keys.\"a\".exchange", "a-secret",
                                "preflight.keys.\"b\".exchange", "binance",
                                "preflight.keys.\"b\".role", "a-secret",
                                "preflight.keys.\"b\".testnet", "a-secret",
                                "preflight.keys.\"b\".key-file", "/nowhere/a-secret",
                                "preflight.keys.\"c\".exchange", "binance",
                                "preflight.keys.\"c\".market", "a-secret",
                                "preflight.keys.\"c\".secret", "a-secret")));
    }

    @Test
    void secretInAMistypedVariable_isNotShown() {
        var ended = Program.run(
                Map.of(),
                Path.of("."),
                Map.of(
                        "PREFLIGHT_KEYS__BINANCE__SCRET", markers.plain("in-a-variable"),
                        "PREFLIGHT_KEYS__BINANCE__SECRET", markers.plain("in-another")),
                "check");

        assertThat(ended.exitCode()).isEqualTo(64);
        search(ended);
    }

    /** More of them are in the tests of the commands. */
    @ParameterizedTest
    @ValueSource(strings = {"check --secret=%s", "check --format=%s", "%s"})
    void secretAmongTheArguments_isNotRepeated(String line) {
        var arguments = line.formatted(markers.plain("argument")).split(" ");

        var ended = Program.run(settings, arguments);

        assertThat(ended.exitCode()).isEqualTo(64);
        search(ended);
    }

    /** The commands that stand beside a running program, and the one that waits in its place. */
    @Test
    void otherCommands_nothingGetsOut() {
        var token = markers.plain("access-token");
        settings.put("preflight.access.token", token);
        try (var program = Program.serve(settings, Map.of())) {
            var at = new TreeMap<>(settings);
            at.put("quarkus.http.port", program.api().replaceAll(".*:", ""));
            at.put("quarkus.management.port", program.management().replaceAll(".*:", ""));
            search(Program.run(at, "gate", "open"));
            at.put("preflight.access.token", markers.plain("another-access-token"));
            var refused = Program.run(at, "gate", "open");
            assertThat(refused.err()).contains("another token");
            search(refused);
        }
        settings.put("preflight.gate.mode", "report");
        search(Program.run(settings, "wait"));
    }

    private void search(Program.Ended ended) {
        assertThat(List.of(markers.in(ended.out()), markers.in(ended.err()))).containsOnly(List.of());
    }
}
