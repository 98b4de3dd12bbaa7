package gunbot.preflight.check;

import static gunbot.preflight.testing.Reports.key;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.gate.Gate;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.report.Report;
import gunbot.preflight.settings.Entries;
import gunbot.preflight.settings.ExactNames;
import gunbot.preflight.testing.Reports;
import gunbot.preflight.testing.TestClock;
import gunbot.preflight.testing.TestSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private final TestClock clock = new TestClock();
    private final List<UniEmitter<? super Report>> running = new ArrayList<>();
    private final Gate gate = new Gate(
            TestSettings.of(Map.of()), new Entries(new ExactNames(new SmallRyeConfigBuilder().build())), clock);
    private final Checks checks = new Checks(() -> Uni.createFrom().emitter(running::add), gate, clock);

    @Test
    void beforeTheFirst_noReport() {
        checks.start();

        assertThat(checks.last()).isEmpty();
    }

    @Test
    void ended_reportIsKeptAndTheGateSeesIt() {
        checks.start();
        var report = Reports.of(key("a", Verdict.READY));
        running.get(0).complete(report);

        assertThat(checks.last()).contains(report);
        assertThat(gate.state().open()).isTrue();
    }

    @Test
    void startWhileOneRuns_joinsIt() {
        checks.start();
        checks.start();
        assertThat(checks.refresh()).isEmpty();

        assertThat(running).hasSize(1);
    }

    @Test
    void failed_theLastReportStays_andTheNextCheckRuns() {
        checks.start();
        var report = Reports.of(key("a", Verdict.READY));
        running.get(0).complete(report);
        checks.start();
        running.get(1).fail(new IllegalStateException());

        assertThat(checks.last()).contains(report);
        checks.start();
        assertThat(running).hasSize(3);
    }

    @Test
    void refresh_atMostOnceAMinute() {
        assertThat(checks.refresh()).isEmpty();
        running.get(0).complete(Reports.of());
        clock.pass(Duration.ofSeconds(10));

        assertThat(checks.refresh()).contains(Duration.ofSeconds(50));
        assertThat(running).hasSize(1);

        clock.pass(Duration.ofSeconds(50));
        assertThat(checks.refresh()).isEmpty();
        assertThat(running).hasSize(2);
    }
}
