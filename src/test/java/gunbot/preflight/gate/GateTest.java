package gunbot.preflight.gate;

import static gunbot.preflight.testing.Reports.key;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.report.Report;
import gunbot.preflight.report.ReportView;
import gunbot.preflight.testing.Gates;
import gunbot.preflight.testing.Reports;
import gunbot.preflight.text.Texts;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {
    @Test
    void beforeAnyReport_shut() {
        assertThat(gate(Map.of()).state().open()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"READY, true", "ATTENTION, true", "NOT_READY, false", "UNKNOWN, false"})
    void enforce_opensForReadyAndAttentionOnly(Verdict verdict, boolean open) {
        assertThat(opens(Reports.of(key("a", Verdict.READY), key("b", verdict))))
                .isEqualTo(open);
    }

    @Test
    void shut_namesWhatItWaitsFor() {
        var gate = gate(Map.of());
        gate.consider(Reports.of(
                key("a", Verdict.READY),
                key("b", Verdict.NOT_READY),
                key("b", Verdict.NOT_READY),
                key("c", Verdict.UNKNOWN)));

        assertThat(gate.state().waitingFor()).containsExactly("b", "c");
    }

    @Test
    void idleAndArchivedKeys_doNotHold() {
        assertThat(opens(Reports.of(
                        key("a", Verdict.READY),
                        key("b", false, Verdict.NOT_READY, Code.INVALID_KEY),
                        key("c", false, Verdict.NOT_CHECKED))))
                .isTrue();
    }

    @Test
    void nothingInUse_opens() {
        assertThat(opens(Reports.of(key("a", false, Verdict.NOT_READY, Code.INVALID_KEY))))
                .isTrue();
    }

    @Test
    void noRealKey_opensSinceNothingCanTrade() {
        assertThat(opens(Reports.of(
                        key("a", Verdict.NOT_READY, Code.PLACEHOLDER),
                        key("b", Verdict.NOT_READY, Code.CREDENTIAL_MISSING))))
                .isTrue();
        assertThat(opens(Reports.of(key("a", Verdict.NOT_READY, Code.PLACEHOLDER), key("b", Verdict.NOT_READY))))
                .isFalse();
    }

    @Test
    void keyWithoutPassphraseOrWithAnUnreadableFile_isStillARealKey() {
        var passphrase = Finding.of(Code.CREDENTIAL_MISSING).with("fields", "passphrase");
        var file =
                Finding.of(Code.CREDENTIAL_MISSING).variant("given").with("field", "preflight.keys.\"a\".secret-file");
        var secret = Finding.of(Code.CREDENTIAL_MISSING).with("fields", "key, secret");

        assertThat(opens(Reports.of(Reports.with("a", passphrase)))).isFalse();
        assertThat(opens(Reports.of(Reports.with("a", file)))).isFalse();
        assertThat(opens(Reports.of(Reports.with("a", secret)))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void noKeysAtAll_holdsOnlyWhereTheFileMayHoldSome(SourceState state) {
        boolean mayHoldSome = state == SourceState.UNREADABLE || state == SourceState.INVALID;

        assertThat(opens(Reports.of(state))).isEqualTo(!mayHoldSome);
    }

    @Test
    void reportMode_opensWithAnyReport() {
        var gate = gate(Map.of("preflight.gate.mode", "report"));
        gate.consider(Reports.of(key("a", Verdict.NOT_READY)));

        assertThat(gate.state().open()).isTrue();
    }

    @Test
    void exemptedEntry_neverHolds() {
        var gate = gate(Map.of("preflight.entry.\"b#2\".gate", "report"));
        gate.consider(Reports.of(key("a", Verdict.READY), key("b#2", Verdict.NOT_READY)));

        assertThat(gate.state().open()).isTrue();
    }

    @Test
    void onceOpen_staysOpen() {
        var gate = gate(Map.of());
        gate.consider(Reports.of(key("a", Verdict.READY)));
        var opened = gate.state();

        gate.consider(Reports.of(key("a", Verdict.NOT_READY)));

        assertThat(gate.state()).isEqualTo(opened);
    }

    @Test
    void openedByHand_beforeAnyReport_opensAndStaysOpen_andTheReportSaysSo() {
        var gate = gate(Map.of());
        gate.openByHand();
        gate.consider(Reports.of(key("a", Verdict.NOT_READY)));

        assertThat(gate.state().how()).isEqualTo(Opening.BY_HAND);
        assertThat(gate.findings()).containsExactly(Finding.of(Code.GATE_OVERRIDDEN));
        assertThat(ReportView.of(Reports.of(key("a", Verdict.NOT_READY)), gate, Texts.in(java.util.Locale.ENGLISH))
                        .findings())
                .extracting(ReportView.FindingView::code)
                .containsExactly("GATE_OVERRIDDEN");
    }

    @Test
    void openedByHand_whenItIsOpen_changesNothing() {
        var gate = gate(Map.of());
        gate.consider(Reports.of(key("a", Verdict.READY)));
        gate.openByHand();

        assertThat(gate.state().how()).isEqualTo(Opening.READY);
        assertThat(gate.findings()).isEmpty();
    }

    @Test
    void listener_isToldOnce_afterItHasOpened() {
        var gate = gate(Map.of());
        var told = new ArrayList<Boolean>();
        gate.onChange(() -> told.add(gate.state().open()));

        gate.consider(Reports.of(key("a", Verdict.NOT_READY)));
        assertThat(told).isEmpty();
        gate.consider(Reports.of(key("a", Verdict.READY)));
        gate.consider(Reports.of(key("a", Verdict.READY)));

        assertThat(told).containsExactly(true);
    }

    @Test
    void whyItOpened_isKept() {
        assertThat(how(Map.of(), Reports.of(SourceState.MISSING))).isEqualTo(Opening.NOTHING_TO_TRADE);
        assertThat(how(Map.of(), Reports.of(key("a", false, Verdict.READY)))).isEqualTo(Opening.NOTHING_TO_TRADE);
        assertThat(how(Map.of(), Reports.of(key("a", Verdict.READY)))).isEqualTo(Opening.READY);
        assertThat(how(Map.of("preflight.gate.mode", "report"), Reports.of(key("a", Verdict.NOT_READY))))
                .isEqualTo(Opening.REPORT_MODE);
    }

    private static Opening how(Map<String, String> settings, Report report) {
        var gate = gate(settings);
        gate.consider(report);
        return gate.state().how();
    }

    private static boolean opens(Report report) {
        var gate = gate(Map.of());
        gate.consider(report);
        return gate.state().open();
    }

    private static Gate gate(Map<String, String> settings) {
        return new Gates().with(settings);
    }
}
