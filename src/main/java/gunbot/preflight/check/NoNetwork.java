package gunbot.preflight.check;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import java.util.LinkedHashMap;
import java.util.Map;

/** When not one of several exchanges can be reached, the fault is on our line, not at the exchanges. */
final class NoNetwork {
    private NoNetwork() {}

    static Map<Question, Told> mark(Map<Question, Told> told) {
        var exchanges =
                told.keySet().stream().map(Question::exchange).distinct().count();
        boolean all = told.values().stream().allMatch(NoNetwork::unreachable);
        if (exchanges < 2 || !all) {
            return told;
        }
        var marked = new LinkedHashMap<Question, Told>();
        told.forEach((question, t) -> marked.put(question, t.with(noNetwork(t.facts()))));
        return marked;
    }

    private static boolean unreachable(Told told) {
        var refusals = told.facts().refusals();
        return !refusals.isEmpty()
                && refusals.stream()
                        .allMatch(r -> r.code() == Code.UNREACHABLE
                                || r.variant().equals(Refusal.NO_CONNECTION)); // of one that seems to have closed, too
    }

    private static Facts noNetwork(Facts facts) {
        Refusal first = facts.refusals().get(0);
        return Facts.refused(first.as(Code.NO_NETWORK).variant(""));
    }
}
