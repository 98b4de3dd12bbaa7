package gunbot.preflight.gate;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.probe.Question;
import gunbot.preflight.report.KeyReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How long each key has kept the gate shut. The patience with a key that cannot be asked runs by itself, whatever other keys
 * do: who mends one key during an outage does not begin to wait anew for the other. It is lost by any answer, since then the
 * outage is over. A key that was seen NOT_READY stays so until its exchange says otherwise or its credentials change: to
 * pull the network cable does not make a key that can withdraw pass. Nor does a refusal that says nothing of that right.
 */
final class Patience {
    private static final Set<Code> PASSING = EnumSet.of(
            Code.UNREACHABLE,
            Code.NO_NETWORK,
            Code.MAINTENANCE,
            Code.RATE_LIMITED,
            Code.NONCE,
            Code.CREDENTIAL_ENCRYPTED);

    private final Map<Id, Hold> holds = new HashMap<>();

    /** Other credentials are another key. */
    private record Id(String name, Role role, Question question) {
        static Id of(KeyReport key) {
            return new Id(key.key().name(), key.key().role(), key.key().question());
        }
    }

    /** Takes the keys that count as they are now; gives those that are not ready, in their order. */
    List<Hold> with(Collection<KeyReport> keys, Instant now) {
        var before = Map.copyOf(holds);
        holds.clear();
        var all = new ArrayList<Hold>();
        for (var key : keys) {
            var verdict = key.judgement().verdict();
            if (!verdict.ready() && verdict != Verdict.NOT_CHECKED) {
                var hold = hold(key, before.get(Id.of(key)), now);
                holds.put(Id.of(key), hold);
                all.add(hold);
            }
        }
        return List.copyOf(all);
    }

    static boolean isDanger(Finding finding) {
        return finding.code() == Code.WITHDRAW_ON && finding.severity() == Severity.BLOCKER;
    }

    private static Hold hold(KeyReport key, Hold before, Instant now) {
        var since = before == null ? now : before.since();
        var blockers = of(key, Severity.BLOCKER);
        var seen = seen(key, before);
        if (!blockers.isEmpty()) {
            var danger = blockers.stream().anyMatch(Patience::isDanger)
                    ? Stream.<Finding>empty()
                    : seen.stream().filter(Patience::isDanger);
            return new Hold(key, Stream.concat(blockers.stream(), danger).toList(), since, null);
        }
        var unknowns = of(key, Severity.UNKNOWN);
        boolean passing = key.judgement().verdict() == Verdict.UNKNOWN
                && seen.isEmpty()
                && !unknowns.isEmpty()
                && unknowns.stream().allMatch(finding -> PASSING.contains(finding.code()));
        var patientSince =
                !passing ? null : before == null || before.patientSince() == null ? now : before.patientSince();
        return new Hold(key, Stream.concat(unknowns.stream(), seen.stream()).toList(), since, patientSince);
    }

    /** What stood against it before, and is not known to be mended. */
    private static List<Finding> seen(KeyReport key, Hold before) {
        if (before == null || key.key().question() == null) {
            return List.of();
        }
        boolean withdrawKnown =
                key.told() != null && key.told().facts().grant(Scope.WITHDRAW).state() != State.UNKNOWN;
        return before.reasons().stream()
                .filter(finding -> finding.severity() == Severity.BLOCKER)
                .filter(finding -> !withdrawKnown || !isDanger(finding))
                .toList();
    }

    private static List<Finding> of(KeyReport key, Severity severity) {
        return key.judgement().findings().stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
