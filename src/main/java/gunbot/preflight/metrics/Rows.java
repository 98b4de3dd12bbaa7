package gunbot.preflight.metrics;

import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.probe.Told;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.Report;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a report into numbers. Entry names, codes and numbers only: never a hint, an address or a word of an exchange. */
final class Rows {
    /** So many keys are told of, those in use first: whoever scrapes us must not choke on a strange config.js. */
    static final int MOST_KEYS = 200;

    private final Map<Row, Double> all = new LinkedHashMap<>();

    private Rows() {}

    /**
     * @param before what was told before; a key that could not be asked keeps the time of its last success
     * @return in the order of the report
     */
    static Map<Row, Double> of(Report report, Map<Row, Double> before) {
        var rows = new Rows();
        rows.findings("", report.findings());
        report.keys().stream().limit(MOST_KEYS).forEach(key -> rows.key(key, before));
        return rows.all;
    }

    private void key(KeyReport report, Map<Row, Double> before) {
        var key = report.key();
        for (var verdict : Verdict.values()) {
            oneHot(report.judgement().verdict() == verdict, row(Metric.KEY_VERDICT, key, verdict.name()));
        }
        for (var scope : report.judgement().scopes()) {
            for (var state : State.values()) {
                oneHot(
                        scope.grant().state() == state,
                        row(Metric.SCOPE_STATE, key, scope.scope().name(), state.name()));
            }
        }
        findings(key.name(), report.judgement().findings());
        var lastSuccess = row(Metric.LAST_SUCCESS, key);
        if (report.told() != null) {
            told(key, report.told());
        }
        if (report.told() != null && answered(report.told())) {
            all.put(lastSuccess, seconds(report.told().at()));
        } else if (before.containsKey(lastSuccess)) {
            all.put(lastSuccess, before.get(lastSuccess));
        }
    }

    private void told(KeyCase key, Told told) {
        if (told.facts().expiry().state() == Expiry.Kind.AT) {
            all.put(row(Metric.KEY_EXPIRY, key), seconds(told.facts().expiry().at()));
        }
        if (told.clock() != null) {
            all.put(row(Metric.CLOCK_SKEW, key), told.clock().counted() / 1000.0);
        }
        if (told.latencyMs() >= 0) {
            all.put(row(Metric.PROBE_DURATION, key), told.latencyMs() / 1000.0);
        }
    }

    /** Whether the exchange said all that it was asked: a refusal of the key is an answer, an outage is none. */
    private static boolean answered(Told told) {
        return told.requests() > 0
                && !told.late()
                && told.facts().refusals().stream()
                        .noneMatch(refusal -> refusal.code().severity() == Severity.UNKNOWN);
    }

    private void findings(String entry, List<Finding> findings) {
        findings.forEach(finding -> all.merge(
                Row.of(
                        Metric.FINDINGS,
                        entry,
                        finding.code().name(),
                        finding.severity().name()),
                1.0,
                Double::sum));
    }

    private void oneHot(boolean is, Row row) {
        all.put(row, is ? 1.0 : 0.0);
    }

    private static Row row(Metric metric, KeyCase key, String... more) {
        var values = new String[3 + more.length];
        values[0] = key.name();
        values[1] = key.exchange();
        values[2] = key.role().name();
        System.arraycopy(more, 0, values, 3, more.length);
        return Row.of(metric, values);
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }
}
