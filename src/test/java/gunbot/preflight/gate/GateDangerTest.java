package gunbot.preflight.gate;

import static gunbot.preflight.testing.Reports.asked;
import static gunbot.preflight.testing.Reports.key;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.probe.Told;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.testing.Gates;
import gunbot.preflight.testing.Reports;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code preflight.gate.hold-for=danger}. */
class GateDangerTest {
    private final Gates gates = new Gates();
    private final Gate gate =
            gates.with(Map.of("preflight.gate.hold-for", "danger", "preflight.entry.\"x\".gate", "report"));

    @Test
    void oneKeyWorks_theOthersDoNotHold() {
        see(
                key("a", Verdict.ATTENTION),
                asked("b", "s", Verdict.NOT_READY, Code.INVALID_KEY),
                key("c", Verdict.UNKNOWN, Code.UNEXPECTED_ANSWER));

        assertThat(gate.state().how()).isEqualTo(Opening.READY);
    }

    @Test
    void keyThatCanWithdraw_holdsAlone() {
        see(
                key("a", Verdict.READY),
                asked("b", "s", Verdict.NOT_READY, Code.WITHDRAW_ON),
                asked("c", "s", Verdict.NOT_READY, Code.INVALID_KEY));

        assertThat(gate.state().waitingFor()).containsExactly("b");
    }

    @Test
    void keyThatCouldWithdrawWhenLastSeen_holdsThroughAnOutage() {
        see(key("a", Verdict.READY), asked("b", "s", Verdict.NOT_READY, Code.WITHDRAW_ON));
        see(key("a", Verdict.READY), asked("b", "s", Verdict.UNKNOWN, Code.UNREACHABLE));
        gates.time().pass(Duration.ofDays(1));

        assertThat(gate.state().waitingFor()).containsExactly("b");
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"IP_NOT_ALLOWED", "AMBIGUOUS_REFUSAL", "INVALID_KEY", "BAD_SIGNATURE"})
    void keyThatCouldWithdrawWhenLastSeen_holdsThroughRefusalsThatSayNothingOfIt(Code refusal) {
        see(key("a", Verdict.READY), asked("b", "s", Verdict.NOT_READY, Code.WITHDRAW_ON));
        see(key("a", Verdict.READY), asked("b", "s", Verdict.NOT_READY, refusal));
        see(key("a", Verdict.READY), asked("b", "s", Verdict.NOT_READY, refusal));
        see(key("a", Verdict.READY), asked("b", "s", Verdict.UNKNOWN, Code.UNREACHABLE));

        assertThat(gate.state().waitingFor()).containsExactly("b");
        assertThat(gate.state().holds().get(0).codes()).containsExactly(Code.UNREACHABLE, refusal, Code.WITHDRAW_ON);
    }

    @Test
    void keyThatCouldWithdraw_refusedWithOtherCredentials_holdsNoMore() {
        see(key("a", Verdict.READY), asked("b", "s", Verdict.NOT_READY, Code.WITHDRAW_ON));
        see(key("a", Verdict.READY), asked("b", "another", Verdict.NOT_READY, Code.INVALID_KEY));

        assertThat(gate.state().how()).isEqualTo(Opening.READY);
    }

    @Test
    void keyThatCouldWithdraw_andCannotAnyMore_holdsNoMoreForThat() {
        see(key("a", Verdict.READY), asked("b", "s", Verdict.NOT_READY, Code.WITHDRAW_ON));
        var without = asked("b", "s", Verdict.NOT_READY, Code.TRADE_OFF);
        var facts = Facts.NONE.with(Scope.WITHDRAW, new Grant(State.OFF, Evidence.DECLARED, List.of(), List.of()));
        var told = new Told(facts, null, null, 1, 1, gates.clock().instant());
        see(key("a", Verdict.READY), new KeyReport(without.key(), told, without.judgement()));

        assertThat(gate.state().how()).isEqualTo(Opening.READY);
    }

    @Test
    void withdrawAsAWarningByPolicy_isNoDanger() {
        var warned = gunbot.preflight.facts.Finding.of(Code.WITHDRAW_ON).as(gunbot.preflight.facts.Severity.WARNING);

        assertThat(Patience.isDanger(warned)).isFalse();
    }

    @Test
    void noKeyWorks_allHold() {
        see(
                asked("a", "s", Verdict.NOT_READY, Code.INVALID_KEY),
                key("b", Verdict.UNKNOWN, Code.UNEXPECTED_ANSWER),
                key("c", false, Verdict.READY));

        assertThat(gate.state().waitingFor()).containsExactly("a", "b");
    }

    @Test
    void noKeyWorks_oneOfThemOnlyThroughAnOutage_opensInTheEnd() {
        see(asked("a", "s", Verdict.NOT_READY, Code.INVALID_KEY), key("b", Verdict.UNKNOWN, Code.UNREACHABLE));
        assertThat(gate.state().open()).isFalse();

        gates.time().pass(Duration.ofMinutes(15));

        assertThat(gate.state().how()).isEqualTo(Opening.TIMED_OUT);
        assertThat(gate.state().overdue()).containsExactly("b");
    }

    @Test
    void exemptedKey_neverHolds_notEvenAsADanger() {
        see(key("x", Verdict.NOT_READY, Code.WITHDRAW_ON));

        assertThat(gate.state().how()).isEqualTo(Opening.READY);
    }

    @Test
    void exemptedKeyThatWorks_isAKeyThatWorks() {
        see(key("x", Verdict.READY), key("a", Verdict.NOT_READY, Code.INVALID_KEY));

        assertThat(gate.state().how()).isEqualTo(Opening.READY);
    }

    @Test
    void nothingInUse_opens() {
        see(key("a", false, Verdict.NOT_READY, Code.WITHDRAW_ON));

        assertThat(gate.state().how()).isEqualTo(Opening.NOTHING_TO_TRADE);
    }

    @Test
    void fileThatWasNeverRead_holdsUnlessAGivenKeyWorks() {
        gate.consider(Reports.of(SourceState.INVALID));
        assertThat(gate.state().open()).isFalse();
        assertThat(gate.state().file()).isNotEmpty();

        gate.consider(Reports.of(SourceState.INVALID, key("given", Verdict.READY)));
        assertThat(gate.state().open()).isTrue();
    }

    private void see(KeyReport... keys) {
        gate.consider(Reports.of(keys));
    }
}
