package gunbot.preflight.program;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.metrics.Metric;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.Promtool;
import gunbot.preflight.testing.Wait;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /q/metrics} of the packaged program on the demo's keys. */
class MetricsIT {
    private StandIns standIns;
    private Program program;

    @TempDir
    Path folder;

    @BeforeEach
    void serve() {
        standIns = StandIns.start(Clock.systemUTC());
        var settings = new TreeMap<>(DemoKeys.origins(standIns));
        settings.put(
                "preflight.gunbot.config",
                Program.config(folder, DemoKeys.configFor(standIns)).toString());
        program = Program.serve(settings, Map.of());
        Wait.until(
                "the first report is there",
                () -> given().get(program.api() + "/api/v1/readiness").statusCode() == 200);
    }

    @AfterEach
    void stop() {
        program.close();
        standIns.close();
    }

    @Test
    void scrape_hasEveryMetricOfOurs_andNoOther() {
        var names = scrape().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toSet());

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Metric.values()).map(Metric::title).toList());
    }

    @Test
    void scrape_promtoolFindsNoFault() {
        var checked = Promtool.run(scrape(), "check", "metrics");

        assertThat(checked.output()).isEmpty();
        assertThat(checked.exitCode()).isZero();
    }

    @Test
    void scrape_saysWhatTheReportSays() {
        assertThat(scrape().lines())
                .contains("preflight_gate_open 0.0")
                .anyMatch(line -> line.matches("preflight_findings\\{code=\"WITHDRAW_ON\",entry=\"binance#2\",.*} 1.0"))
                .anyMatch(line -> line.matches("preflight_key_verdict\\{entry=\"binance\",.*verdict=\"READY\",?} 1.0"))
                .anyMatch(line -> line.matches("preflight_key_verdict\\{entry=\"binance\",.*\"NOT_READY\",?} 0.0"));
    }

    @Test
    void port8090_tellsNoMetrics() {
        assertThat(given().get(program.api() + "/q/metrics").statusCode()).isEqualTo(404);
    }

    private String scrape() {
        return given().accept("text/plain")
                .get(program.management() + "/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
