package gunbot.preflight.report;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The last reports in short, in memory alone: what was thought of each key, and why. */
public final class History {
    /** A day of checks at the usual rhythm. */
    static final int MOST = 50;

    private final Deque<Past> reports = new ArrayDeque<>();

    /**
     * One report in short.
     *
     * @param checkedAt when the check ended
     * @param verdict of the whole
     * @param summary how many keys have each verdict; every verdict is in it
     * @param codes of what concerned no single key, the heaviest first
     * @param keys every key, in the report's order
     */
    public record Past(
            Instant checkedAt, Verdict verdict, Map<Verdict, Integer> summary, List<Code> codes, List<PastKey> keys) {}

    /** What was thought of one key, and the codes of why, the heaviest first. */
    public record PastKey(String name, Role role, boolean inUse, Verdict verdict, List<Code> codes) {}

    public synchronized void add(Report report) {
        if (reports.size() == MOST) {
            reports.removeLast();
        }
        reports.addFirst(past(report));
    }

    /** The newest first. */
    public synchronized List<Past> reports() {
        return List.copyOf(reports);
    }

    private static Past past(Report report) {
        var summary = new EnumMap<Verdict, Integer>(Verdict.class);
        for (var verdict : Verdict.values()) {
            summary.put(verdict, 0);
        }
        report.keys().forEach(key -> summary.merge(key.judgement().verdict(), 1, Integer::sum));
        return new Past(
                report.checkedAt(),
                report.verdict(),
                Map.copyOf(summary),
                codes(report.findings()),
                report.keys().stream().map(History::key).toList());
    }

    private static PastKey key(KeyReport report) {
        var key = report.key();
        return new PastKey(
                key.name(),
                key.role(),
                key.inUse(),
                report.judgement().verdict(),
                codes(report.judgement().findings()));
    }

    private static List<Code> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).distinct().toList();
    }
}
