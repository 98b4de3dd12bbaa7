package gunbot.preflight.program;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate of the packaged program: what it waits for, the way past it, what outlives a restart, and {@code wait}. */
class GateIT {
    private static final String TOKEN = "a-token-of-more-than-24-characters";
    private static final String KEY = "A1b2C3d4E5f6G7h8I9j0A1b2C3d4E5f6G7h8I9j0A1b2C3d4E5f6G7h8I9j0x4Yz";
    private static final String SECRET = "s1S2s3S4s5S6s7S8s9S0s1S2s3S4s5S6s7S8s9S0s1S2s3S4s5S6s7S8s9S0zzzz";

    private final Map<String, String> settings = new TreeMap<>();
    private StandIns standIns;
    private Program program;

    @TempDir
    Path folder;

    @TempDir
    Path state;

    @BeforeEach
    void start() {
        standIns = StandIns.start(Clock.systemUTC());
        settings.putAll(DemoKeys.origins(standIns));
        var config =
                """
                { "pairs": { "binance": { "USDT-BTC": { "enabled": true } } },
                  "exchanges": { "binance": { "key": "%s", "secret": "%s", "market": "spot" } } }
                """
                        .formatted(KEY, SECRET);
        settings.put("preflight.gunbot.config", Program.config(folder, config).toString());
    }

    @AfterEach
    void stop() {
        if (program != null) {
            program.close();
        }
        standIns.close();
    }

    @Test
    void badKey_holdsUntilThePersonWithTheTokenOpens_andARestartFindsItOpen() throws IOException {
        settings.put("preflight.access.token", TOKEN);
        settings.put("preflight.state.dir", state.toString());
        keyIs(KeyState.WITHDRAW_ON);
        serve();
        given().get(program.management() + "/q/health/started")
                .then()
                .statusCode(503)
                .body("checks[0].data.waitingFor", equalTo("binance"))
                .body("checks[0].data.binance", equalTo("WITHDRAW_ON"));
        assertThat(program.err())
                .contains("The gate waits for binance: WITHDRAW_ON")
                .doesNotContain("x4Yz");

        given().post(program.api() + "/api/v1/gate/open").then().statusCode(401);
        var at = at(program);
        at.put("preflight.access.token", "another-token-of-24-characters");
        var refused = Program.run(at, "gate", "open");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("another token").doesNotContain("another-token-of");
        health("started", 503);

        at.put("preflight.access.token", TOKEN);
        var opened = Program.run(at, "gate", "open");
        assertThat(opened.exitCode()).as(opened.err()).isZero();
        health("started", 200);
        given().header("Authorization", "Bearer " + TOKEN)
                .get(program.api() + "/api/v1/readiness")
                .then()
                .body("gate.open", equalTo(true))
                .body("gate.waitingFor.size()", equalTo(0))
                .body("findings.code", hasItem("GATE_OVERRIDDEN"));

        program.stop();
        assertThat(Files.readString(state.resolve("preflight-state.json"))).doesNotContain(KEY, SECRET, "x4Yz");
        serve();
        health("started", 200);
        health("ready", 503);
        health("well", 503);
        given().header("Authorization", "Bearer " + TOKEN)
                .get(program.api() + "/api/v1/readiness")
                .then()
                .body("verdict", equalTo("NOT_READY"))
                .body("findings.code", hasItem("GATE_OVERRIDDEN"));
    }

    @Test
    void openOverHttp_givesTheGatesState() {
        settings.put("preflight.access.token", TOKEN);
        keyIs(KeyState.WITHDRAW_ON);
        serve();

        given().header("Authorization", "Bearer " + TOKEN)
                .post(program.api() + "/api/v1/gate/open")
                .then()
                .statusCode(200)
                .body("mode", equalTo("enforce"))
                .body("open", equalTo(true))
                .body("openedAt", notNullValue());
        given().header("Authorization", "Bearer " + TOKEN)
                .get(program.api() + "/api/v1/gate/open")
                .then()
                .statusCode(405);
    }

