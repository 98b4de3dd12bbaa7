package gunbot.preflight.check;

import static gunbot.preflight.testing.Reports.key;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.gate.Gate;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.Report;
import gunbot.preflight.testing.Gates;
import gunbot.preflight.testing.Reports;
import gunbot.preflight.testing.TestClock;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private final TestClock clock = new TestClock();
    private final List<UniEmitter<? super Report>> running = new ArrayList<>();
    private final List<Which> asked = new ArrayList<>();
    private final List<Instant> before = new ArrayList<>();
    private Consumer<KeyReport> each;
    private final Gate gate = new Gates(clock).with(Map.of());
    private final Checks checks = new Checks(this::check, gate, clock);

    private Uni<Report> check(Which which, Instant onlyBefore, Consumer<KeyReport> listener) {
        asked.add(which);
        before.add(onlyBefore);
        each = listener;
        return Uni.createFrom().emitter(running::add);
    }

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
    void changedFileWhileOneRuns_oneMoreCheckFollows_howeverManyChanges() {
        checks.start(Which.DUE);
        checks.start(Which.NEW);
        checks.start(Which.NEW);
        running.get(0).complete(Reports.of());

        assertThat(asked).containsExactly(Which.DUE, Which.NEW);
        running.get(1).complete(Reports.of());
        assertThat(running).hasSize(2);
    }

    @Test
    void programEnds_theCheckThatBreaksOffIsNoNews_andNoneFollows() {
        var told = new ArrayList<Report>();
        checks.listen(new CheckListener() {
            @Override
            public void key(KeyReport key) {
                told.add(null);
            }

            @Override
            public void report(Report report) {
                told.add(report);
            }
        });
        checks.start();
        var report = Reports.of(key("a", Verdict.READY));
        running.get(0).complete(report);
        checks.start();
        checks.start(Which.NEW);
        checks.end(null);
        each.accept(key("a", Verdict.UNKNOWN));
        running.get(1).complete(Reports.of(key("a", Verdict.UNKNOWN)));

        assertThat(told).containsExactly(report);
        assertThat(checks.last()).contains(report);
        assertThat(running).hasSize(2);
    }

    @Test
    void dueWhileOneRuns_nothingFollows() {
        checks.start(Which.NEW);
        checks.start(Which.DUE);
        running.get(0).complete(Reports.of());

        assertThat(asked).containsExactly(Which.NEW);
    }

    @Test
    void refreshWhileARecheckRuns_theRestFollows_once_andCountsAsARefresh() {
        var began = clock.instant();
        checks.start(Which.DUE);
        clock.pass(Duration.ofSeconds(2));
        assertThat(checks.refresh()).isEmpty();
        assertThat(checks.refresh()).isEmpty();
        running.get(0).complete(Reports.of());

        assertThat(asked).containsExactly(Which.DUE, Which.ALL);
        assertThat(before).last().isEqualTo(began); // what was asked since then is not asked again
        running.get(1).complete(Reports.of());
        assertThat(running).hasSize(2);
        assertThat(checks.refresh()).contains(Duration.ofMinutes(1));
    }

    @Test
    void refreshTooSoonWhileARecheckRuns_joinsIt_andNothingFollows() {
        checks.refresh();
        running.get(0).complete(Reports.of());
        checks.start(Which.DUE);
        assertThat(checks.refresh()).isEmpty();
        running.get(1).complete(Reports.of());

        assertThat(asked).containsExactly(Which.ALL, Which.DUE);
    }

    @Test
    void clockSetBack_refreshIsNotRefusedForLong() {
        checks.refresh();
        running.get(0).complete(Reports.of());
        clock.pass(Duration.ofDays(-1));

        assertThat(checks.refresh()).isEmpty();
        assertThat(running).hasSize(2);
    }

    @Test
    void listeners_hearOfKeysTheReportAndTheEnd_andOneThatFailsIsItsOwnTrouble() {
        var heard = new ArrayList<String>();
        checks.listen(new CheckListener() {
            @Override
            public void report(Report report) {
                throw new IllegalStateException();
            }
        });
        checks.listen(new CheckListener() {
            @Override
            public void key(KeyReport key) {
                heard.add(key.key().name());
            }

            @Override
            public void report(Report report) {
                heard.add("report " + checks.last().isPresent());
            }

            @Override
            public void ended(boolean well) {
                heard.add("ended " + well);
            }
        });
        checks.start();
        each.accept(key("a", Verdict.READY));
        running.get(0).complete(Reports.of());
        checks.start();
        running.get(1).fail(new IllegalStateException());

        assertThat(heard).containsExactly("a", "report true", "ended true", "ended false");
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
