package gunbot.preflight.deploy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.Wait;
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

/**
 * What a kubelet and a Docker engine see of the gate, as statuses and exit codes. Neither runs here: that they start Gunbot
 * upon it is theirs, and was not tried.
 */
class GateSequenceIT {
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
        settings.put(
                "preflight.gunbot.config",
                Program.config(
                                folder,
                                """
                                { "pairs": { "binance": { "USDT-BTC": { "enabled": true } } },
                                  "exchanges": { "binance": { "key": "%s", "secret": "%s", "market": "spot" } } }
                                """
                                        .formatted(KEY, SECRET))
                        .toString());
    }

    @AfterEach
    void stop() {
        if (program != null) {
            program.close();
        }
        standIns.close();
    }

    /** A startupProbe takes 200 to 399 as success and begins no sooner than the container; then comes the livenessProbe. */
    @Test
    void startupProbe_failsUntilTheKeyIsCured_thenSucceedsForGood() {
        at(KeyState.WITHDRAW_ON);
        program = Program.serve(settings, Map.of());
        var statuses = new ArrayList<Integer>();

        Wait.until("the first report is there, and the probe has failed five times", () -> {
            statuses.add(probe("started"));
            return report() == 200 && statuses.size() >= 5;
        });
        assertThat(statuses).containsOnly(503);
        given().get(program.management() + "/q/health/started")
                .then()
                .body("status", equalTo("DOWN"))
                .body("checks[0].data.waitingFor", equalTo("binance"));
        assertThat(probe("live")).as("nothing to restart").isEqualTo(200);

        at(KeyState.GOOD);
        refresh();
        Wait.until("the gate is open", () -> {
            statuses.add(probe("started"));
            return statuses.get(statuses.size() - 1) != 503;
        });
        assertThat(statuses.get(statuses.size() - 1)).isEqualTo(200);
        assertThat(probe("started")).isEqualTo(200);
    }

    /** compose's service_healthy waits for exit code 0 of the healthcheck "started"; the image's own one asks for "live". */
    @Test
    void healthcheck_exitsWith1UntilTheKeyIsCured_thenWith0() {
        at(KeyState.WITHDRAW_ON);
        program = Program.serve(settings, Map.of());
        Wait.until("the first report is there", () -> report() == 200);

        assertThat(healthcheck("started")).isEqualTo(1);
        assertThat(healthcheck("live")).isZero();

        at(KeyState.GOOD);
        refresh();
        Wait.until("the gate is open", () -> probe("started") == 200);

        assertThat(healthcheck("started")).isZero();
        assertThat(healthcheck("live")).isZero();
    }

    /**
     * Before Kubernetes 1.29: the kubelet starts Gunbot when the init container has ended with 0, and starts one that ended
     * otherwise again. An ordinary container serves after it, and finds in their common folder that the gate has opened.
     */
    @Test
    void wait_doesNotEndUntilTheKeyIsCured_thenEndsWith0_andTheContainerAfterItIsOpenAtOnce() {
        at(KeyState.WITHDRAW_ON);
        program = Program.begin(settings, "wait");
        Wait.until(
                "it says what it waits for", () -> program.err().contains("The gate waits for binance: WITHDRAW_ON"));
        assertThat(program.isRunning()).as("the init container runs on").isTrue();
        assertThat(program.stop()).as("a node that is drained").isEqualTo(143);

        // only now, or the second one would stay for the rest of the first one's minute before it asks again
        settings.put("preflight.state.dir", state.toString());
        at(KeyState.GOOD);
        var again = Program.run(settings, "wait");
        assertThat(again.exitCode()).as(again.err()).isZero();

        at(KeyState.WITHDRAW_ON);
        program = Program.serve(settings, Map.of());
        assertThat(probe("started")).as("no report is there yet, or it is bad").isEqualTo(200);
    }

    /** Between the start of a container and its first open port a kubelet and an engine see a refusal: no success either. */
    @Test
    void beforeTheProgramListens_healthcheckFails() {
        assertThat(List.of("live", "started", "ready")).allSatisfy(probe -> assertThat(
                        Program.run(Map.of("quarkus.management.port", "1"), "healthcheck", probe)
                                .exitCode())
                .isEqualTo(1));
    }

    private void at(KeyState state) {
        standIns.of("binance").add(StandInKey.of(KEY, SECRET, state));
    }

    private void refresh() {
        given().post(program.api() + "/api/v1/readiness/refresh").then().statusCode(202);
    }

    private int probe(String name) {
        return given().get(program.management() + "/q/health/" + name).statusCode();
    }

    private int report() {
        return given().get(program.api() + "/api/v1/readiness").statusCode();
    }

    private int healthcheck(String name) {
        var port = program.management().replaceAll(".*:", "");
        return Program.run(Map.of("quarkus.management.port", port), "healthcheck", name)
                .exitCode();
    }
}
