package gunbot.preflight.notify;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Role;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells what is new in a report for somebody who has heard of all before: keys in use whose verdict worsened or recovered, and
 * keys that are about to end. It is forgotten with the program: the first report is what later ones are compared with, but what
 * is not ready in it, or ends within three days, is told.
 */
final class News {
    private static final Set<Code> OF_THE_END = Set.of(Code.EXPIRES_SOON, Code.EXPIRED);

    private final Function<String, Set<Code>> accepted;
    private final Map<Subject, Standing> standings = new HashMap<>();

    /** @param accepted the codes of warnings that the user accepts for an entry */
    News(Function<String, Set<Code>> accepted) {
        this.accepted = accepted;
    }

    /** A key, however often its credentials change. The name is null for Gunbot's file. */
    private record Subject(String name, String exchange, Role role) {
        static final Subject FILE = new Subject(null, null, null);

        static Subject of(KeyCase key) {
            return new Subject(key.name(), key.exchange(), key.role());
        }
    }

    /** @param now may be later than the report: the end of a key comes nearer without a new one */
    List<Item> of(Report report, Instant now) {
        var items = new ArrayList<Item>();
        var present = new HashSet<Subject>();
        present.add(Subject.FILE);
        for (var key : report.keys()) {
            boolean judged = key.judgement().verdict() != Verdict.NOT_CHECKED;
            if (key.key().inUse() && judged && present.add(Subject.of(key.key()))) {
                key(key, standing(Subject.of(key.key())), now, items);
            }
        }
        file(report, now, items);
        standings.keySet().retainAll(present);
        return items;
    }

    private Standing standing(Subject subject) {
        return standings.computeIfAbsent(subject, s -> new Standing());
    }

    private void key(KeyReport report, Standing standing, Instant now, List<Item> items) {
        var key = report.key();
        var verdict = report.judgement().verdict();
        var findings = decisive(verdict, report.judgement().findings(), accepted.apply(key.name()));
        var kind = standing.verdict(verdict, now);
        var expiry =
                report.told() == null ? Expiry.UNKNOWN : report.told().facts().expiry();
        var ends = standing.expiry(expiry, now);
        boolean saysTheEnd = kind == Item.Kind.WORSE
                && !findings.isEmpty()
                && OF_THE_END.contains(findings.get(0).code());
        if (kind != null && !(saysTheEnd && ends != null)) {
            items.add(new Item(kind, key, verdict, findings, null));
        }
        if (ends != null) {
            var soon =
                    Finding.of(Code.EXPIRES_SOON).variant(key.exchange()); // it may be too early for it in the report
            items.add(new Item(Item.Kind.EXPIRY, key, verdict, List.of(soon), ends));
        }
    }

    /** Where there is nothing to go by though there should be; keys that are unknown tell of themselves. */
    private void file(Report report, Instant now, List<Item> items) {
        boolean byKeys = report.keys().stream()
                .anyMatch(key -> key.key().inUse() && key.judgement().verdict() == report.verdict());
        var verdict = report.verdict() == Verdict.UNKNOWN && !byKeys ? Verdict.UNKNOWN : Verdict.READY;
        var kind = standing(Subject.FILE).verdict(verdict, now);
        if (kind != null) {
            items.add(new Item(kind, null, verdict, verdict == Verdict.READY ? List.of() : report.findings(), null));
        }
    }

    private static List<Finding> decisive(Verdict verdict, List<Finding> findings, Set<Code> accepted) {
        var severity =
                switch (verdict) {
                    case NOT_READY -> Severity.BLOCKER;
                    case UNKNOWN -> Severity.UNKNOWN;
                    case ATTENTION -> Severity.WARNING;
                    case READY, NOT_CHECKED -> null;
                };
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .filter(finding -> severity != Severity.WARNING || !accepted.contains(finding.code()))
                .toList();
    }
}
