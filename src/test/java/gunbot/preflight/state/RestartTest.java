package gunbot.preflight.state;

import static gunbot.preflight.testing.Reports.asked;
import static gunbot.preflight.testing.Reports.key;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gate.Gate;
import gunbot.preflight.gate.Opening;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.testing.Gates;
import gunbot.preflight.testing.Reports;
import gunbot.preflight.testing.TestSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate over a restart of the container, with and without {@code preflight.state.dir}. */
class RestartTest {
    private final Gates gates = new Gates();
    private final Map<String, String> settings = new HashMap<>();
    private Memory memory;

    @TempDir
    Path dir;

    @BeforeEach
    void start() {
        settings.put("preflight.state.dir", dir.toString());
    }

    @Test
    void keyRevokedAfterItOpened_restartFindsTheGateOpen() {
        var before = started();
        before.consider(Reports.of(asked("a", "s", Verdict.READY)));
        var openedAt = before.state().openedAt();
        stopped();
        gates.time().pass(Duration.ofHours(3));

        var after = started();
        assertThat(after.state().how()).isEqualTo(Opening.REMEMBERED);
        assertThat(after.state().openedAt()).isEqualTo(openedAt);
        after.consider(Reports.of(asked("a", "s", Verdict.NOT_READY, Code.INVALID_KEY)));

        assertThat(after.state().open()).isTrue();
        assertThat(after.findings()).isEmpty();
        assertThat(gates.log())
                .last()
                .isEqualTo("INFO The gate is open: it opened at 2026-11-22T08:40:00Z, before this restart.");
    }

    @Test
    void keyRevokedAfterItOpened_withoutStateDir_restartFindsItShut() {
        settings.clear();
        started().consider(Reports.of(asked("a", "s", Verdict.READY)));
        stopped();

        var after = started();
        after.consider(Reports.of(asked("a", "s", Verdict.NOT_READY, Code.INVALID_KEY)));

        assertThat(after.state().open()).isFalse();
        assertThat(after.state().waitingFor()).containsExactly("a");
    }

    @Test
    void openedByHand_staysSoAndIsSaidAfterARestart() {
        var before = started();
        before.consider(Reports.of(key("a", Verdict.NOT_READY, Code.INVALID_KEY)));
        before.openByHand();
        stopped();

        assertThat(started().findings()).containsExactly(Finding.of(Code.GATE_OVERRIDDEN));
    }

    @Test
    void timedOut_staysSoAndIsSaidAfterARestart_untilAllKeysWork() {
        started().consider(Reports.of(key("a", Verdict.UNKNOWN, Code.UNREACHABLE)));
        gates.time().pass(Duration.ofMinutes(15));
        stopped();

        var after = started();
        assertThat(after.findings())
                .containsExactly(Finding.of(Code.GATE_TIMED_OUT).variant("remembered"));
        after.consider(Reports.of(key("a", Verdict.UNKNOWN, Code.UNREACHABLE), key("b", Verdict.READY)));
        assertThat(after.findings()).hasSize(1);
        after.consider(Reports.of(key("a", Verdict.READY), key("b", Verdict.READY)));
        assertThat(after.findings()).isEmpty();
    }

    @Test
    void otherSettingsAfterTheRestart_theGateStaysOpen() {
        settings.put("preflight.gate.hold-for", "danger");
        started().consider(Reports.of(key("a", Verdict.READY), key("b", Verdict.NOT_READY, Code.INVALID_KEY)));
        stopped();

        settings.put("preflight.gate.hold-for", "any");
        assertThat(started().state().open()).isTrue();
    }

    @Test
    void openedByReportMode_staysOpenInThatModeOnly() {
        settings.put("preflight.gate.mode", "report");
        started().consider(Reports.of(key("a", Verdict.NOT_READY, Code.INVALID_KEY)));
        stopped();
        assertThat(started().state().how()).isEqualTo(Opening.REMEMBERED);
        stopped();

        settings.put("preflight.gate.mode", "enforce");
        assertThat(started().state().open()).isFalse();
    }

    @Test
    void shutBeforeTheRestart_isShutAfterIt() {
        started().consider(Reports.of(key("a", Verdict.NOT_READY, Code.INVALID_KEY)));
        stopped();

        assertThat(started().state().open()).isFalse();
    }

    private Gate started() {
        memory = new Memory(TestSettings.of(settings), gates.clock(), gates.time(), Runnable::run, "gunbot-0");
        memory.keep();
        return gates.with(settings, memory);
    }

    private void stopped() {
        memory.close();
    }
}