    @Test
    void withoutAToken_nobodyOpensIt() {
        keyIs(KeyState.WITHDRAW_ON);
        serve();

        given().post(program.api() + "/api/v1/gate/open")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("preflight.access.token"));
        health("started", 503);

        var command = Program.run(at(program), "gate", "open");
        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.err()).contains("preflight.access.token-file");

        var at = at(program);
        at.put("preflight.access.token", TOKEN);
        assertThat(Program.run(at, "gate", "open").exitCode()).isEqualTo(1);
        at.put("quarkus.http.port", "1");
        assertThat(Program.run(at, "gate", "open").exitCode()).isEqualTo(3);
        assertThat(Program.run(at, "gate").exitCode()).isEqualTo(64);
        assertThat(Program.run(at, "gate", "shut").exitCode()).isEqualTo(64);
    }

    @Test
    void stateDirThatCannotBeWritten_isSaidAtTheStart_andTheServiceRuns() throws IOException {
        settings.put("preflight.state.dir", Files.createFile(state.resolve("file")) + "/below");
        keyIs(KeyState.GOOD);
        serve();

        assertThat(program.err()).contains("preflight.state.dir=", "cannot be written");
        health("started", 200);
    }

    @Test
    void wait_saysWhatItWaitsFor_andEndsPromptlyWhenAsked_thenWithZeroForAGoodKey() {
        keyIs(KeyState.WITHDRAW_ON);
        program = Program.begin(settings, "wait");
        Wait.until(
                "it says what it waits for", () -> program.err().contains("The gate waits for binance: WITHDRAW_ON"));
        assertThat(program.stop()).isEqualTo(143);

        keyIs(KeyState.GOOD);
        var ended = Program.run(settings, "wait");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void wait_keyMendedAtTheExchange_endsWithZero() {
        keyIs(KeyState.WITHDRAW_ON);
        program = Program.begin(settings, "wait");
        Wait.until("it waits", () -> program.err().contains("The gate waits for binance: WITHDRAW_ON"));

        keyIs(KeyState.GOOD); // asked again a minute after the first time

        assertThat(program.end()).as(program.err()).isZero();
        assertThat(program.err()).contains("The gate is open: the keys in use are ready.");
    }

    @Test
    void wait_restartedAgainAndAgain_asksNoMoreThanItWould() {
        settings.put("preflight.state.dir", state.toString());
        standIns.of("binance").add(StandInKey.of(KEY, SECRET.replace('s', 'z'), KeyState.GOOD));
        waitsAndIsEnded();
        var asked = standIns.of("binance").log().size();

        waitsAndIsEnded();
        waitsAndIsEnded();

        assertThat(asked).isPositive();
        assertThat(standIns.of("binance").log()).hasSize(asked);
    }

    private void waitsAndIsEnded() {
        program = Program.begin(settings, "wait");
        Wait.until("it waits", () -> program.err().contains("The gate waits for binance: BAD_SIGNATURE"));
        program.stop();
    }

    @Test
    void wait_withAStateDir_theServiceAfterItFindsTheGateOpen() {
        settings.put("preflight.state.dir", state.toString());
        keyIs(KeyState.GOOD);
        assertThat(Program.run(settings, "wait").exitCode()).isZero();

        keyIs(KeyState.DISABLED);
        serve();

        health("started", 200);
        health("ready", 503);
        assertThat(Program.run(settings, "wait").exitCode()).isZero();
    }

    private void keyIs(KeyState keyState) {
        standIns.of("binance").add(StandInKey.of(KEY, SECRET, keyState));
    }

    /** Starts the service and waits for the first report. */
    private void serve() {
        program = Program.serve(settings, Map.of());
        Wait.until(
                "the first report is there",
                () -> given().header("Authorization", "Bearer " + TOKEN)
                                .get(program.api() + "/api/v1/readiness")
                                .statusCode()
                        == 200);
    }

    private Map<String, String> at(Program running) {
        var at = new TreeMap<String, String>();
        at.put("quarkus.http.port", running.api().replaceAll(".*:", ""));
        return at;
    }

    private void health(String path, int status) {
        given().get(program.management() + "/q/health/" + path).then().statusCode(status);
    }
}
