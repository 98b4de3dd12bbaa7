package gunbot.preflight.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gate.Gate;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.text.Texts;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A report as the API gives it: the fixed JSON form, with the words of one language. */
@RegisterForReflection
public record ReportView(
        boolean ready,
        Verdict verdict,
        boolean complete,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant checkedAt,
        long durationMs,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant nextCheckAt,
        SourceView source,
        GateView gate,
        Map<Verdict, Integer> summary,
        List<FindingView> findings,
        List<KeyView> keys) {

    /** What was read from Gunbot's file. */
    @RegisterForReflection
    public record SourceView(
            String file, SourceState state, @JsonFormat(shape = JsonFormat.Shape.STRING) Instant readAt) {}

    /** What the gate does. */
    @RegisterForReflection
    public record GateView(
            String mode,
            boolean open,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant openedAt,
            List<String> waitingFor) {

        public static GateView of(Gate gate) {
            var state = gate.state();
            return new GateView(
                    gate.mode().name().toLowerCase(Locale.ROOT),
                    state.open(),
                    seconds(state.openedAt()),
                    state.waitingFor());
        }
    }

    /** A finding in words. */
    @RegisterForReflection
    public record FindingView(String code, String severity, String message, String remedy, String evidence) {
        static FindingView of(Finding finding, Wording wording, KeyCase key) {
            return new FindingView(
                    finding.code().name(),
                    finding.severity().name(),
                    wording.message(finding, key),
                    wording.remedy(finding, key),
                    finding.evidence());
        }
    }

    public static ReportView of(Report report, Gate gate, Texts texts) {
        return of(report, gate, texts, null);
    }

    /** @param nextCheckAt when the next check is planned, or null where none is */
    public static ReportView of(Report report, Gate gate, Texts texts, Instant nextCheckAt) {
        var wording = new Wording(texts);
        var summary = new TreeMap<Verdict, Integer>();
        for (var verdict : Verdict.values()) {
            summary.put(verdict, 0);
        }
        report.keys().forEach(key -> summary.merge(key.judgement().verdict(), 1, Integer::sum));
        return new ReportView(
                report.ready(),
                report.verdict(),
                report.complete(),
                seconds(report.checkedAt()),
                report.duration().toMillis(),
                seconds(nextCheckAt),
                new SourceView(
                        report.reading().file(),
                        report.reading().state(),
                        seconds(report.reading().readAt())),
                GateView.of(gate),
                summary,
                Stream.concat(gate.findings().stream(), report.findings().stream())
                        .map(f -> FindingView.of(f, wording, null))
                        .toList(),
                report.keys().stream().map(key -> KeyView.of(key, wording)).toList());
    }

    public static Instant seconds(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
