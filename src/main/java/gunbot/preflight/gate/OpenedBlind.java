package gunbot.preflight.gate;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.report.KeyReport;
import java.util.Collection;
import java.util.List;

/** What is to be said of a gate that opened without an answer: by hand, or because a key could not be asked for so long. */
final class OpenedBlind {
    private volatile boolean answered;

    /**
     * Takes note of whether the keys that it opened without work by now.
     *
     * @param counted the keys that hold a gate
     */
    void hear(Gate.State state, Collection<KeyReport> counted) {
        answered = answered || answers(state, counted);
    }

    List<Finding> findings(Gate.State state) {
        if (!state.open()) {
            return List.of();
        }
        return switch (state.opened().how()) {
            case BY_HAND -> List.of(Finding.of(Code.GATE_OVERRIDDEN));
            case TIMED_OUT -> answered ? List.of() : List.of(timedOut(state.overdue()));
            default -> List.of();
        };
    }

    private static Finding timedOut(List<String> overdue) {
        var finding = Finding.of(Code.GATE_TIMED_OUT);
        return overdue.isEmpty() ? finding.variant("remembered") : finding.with("entries", String.join(", ", overdue));
    }

    /** After a restart it is not known which keys those were: then all that count must work. */
    private static boolean answers(Gate.State state, Collection<KeyReport> counted) {
        if (!state.open() || state.opened().how() != Opening.TIMED_OUT) {
            return false;
        }
        var keys = counted.stream()
                .filter(key -> key.judgement().verdict() != Verdict.NOT_CHECKED)
                .filter(key -> state.overdue().isEmpty()
                        || state.overdue().contains(key.key().name()))
                .toList();
        var names = keys.stream().map(key -> key.key().name()).toList();
        return !keys.isEmpty()
                && names.containsAll(state.overdue())
                && keys.stream().allMatch(key -> key.judgement().verdict().ready());
    }
}
