package gunbot.preflight.gate;

import static gunbot.preflight.testing.Reports.key;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.testing.Gates;
import gunbot.preflight.testing.Reports;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the gate says in the log. */
class GateLogTest {
    private final Gates gates = new Gates();
    private Gate gate = gates.with(Map.of());

    @Test
    void shut_namesEachEntryWithCodeAndRemedy() {
        gate.consider(Reports.of(
                key("a", Verdict.READY),
                key("b", Verdict.UNKNOWN, Code.UNREACHABLE),
                key("c#2", Verdict.NOT_READY, Code.WITHDRAW_ON)));

        assertThat(gates.log()).hasSize(3);
        assertThat(gates.log().get(0)).isEqualTo("INFO The gate is shut; Gunbot is not started yet.");
        assertThat(gates.log().get(1)).startsWith("INFO The gate waits for b: UNREACHABLE ");
        assertThat(gates.log().get(2))
                .startsWith("INFO The gate waits for c#2: WITHDRAW_ON The key can take money out")
                .contains("edit this key and untick");
    }

    @Test
    void shut_saysItAgainEveryTenMinutes_andAtEachChangeOnly() {
        see(key("a", Verdict.NOT_READY, Code.INVALID_KEY));
        gates.time().pass(Duration.ofMinutes(3));
        see(key("a", Verdict.NOT_READY, Code.INVALID_KEY));
        assertThat(gates.log()).hasSize(2);

        gates.time().pass(Duration.ofMinutes(7));
        assertThat(gates.log()).hasSize(4);

        see(key("a", Verdict.NOT_READY, Code.TRADE_OFF));
        assertThat(gates.log()).hasSize(6);
        gates.time().pass(Duration.ofMinutes(30));
        assertThat(gates.log()).hasSize(12);
    }

    @Test
    void shutForTheFile_saysWhatIsWrongWithIt() {
        gate.consider(Reports.of(SourceState.INVALID));

        assertThat(gates.log().get(1)).startsWith("INFO The gate waits for config.js: CONFIG_INVALID ");
    }

    @Test
    void opened_oneLineWithTheReason_thenSilence() {
        see(key("a", Verdict.NOT_READY, Code.INVALID_KEY));
        gates.log().clear();

        see(key("a", Verdict.READY));
        gates.time().pass(Duration.ofHours(1));
        see(key("a", Verdict.NOT_READY, Code.INVALID_KEY));

        assertThat(gates.log()).containsExactly("INFO The gate is open: the keys in use are ready.");
    }

    @Test
    void openedByHandOrTime_isAWarning() {
        gate.openByHand();
        assertThat(gates.log()).containsExactly("WARN The gate is open: somebody opened it by hand.");
        gates.log().clear();

        gate = gates.with(Map.of());
        see(key("a#2", Verdict.UNKNOWN, Code.UNREACHABLE));
        gates.time().pass(Duration.ofMinutes(15));
        assertThat(gates.log()).last().asString().startsWith("WARN The gate is open, without an answer about: a#2.");
    }

    @Test
    void everyOpening_hasItsLine() {
        var log = new GateLog(
                gunbot.preflight.testing.TestSettings.of(Map.of("preflight.language", "es")),
                (level, line) -> gates.log().add(line));
        for (var how : Opening.values()) {
            var opened = new Opened(gates.clock().instant(), how);
            log.opened(new Gate.State(opened, how, java.util.List.of(), java.util.List.of(), java.util.List.of()));
        }

        assertThat(gates.log()).hasSize(Opening.values().length).doesNotHaveDuplicates();
        assertThat(gates.log()).allMatch(line -> line.startsWith("La compuerta está abierta"));
    }

    @Test
    void nameThatForgesALine_staysWithinItsOwn() {
        see(key("a\n2026-11-22 INFO The gate is open\u202e\u001b[31m", Verdict.NOT_READY, Code.INVALID_KEY));

        assertThat(gates.log()).hasSize(2).noneMatch(line -> line.matches("(?s).*[\\n\\u202e\\u001b].*"));
    }

    @Test
    void manyKeys_theLogIsBounded() {
        see(IntStream.range(0, 1_000)
                .mapToObj(i -> key("a#" + i, Verdict.NOT_READY, Code.INVALID_KEY))
                .toArray(KeyReport[]::new));

        assertThat(gates.log()).hasSize(22);
        assertThat(gates.log()).last().asString().contains("980 more");
    }

    private void see(KeyReport... keys) {
        gate.consider(Reports.of(keys));
    }
}
