package gunbot.preflight.program;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Markers;
import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.Wait;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No secret gets out: a marker stands in every credential field of config.js and of our own configuration, every level of
 * the log is on, the exchanges echo what they are sent, and everything that the program writes is searched.
 */
class SecretsIT {
    private final Markers markers = new Markers();
    private final Map<String, String> settings = new TreeMap<>();
    private StandIns standIns;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        standIns = StandIns.start(Clock.systemUTC());
        settings.putAll(DemoKeys.origins(standIns));
        settings.put("quarkus.log.level", "TRACE");
        settings.put("preflight.probe.timeout", "1s");
        settings.put("preflight.keys.\"given\".exchange", "binance");
        settings.put("preflight.keys.\"given\".key", markers.plain("given-key"));
        settings.put("preflight.keys.\"given\".secret", markers.plain("given-secret"));
        settings.put("preflight.gunbot.config", Program.config(folder, config()).toString());
    }

    @AfterEach
    void stop() {
        standIns.close();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "NONE",
                "ECHO",
                "ECHO_IN_GOOD_ANSWER",
                "GARBAGE",
                "EMPTY",
                "TRUNCATED_JSON",
                "HUGE",
                "GZIP_BOMB",
                "REDIRECT",
                "RESET",
                "SILENT",
                "RATE_LIMITED",
                "MAINTENANCE"
            })
    void check_anyFault_nothingGetsOut(Fault fault) {
        know(KeyState.GOOD);
        standIns.all().forEach(standIn -> standIn.fault(fault));

        search(Program.run(settings, "check"));
        search(Program.run(settings, "check", "--format", "json"));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"READ_ONLY", "WITHDRAW_ON", "UNRESTRICTED", "NEW_RIGHT", "WRONG_ADDRESS", "DISABLED", "EXPIRED"})
    void check_anyState_nothingGetsOut(KeyState state) {
        know(state);

        search(Program.run(settings, "check", "--format", "json"));
    }

    /** An exchange that knew every secret of ours, and put all of them into its refusal or its answer. */
    @ParameterizedTest
    @ValueSource(strings = {"refusal", "answer"})
    void check_exchangeRepeatsEverySecret_nothingGetsOut(String where) {
        know(KeyState.GOOD);
        var all = markers.all();
        boolean refuse = where.equals("refusal");
        var list = new JsonArray(List.of(all.split(" ")));
        settings.remove("preflight.probe.timeout"); // only the silent exchanges of the other tests need a short one
        script(
                "binance",
                "GET /sapi/v1/account/apiRestrictions",
                refuse
                        ? new JsonObject().put("code", -1022).put("msg", all)
                        : new JsonObject().put("enableReading", true).put("enable" + all, true));
        script(
                "kraken",
                "POST /0/private/GetApiKeyInfo",
                refuse
                        ? new JsonObject().put("error", new JsonArray().add("EAPI:Invalid key:" + all))
                        : new JsonObject()
                                .put("error", new JsonArray())
                                .put(
                                        "result",
                                        new JsonObject()
                                                .put("permissions", list)
                                                .put("ip_allowlist", list)));
        script(
                "kucoin",
                "GET /api/v1/user/api-key",
                refuse
                        ? new JsonObject().put("code", "400006").put("msg", "clientIp is:" + all)
                        : new JsonObject()
                                .put("code", "200000")
                                .put(
                                        "data",
                                        new JsonObject()
                                                .put("permission", all.replace(" ", ","))
                                                .put("ipWhitelist", all.replace(" ", ","))));

        var ended = Program.run(settings, "check", "--format", "json");

        search(ended);
        assertThat(ended.out()).contains(refuse ? "BAD_SIGNATURE" : "EXCESS_SCOPE"); // it was read, not passed over
    }

    private void script(String exchange, String call, JsonObject body) {
        standIns.of(exchange).answerUnverified(call, 200, body.encode(), Map.of());
    }

    @Test
    void check_unknownKeys_nothingGetsOut() {
        search(Program.run(settings, "check"));
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "ECHO", "ECHO_IN_GOOD_ANSWER"})
    void serve_everyFace_nothingGetsOut(Fault fault) {
        know(KeyState.GOOD);
        standIns.all().forEach(standIn -> standIn.fault(fault));
        settings.put("preflight.access.token", markers.plain("access-token"));
        var bearer = "Bearer " + markers.plain("access-token");

        try (var program = Program.serve(settings, Map.of())) {
            Wait.until(
                    "the first report is there",
                    () -> given().header("Authorization", bearer)
                                    .get(program.api() + "/api/v1/readiness")
                                    .statusCode()
                            == 200);
            var faces = new ArrayList<String>();
            for (var path : List.of("", "/binance", "/given", "/nobody")) {
                faces.add(given().header("Authorization", bearer)
                        .get(program.api() + "/api/v1/readiness" + path)
                        .asString());
            }
            faces.add(given().header("Authorization", bearer + "?")
                    .get(program.api() + "/api/v1/readiness")
                    .asString());
            for (var path : List.of("", "/live", "/started", "/ready", "/well")) {
                faces.add(given().get(program.management() + "/q/health" + path).asString());
            }
            program.stop();
            faces.add(program.out());
            faces.add(program.err());
            faces.forEach(text -> assertThat(markers.in(text)).isEmpty());
        }
    }

    @Test
    void brokenFile_nothingOfItIsQuoted() {
        settings.put(
                "preflight.gunbot.config",
                Program.config(folder, config().replace("}", "} oops ")).toString());

        search(Program.run(settings, "check"));
    }

    private void search(Program.Ended ended) {
        assertThat(ended.out()).isNotEmpty();
        assertThat(markers.in(ended.out())).isEmpty();
        assertThat(markers.in(ended.err())).isEmpty();
    }

    private void know(KeyState state) {
        standIns.of("binance").add(StandInKey.of(markers.plain("binance-key"), markers.plain("binance-secret"), state));
        if (state != KeyState.TRANSFER_ON) {
            standIns.of("kraken")
                    .add(StandInKey.of(markers.plain("kraken-key"), markers.base64("kraken-secret"), state));
        }
        standIns.of("kucoin")
                .add(StandInKey.of(
                        markers.plain("kucoin-key"),
                        markers.plain("kucoin-secret"),
                        markers.odd("kucoin-passphrase"),
                        state));
    }

    private String config() {
        var used = new JsonObject().put("USDT-BTC", new JsonObject().put("enabled", true));
        return new JsonObject()
                .put(
                        "pairs",
                        new JsonObject()
                                .put("binance", used)
                                .put("kraken", used)
                                .put("kucoin", used))
                .put(
                        "exchanges",
                        new JsonObject()
                                .put("binance", entry("binance").put("clientId", markers.plain("client-id")))
                                .put("kraken", entry("kraken").put("secret", markers.base64("kraken-secret")))
                                .put("kucoin", entry("kucoin").put("passphrase", markers.odd("kucoin-passphrase")))
                                .put("bingx", entry("bingx")))
                .put("archivedExchanges", new JsonObject().put("mexc", entry("mexc")))
                .put(
                        "bot",
                        new JsonObject()
                                .put("TOKEN", markers.plain("telegram"))
                                .put("BR_TOKEN", markers.plain("br-token"))
                                .put("gunthy_wallet", markers.plain("wallet")))
                .put("imap_listener", new JsonObject().put("password", markers.odd("mail-password")))
                .put("webhooks", new JsonObject().put("wh_passphrase", markers.odd("webhook")))
                .encodePrettily();
    }

    private JsonObject entry(String name) {
        return new JsonObject()
                .put("key", markers.plain(name + "-key"))
                .put("secret", markers.plain(name + "-secret"))
                .put("masterkey", markers.plain(name + "-masterkey"))
                .put("mastersecret", markers.base64(name + "-mastersecret"));
    }
}
