package gunbot.preflight.program;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.Wait;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the program from starting, and what it says then. */
class StartIT {
    /** What Qute logs for whoever looks for faults. */
    private static final String QUTE_STARTS = "Initializing Qute";

    private static final Map<String, String> SAYING_WHAT_QUTE_DOES =
            Map.of("preflight.gunbot.config", "", "quarkus.log.category.\"io.quarkus\".level", "DEBUG");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    preflight.gate.mod             | enforce | did you mean preflight.gate.mode?
                    preflight.policy.withdrawal    | block   | did you mean preflight.policy.withdraw?
                    preflight.keys."a".secrt       | x       | did you mean preflight.keys."a".secret?
                    preflight.exchange."binance".orign | x   | did you mean preflight.exchange."binance".origin?
                    preflight.exchange."binance".origin | http://192.0.2.1 | an origin is
                    preflight.exchange."binance".origin | http://127.0.0.1:1/path | an origin is
                    preflight.exchange."binance".origin | http://api.binance.com | an origin is
                    preflight.access.token         | short   | 24 characters or more
                    preflight.access.token-file    | /nowhere/token | cannot be read
                    quarkus.http.host              | 0.0.0.0 | set preflight.access.token-file
                    quarkus.http.port              | 5001    | Gunbot's own
                    quarkus.management.port        | 3000    | Gunbot's own
                    preflight.gate.mode            | maybe   | preflight.gate.mode
                    preflight.probe.timeout        | soon    | preflight.probe.timeout
                    """)
    void badSetting_refusesToStartWithAReason(String name, String value, String reason) {
        var ended = Program.run(Map.of(name, value));

        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains(reason).doesNotContain("\tat ");
    }

    @Test
    void badVariable_refusesToStart_serviceLinksDoNot() {
        var mistyped = Program.run(Map.of(), Path.of("."), Map.of("PREFLIGHT_POLCY_WITHDRAW", "warn"), "check");
        assertThat(mistyped.exitCode()).isEqualTo(64);
        assertThat(mistyped.err()).contains("did you mean PREFLIGHT_POLICY_WITHDRAW?");

        var linked = Program.run(
                Map.of(),
                Path.of("."),
                Map.of(
                        "PREFLIGHT_SERVICE_HOST", "10.0.0.1",
                        "PREFLIGHT_SERVICE_PORT", "8090",
                        "PREFLIGHT_PORT", "tcp://10.0.0.1:8090",
                        "PREFLIGHT_PORT_8090_TCP_ADDR", "10.0.0.1"),
                "check");
        assertThat(linked.exitCode()).isEqualTo(3);
    }

    /** In a container the root file system is read-only: a start that makes a folder is none. */
    @Test
    void start_leavesNothingAmongTheTemporaryFiles(@TempDir Path folder) {
        var settings = Map.of("preflight.gunbot.config", "", "java.io.tmpdir", folder.toString());

        try (var program = Program.serve(settings, Map.of())) {
            assertThat(folder).isEmptyDirectory();
            assertThat(program.stop()).isEqualTo(143);
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** A start is waited for by Gunbot and its probes, a page by nobody most of the time. */
    @Test
    void templates_areReadWhenThePageIsAskedFor() {
        try (var program = Program.serve(SAYING_WHAT_QUTE_DOES, Map.of())) {
            assertThat(program.err()).doesNotContain(QUTE_STARTS);

            RestAssured.get(program.api() + "/").then().statusCode(200);
            Wait.until("the templates to be read", () -> program.err().contains(QUTE_STARTS));
        }
    }

    @Test
    void templates_areNotReadByACommand_notEvenAtItsEnd() {
        var command = Program.run(SAYING_WHAT_QUTE_DOES, "check");

        assertThat(command.err()).contains("DEBUG", "stopped in").doesNotContain(QUTE_STARTS);
    }

    @Test
    void portInUse_saysSo() {
        try (var first = Program.serve(Map.of("preflight.gunbot.config", ""), Map.of())) {
            var port = first.api().replaceAll(".*:", "");

            var second = Program.run(Map.of("quarkus.http.port", port, "quarkus.management.port", "0"));

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err()).contains("the port is in use").doesNotContain("\tat ");

            var management = first.management().replaceAll(".*:", "");
            var third = Program.run(Map.of("quarkus.http.port", "0", "quarkus.management.port", management));
            assertThat(third.exitCode()).isEqualTo(1);
            assertThat(third.err())
                    .contains("the port is in use", "quarkus.management.port")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void help_tellsTheCommands() {
        var help = Program.run(Map.of(), "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("check", "healthcheck", "127.0.0.1:8090");
    }
}
