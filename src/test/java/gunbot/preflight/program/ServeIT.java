package gunbot.preflight.program;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.Wait;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a service, jar or native: its API, its health checks, its rules of access. */
class ServeIT {
    private static final String TOKEN = "a-token-of-more-than-24-characters";
    private static final String KEY = "A1b2C3d4E5f6G7h8I9j0A1b2C3d4E5f6G7h8I9j0A1b2C3d4E5f6G7h8I9j0x4Yz";
    private static final String SECRET = "s1S2s3S4s5S6s7S8s9S0s1S2s3S4s5S6s7S8s9S0s1S2s3S4s5S6s7S8s9S0zzzz";

    private final Map<String, String> settings = new TreeMap<>();
    private StandIns standIns;
    private Program program;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        standIns = StandIns.start(Clock.systemUTC());
        settings.putAll(DemoKeys.origins(standIns));
    }

    @AfterEach
    void stop() {
        if (program != null) {
            program.close();
        }
        standIns.close();
    }

    @Test
    void demo_reportInItsFixedForm() {
        serve(DemoKeys.configFor(standIns));

        given().get(program.api() + "/api/v1/readiness")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("ready", equalTo(false))
                .body("verdict", equalTo("NOT_READY"))
                .body("complete", equalTo(true))
                .body("checkedAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"))
                .body("source.state", equalTo("OK"))
                .body("source.readAt", notNullValue())
                .body("gate.mode", equalTo("enforce"))
                .body("gate.open", equalTo(false))
                .body("gate.openedAt", nullValue())
                .body(
                        "gate.waitingFor",
                        hasItems(
                                "binance#2",
                                "binance#4",
                                "binance#6",
                                "bitmex",
                                "cex",
                                "kraken#2",
                                "kraken#3",
                                "kucoin#2"))
                .body("summary.READY", equalTo(6))
                .body("summary.NOT_CHECKED", equalTo(1))
                .body("findings.code", hasItem("ENTRY_ORPHAN"))
                .body("keys[0].name", equalTo("binance"))
                .body("keys[0].exchange", equalTo("binance"))
                .body("keys[0].market", equalTo("spot"))
                .body("keys[0].role", equalTo("BOTH"))
                .body("keys[0].inUse", equalTo(true))
                .body("keys[0].keyHint", equalTo("0001"))
                .body("keys[0].credentials", equalTo("CONFIG"))
                .body("keys[0].scopes.find { it.scope == 'WITHDRAW' }.state", equalTo("OFF"))
                .body("keys[0].scopes.find { it.scope == 'WITHDRAW' }.evidence", equalTo("DECLARED"))
                .body("keys[0].scopes.find { it.scope == 'WITHDRAW' }.expected", equalTo("FORBIDDEN"))
                .body("keys[0].ipRestriction.state", equalTo("ON"))
                .body("keys[0].expiry.state", equalTo("NEVER"))
                .body("keys[0].clockSkewMs", notNullValue())
                .body("keys[0].requests", equalTo(4));
    }

    @Test
    void oneEntry_byItsEscapedName() {
        serve(DemoKeys.configFor(standIns));

        given().urlEncodingEnabled(false)
                .get(program.api() + "/api/v1/readiness/binance%232")
                .then()
                .statusCode(200)
                .body("keys.size()", equalTo(1))
                .body("keys[0].findings[0].code", equalTo("WITHDRAW_ON"))
                .body("keys[0].findings[0].severity", equalTo("BLOCKER"))
                .body("keys[0].findings[0].remedy", matchesPattern(".*untick \"Enable Withdrawals\".*"));
        given().get(program.api() + "/api/v1/readiness/kraken").then().body("keys.role", hasItems("TRADING", "MASTER"));
        given().get(program.api() + "/api/v1/readiness/nobody")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void languageOfAnAnswer_isTheOneAskedFor() {
        serve(DemoKeys.configFor(standIns));
        var entry = program.api() + "/api/v1/readiness/binance%232";

        for (var asking : List.of(
                given().queryParam("lang", "es"),
                given().header("Accept-Language", "es-MX,es;q=0.9,en;q=0.8"),
                given().queryParam("lang", "xx").header("Accept-Language", "es"),
                given().queryParam("lang", "es").header("Accept-Language", "en"))) {
            asking.urlEncodingEnabled(false)
                    .get(entry)
                    .then()
                    .statusCode(200)
                    .header("Content-Language", "es")
                    .header("Vary", "Accept-Language")
                    .body("keys[0].verdict", equalTo("NOT_READY"))
                    .body("keys[0].findings[0].code", equalTo("WITHDRAW_ON"))
                    .body("keys[0].findings[0].remedy", matchesPattern(".*desmarque \"Enable Withdrawals\"\\."));
        }
        for (var asking :
                List.of(given(), given().queryParam("lang", "xx"), given().header("Accept-Language", "fr, de;q=0.5"))) {
            asking.urlEncodingEnabled(false).get(entry).then().header("Content-Language", "en");
        }
    }

    @Test
    void queryThatIsNotRightlyEscaped_isNoFault() throws java.io.IOException {
        serve(oneEntry());

        var connection = (java.net.HttpURLConnection) // the only client here that sends it as it stands
                new java.net.URL(program.api() + "/api/v1/readiness?lang=%zz").openConnection();
        assertThat(connection.getResponseCode()).isIn(200, 400);
    }

    @Test
    void problems_areToldInTheLanguageAskedFor() {
        serve(oneEntry());

        given().queryParam("lang", "es")
                .get(program.api() + "/api/v1/readiness/nobody")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Content-Language", "es")
                .body("detail", equalTo("En el último informe no hay ninguna entrada con ese nombre."));
        given().header("Accept-Language", "es")
                .get(program.api() + "/nowhere")
                .then()
                .statusCode(404)
                .header("Content-Language", "es")
                .body("detail", equalTo("No hay nada en esta ruta."));
        given().header("Accept-Language", "es")
                .delete(program.api() + "/api/v1/readiness")
                .then()
                .statusCode(405)
                .body("detail", equalTo("Esta ruta no admite este método."));
        given().header("Accept-Language", "es")
                .header("Origin", "https://evil.example")
                .get(program.api() + "/api/v1/readiness")
                .then()
                .statusCode(403)
                .header("Content-Language", "es")
                .body("detail", equalTo("Las páginas de otros orígenes no pueden hacer peticiones aquí."));
        given().get(program.api() + "/nowhere").then().body("detail", equalTo("There is nothing at this path."));
    }

    @Test
    void beforeTheFirstReport_checkingAndNotReady() {
        standIns.of("binance").fault(Fault.SILENT);
        launch(oneEntry());

        given().get(program.api() + "/api/v1/readiness").then().statusCode(503).body("state", equalTo("CHECKING"));
        health("live", 200);
        health("ready", 503);
        health("started", 503);
        health("well", 503);
    }

    @Test
    void goodKey_gateOpensAndStaysOpen() {
        standIns.of("binance").add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        serve(oneEntry());
        health("started", 200);
        health("ready", 200);
        health("well", 200);

        standIns.of("binance").add(StandInKey.of(KEY, SECRET, KeyState.WITHDRAW_ON));
        refreshAndWaitFor("NOT_READY");

        health("started", 200);
        health("ready", 503);
        health("well", 503);
        health("live", 200);
    }

    @Test
    void withdrawalOn_gateStaysShutUntilItIsUnticked() {
        standIns.of("binance").add(StandInKey.of(KEY, SECRET, KeyState.WITHDRAW_ON));
        serve(oneEntry());
        health("started", 503);

        standIns.of("binance").add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        refreshAndWaitFor("READY");

        health("started", 200);
    }

    @Test
    void warningOnly_readyButNotWell() {
        standIns.of("binance").add(StandInKey.of(KEY, SECRET, KeyState.UNRESTRICTED));
        serve(oneEntry());

        health("started", 200);
        health("ready", 200);
        health("well", 503);
    }

    @Test
    void reportMode_gateOpensWhateverTheReportSays() {
        settings.put("preflight.gate.mode", "report");
        standIns.of("binance").add(StandInKey.of(KEY, SECRET, KeyState.WITHDRAW_ON));
        serve(oneEntry());

        health("started", 200);
        health("ready", 503);
    }

    @Test
    void refreshTwice_theSecondIsToldToWait() {
        standIns.of("binance").add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        serve(oneEntry());
        given().post(program.api() + "/api/v1/readiness/refresh").then().statusCode(202);
        Wait.until(
                "the check is over",
                () -> standIns.of("binance").requests().getOrDefault("GET /sapi/v1/account/apiRestrictions", 0) == 2);
        Wait.until("a further refresh is refused", () -> {
            var answer = given().post(program.api() + "/api/v1/readiness/refresh");
            return answer.statusCode() == 429
                    && Integer.parseInt(answer.header("Retry-After")) <= 61
                    && answer.contentType().startsWith("application/problem+json");
        });
    }

    @Test
    void foreignHostOrOrigin_refused() {
        serve("{}");
        var url = program.api() + "/api/v1/readiness";

        given().header("Host", "evil.example").get(url).then().statusCode(421).contentType("application/problem+json");
        given().header("Host", "localhost:8090").get(url).then().statusCode(200);
        given().header("Origin", "https://evil.example").get(url).then().statusCode(403);
        given().header("Origin", "null").get(url).then().statusCode(403);
    }

    @Test
    void token_neededWhereOneIsSet() {
        settings.put("preflight.access.token", TOKEN);
        serve("{}", "Bearer " + TOKEN);
        var url = program.api() + "/api/v1/readiness";

        given().get(url)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json");
        given().header("Authorization", "Bearer " + TOKEN + "x").get(url).then().statusCode(401);
        given().header("Authorization", "Bearer " + TOKEN).get(url).then().statusCode(200);
        health("live", 200);
    }

    @Test
    void unknownPathAndMethod_problemJson() {
        serve("{}");

        given().get(program.api() + "/nothing").then().statusCode(404).contentType("application/problem+json");
        given().get(program.api() + "/api/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        given().delete(program.api() + "/api/v1/readiness")
                .then()
                .statusCode(405)
                .contentType("application/problem+json");
        given().get(program.api() + "/q/health").then().statusCode(404);
    }

    @Test
    void noFile_gateOpensSinceNothingCanTrade_andTheReportSaysSo() {
        settings.put("preflight.gunbot.config", folder.resolve("nowhere.js").toString());
        program = Program.serve(settings, Map.of());
        waitForReport(null);

        given().get(program.api() + "/api/v1/readiness")
                .then()
                .body("verdict", equalTo("UNKNOWN"))
                .body("ready", equalTo(false))
                .body("source.state", equalTo("MISSING"))
                .body("findings.code", hasItems("CONFIG_UNREADABLE", "NO_KEYS"));
        health("started", 200);
    }

    @Test
    void brokenFile_gateHolds_andTheApiServes() {
        serve("{ \"exchanges\": ");

        given().get(program.api() + "/api/v1/readiness")
                .then()
                .body("source.state", equalTo("INVALID"))
                .body("verdict", equalTo("UNKNOWN"))
                .body("findings[0].message", matchesPattern(".*ends too early, at line 1, column 15.*"));
        health("started", 503);
    }

    @Test
    void fileBrokenLater_lastGoodReadingIsKept() {
        standIns.of("binance").add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        serve(oneEntry());
        Program.config(folder, "{");
        given().post(program.api() + "/api/v1/readiness/refresh").then().statusCode(202);

        Wait.until("the broken file is noticed", () -> "INVALID"
                .equals(given().get(program.api() + "/api/v1/readiness").path("source.state")));
        given().get(program.api() + "/api/v1/readiness")
                .then()
                .body("verdict", equalTo("READY"))
                .body("keys[0].name", equalTo("binance"));
    }

    @Test
    void healthcheckCommand_asksTheRunningProgram() {
        standIns.of("binance").add(StandInKey.of(KEY, SECRET, KeyState.WITHDRAW_ON));
        serve(oneEntry());
        var port = program.management().replaceAll(".*:", "");
        var at = Map.of("quarkus.management.port", port);

        assertThat(Program.run(at, "healthcheck").exitCode()).isZero();
        assertThat(Program.run(at, "healthcheck", "live").exitCode()).isZero();
        assertThat(Program.run(at, "healthcheck", "started").exitCode()).isEqualTo(1);
        assertThat(Program.run(at, "healthcheck", "ready").exitCode()).isEqualTo(1);
        assertThat(Program.run(Map.of("quarkus.management.port", "1"), "healthcheck")
                        .exitCode())
                .isEqualTo(1);
        assertThat(Program.run(at, "healthcheck", "alive").exitCode()).isEqualTo(64);
    }

    @Test
    void stop_endsByItself() {
        serve("{}");

        assertThat(program.stop()).isIn(0, 143);
    }

    private void serve(String config) {
        serve(config, null);
    }

    private void serve(String config, String authorization) {
        launch(config);
        waitForReport(authorization);
    }

    private void launch(String config) {
        settings.put("preflight.gunbot.config", Program.config(folder, config).toString());
        program = Program.serve(settings, Map.of());
    }

    private void waitForReport(String authorization) {
        Wait.until(
                "the first report is there",
                () -> given().header("Authorization", String.valueOf(authorization))
                                .get(program.api() + "/api/v1/readiness")
                                .statusCode()
                        == 200);
    }

    private void refreshAndWaitFor(String verdict) {
        given().post(program.api() + "/api/v1/readiness/refresh").then().statusCode(202);
        Wait.until(
                "the verdict is " + verdict,
                () -> verdict.equals(
                        given().get(program.api() + "/api/v1/readiness").path("verdict")));
    }

    private void health(String path, int status) {
        given().get(program.management() + "/q/health/" + path).then().statusCode(status);
    }

    private static String oneEntry() {
        return """
                { "pairs": { "binance": { "USDT-BTC": { "enabled": true } } },
                  "exchanges": { "binance": { "key": "%s", "secret": "%s", "market": "spot" } } }
                """
                .formatted(KEY, SECRET);
    }
}
