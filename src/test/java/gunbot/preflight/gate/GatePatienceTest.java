package gunbot.preflight.gate;

import static gunbot.preflight.testing.Reports.asked;
import static gunbot.preflight.testing.Reports.key;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.testing.Gates;
import gunbot.preflight.testing.Reports;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What time does to the gate. */
class GatePatienceTest {
    private static final Duration ALMOST = Duration.ofMinutes(15).minusMillis(1);
    private static final Duration A_MOMENT = Duration.ofMillis(1);
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final Gates gates = new Gates();
    private Gate gate = gates.with(Map.of());

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"UNREACHABLE", "NO_NETWORK", "MAINTENANCE", "RATE_LIMITED", "NONCE", "CREDENTIAL_ENCRYPTED"})
    void outageAtStart_opensByItselfAfterFifteenMinutes_andTheReportSaysSo(Code code) {
        see(key("a", Verdict.READY), key("b#2", Verdict.UNKNOWN, code));

        gates.time().pass(ALMOST);
        assertThat(gate.state().open()).isFalse();
        assertThat(gate.findings()).isEmpty();

        gates.time().pass(A_MOMENT);
        assertThat(gate.state().how()).isEqualTo(Opening.TIMED_OUT);
        assertThat(gate.state().openedAt()).isEqualTo(gates.clock().instant());
        assertThat(gate.findings())
                .containsExactly(Finding.of(Code.GATE_TIMED_OUT).with("entries", "b#2"));
        assertThat(gates.time().pending()).isZero();
    }

    @Test
    void overdueEntriesThatWorkInTheEnd_areNotSpokenOfAnyMore() {
        see(key("a", Verdict.UNKNOWN, Code.UNREACHABLE), key("b", Verdict.UNKNOWN, Code.UNREACHABLE));
        gates.time().pass(Duration.ofMinutes(15));

        see(key("a", Verdict.READY));
        see(key("a", Verdict.READY), key("b", Verdict.NOT_READY, Code.INVALID_KEY));
        assertThat(gate.findings()).extracting(Finding::code).containsExactly(Code.GATE_TIMED_OUT);

        see(key("a", Verdict.READY), key("b", Verdict.ATTENTION), key("c", Verdict.NOT_READY, Code.INVALID_KEY));
        assertThat(gate.findings()).isEmpty();
        see(key("a", Verdict.UNKNOWN, Code.UNREACHABLE), key("b", Verdict.READY));
        assertThat(gate.findings()).isEmpty();
        assertThat(gate.state().how()).isEqualTo(Opening.TIMED_OUT);
    }

    @Test
    void outageAtStart_forever_neverOpens() {
        gate = gates.with(Map.of("preflight.gate.unknown-for", "forever"));
        see(key("a", Verdict.UNKNOWN, Code.UNREACHABLE));

        gates.time().pass(A_WEEK);

        assertThat(gate.state().open()).isFalse();
    }

    @Test
    void outageThatEnds_opensAtOnceAsReady() {
        see(key("a", Verdict.UNKNOWN, Code.UNREACHABLE));
        gates.time().pass(ALMOST);

        see(key("a", Verdict.READY));

        assertThat(gate.state().how()).isEqualTo(Opening.READY);
        assertThat(gate.findings()).isEmpty();
    }

    @Test
    void outageOfChangingKinds_isOne() {
        see(key("a", Verdict.UNKNOWN, Code.UNREACHABLE));
        gates.time().pass(Duration.ofMinutes(10));
        see(key("a", Verdict.UNKNOWN, Code.MAINTENANCE, Code.RATE_LIMITED));
        gates.time().pass(Duration.ofMinutes(5));

        assertThat(gate.state().how()).isEqualTo(Opening.TIMED_OUT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"UNEXPECTED_ANSWER", "API_RETIRED"})
    void unknownThroughAnythingElse_holdsWithoutEnd(Code code) {
        see(key("a", Verdict.UNKNOWN, code, Code.UNREACHABLE));

        gates.time().pass(A_WEEK);

        assertThat(gate.state().open()).isFalse();
    }

    @Test
    void unknownThroughAnythingElseInBetween_beginsTheWaitAnew() {
        see(key("a", Verdict.UNKNOWN, Code.UNREACHABLE));
        gates.time().pass(ALMOST);
        see(key("a", Verdict.UNKNOWN, Code.UNEXPECTED_ANSWER));
        see(key("a", Verdict.UNKNOWN, Code.UNREACHABLE));

        gates.time().pass(ALMOST);
        assertThat(gate.state().open()).isFalse();
        gates.time().pass(A_MOMENT);
        assertThat(gate.state().open()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            mode = Mode.INCLUDE,
            names = {"WITHDRAW_ON", "INVALID_KEY", "TRADE_OFF", "IP_NOT_ALLOWED", "CLOCK_SKEW"})
    void notReady_neverPasses(Code code) {
        see(asked("a", "secret", Verdict.NOT_READY, code));

        gates.time().pass(A_WEEK);

        assertThat(gate.state().open()).isFalse();
        assertThat(gate.state().waitingFor()).containsExactly("a");
    }

    @Test
    void notReadyThenAnOutage_staysWhatItWasSeenToBe() {
        see(asked("a", "secret", Verdict.NOT_READY, Code.WITHDRAW_ON));
        see(asked("a", "secret", Verdict.UNKNOWN, Code.UNREACHABLE));
        gates.time().pass(Duration.ofMinutes(20));
        see(asked("a", "secret", Verdict.UNKNOWN, Code.UNREACHABLE));
        gates.time().pass(A_WEEK);

        assertThat(gate.state().open()).isFalse();
        assertThat(gate.state().holds().get(0).codes()).containsExactly(Code.UNREACHABLE, Code.WITHDRAW_ON);
    }

    @Test
    void notReadyThenOtherCredentialsInAnOutage_areAnotherKey() {
        see(asked("a", "secret", Verdict.NOT_READY, Code.INVALID_KEY));
        see(asked("a", "another secret", Verdict.UNKNOWN, Code.UNREACHABLE));

        gates.time().pass(Duration.ofMinutes(15));

        assertThat(gate.state().how()).isEqualTo(Opening.TIMED_OUT);
    }

    @Test
    void mixed_theOutageDoesNotCarryTheKeyThatIsNotReady() {
        see(asked("a", "secret", Verdict.NOT_READY, Code.TRADE_OFF), key("b", Verdict.UNKNOWN, Code.UNREACHABLE));
        gates.time().pass(Duration.ofMinutes(15));

        assertThat(gate.state().open()).isFalse();
        assertThat(gate.state().waitingFor()).containsExactly("a");
    }

    @Test
    void mixed_rightTickedAfterTheOutageLastedLongEnough_opensAtOnceWithoutTheOther() {
        see(asked("a", "secret", Verdict.NOT_READY, Code.TRADE_OFF), key("b", Verdict.UNKNOWN, Code.UNREACHABLE));
        gates.time().pass(Duration.ofMinutes(16));

        see(asked("a", "secret", Verdict.READY), key("b", Verdict.UNKNOWN, Code.UNREACHABLE));

        assertThat(gate.state().how()).isEqualTo(Opening.TIMED_OUT);
        assertThat(gate.findings().get(0).values()).containsEntry("entries", "b");
    }

    @Test
    void mixed_rightTickedEarlier_theRestOfTheOutageIsWaitedFor() {
        see(asked("a", "secret", Verdict.NOT_READY, Code.TRADE_OFF), key("b", Verdict.UNKNOWN, Code.UNREACHABLE));
        gates.time().pass(Duration.ofMinutes(10));
        see(asked("a", "secret", Verdict.READY), key("b", Verdict.UNKNOWN, Code.UNREACHABLE));

        gates.time().pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(gate.state().open()).isFalse();
        gates.time().pass(A_MOMENT);
        assertThat(gate.state().how()).isEqualTo(Opening.TIMED_OUT);
    }

    @Test
    void twoOutages_eachHasItsOwnTime() {
        see(key("a", Verdict.UNKNOWN, Code.UNREACHABLE), key("b", Verdict.READY));
        gates.time().pass(Duration.ofMinutes(10));
        see(key("a", Verdict.UNKNOWN, Code.UNREACHABLE), key("b", Verdict.UNKNOWN, Code.MAINTENANCE));

        gates.time().pass(Duration.ofMinutes(10));
        assertThat(gate.state().waitingFor()).containsExactly("b");
        gates.time().pass(Duration.ofMinutes(5));
        assertThat(gate.findings().get(0).values()).containsEntry("entries", "a, b");
    }

    @Test
    void rightTickedAtTheExchange_opensWithThatReport() {
        see(asked("a", "secret", Verdict.NOT_READY, Code.TRADE_OFF));
        gates.time().pass(Duration.ofMinutes(3));
        see(asked("a", "secret", Verdict.NOT_READY, Code.TRADE_OFF));
        var since = gate.state().holds().get(0).since();
        gates.time().pass(Duration.ofMinutes(4));

        see(asked("a", "secret", Verdict.ATTENTION, Code.IP_UNRESTRICTED));

        assertThat(gate.state().how()).isEqualTo(Opening.READY);
        assertThat(since).isEqualTo(gates.clock().instant().minus(Duration.ofMinutes(7)));
    }

    @Test
    void fileThatWasNeverRead_holdsWithoutEnd() {
        gate.consider(Reports.of(SourceState.INVALID));

        gates.time().pass(A_WEEK);

        assertThat(gate.state().open()).isFalse();
        assertThat(gate.state().file()).extracting(Finding::code).containsExactly(Code.CONFIG_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5H", "PT10M", "-PT5M", "-PT5H"})
    void clockSetForwardOrBack_theWaitTakesItsTime(Duration by) {
        see(key("a", Verdict.UNKNOWN, Code.UNREACHABLE));
        gates.time().pass(Duration.ofSeconds(3));
        gates.setClock(by);
        see(key("a", Verdict.UNKNOWN, Code.UNREACHABLE));

        gates.time().pass(ALMOST.minusSeconds(3));
        assertThat(gate.state().open()).isFalse();
        gates.time().pass(A_MOMENT);
        assertThat(gate.state().how()).isEqualTo(Opening.TIMED_OUT);
        assertThat(gate.state().openedAt()).isEqualTo(gates.clock().instant().plus(by));
    }

    private void see(KeyReport... keys) {
        gate.consider(Reports.of(keys));
    }
}
