package gunbot.preflight.report;

import static gunbot.preflight.testing.Reports.key;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.testing.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
    @ParameterizedTest
    @CsvSource({
        "READY, READY, READY, true",
        "READY, ATTENTION, ATTENTION, true",
        "UNKNOWN, ATTENTION, UNKNOWN, false",
        "UNKNOWN, NOT_READY, NOT_READY, false"
    })
    void verdict_theWorstOfTheKeysInUse(Verdict one, Verdict other, Verdict whole, boolean ready) {
        var report = Reports.of(key("a", one), key("b", other), key("idle", false, Verdict.NOT_READY));

        assertThat(report.verdict()).isEqualTo(whole);
        assertThat(report.ready()).isEqualTo(ready);
    }

    @Test
    void nothingInUse_notChecked() {
        var report = Reports.of(key("idle", false, Verdict.READY));

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(report.ready()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"MISSING", "UNREADABLE", "INVALID", "NONE"})
    void noFileAndNoKey_unknown(SourceState state) {
        assertThat(Reports.of(state).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID, READY, UNKNOWN",
        "UNREADABLE, ATTENTION, UNKNOWN",
        "INVALID, NOT_READY, NOT_READY",
        "MISSING, READY, READY"
    })
    void fileNeverUnderstood_aGivenKeyMakesNothingReady(SourceState state, Verdict given, Verdict whole) {
        assertThat(Reports.of(state, key("given", given)).verdict()).isEqualTo(whole);
    }

    @Test
    void noFileButAGivenKey_itsVerdict() {
        assertThat(Reports.of(SourceState.NONE, key("given", Verdict.READY)).verdict())
                .isEqualTo(Verdict.READY);
    }
}
