package gunbot.preflight.check;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** When not one of several exchanges can be reached, the fault is on our line, not at the exchanges. */
final class NoNetwork {
    private NoNetwork() {}

    /**
     * @param told what is known of every key
     * @param round the questions that were asked together, the last time that any were: older answers tell nothing of now
     */
    static Map<Question, Told> mark(Map<Question, Told> told, Set<Question> round) {
        var asked = round.stream().filter(told::containsKey).toList();
        var exchanges = asked.stream().map(Question::exchange).distinct().count();
        if (exchanges < 2 || !asked.stream().map(told::get).allMatch(NoNetwork::unreachable)) {
            return told;
        }
        var marked = new LinkedHashMap<>(told);
        asked.forEach(question -> marked.computeIfPresent(question, (q, t) -> t.with(noNetwork(t.facts()))));
        return marked;
    }

    private static boolean unreachable(Told told) {
        var refusals = told.facts().refusals();
        return told.facts().grants().isEmpty()
                && !refusals.isEmpty()
                && refusals.stream()
                        .allMatch(r -> r.code() == Code.UNREACHABLE
                                || r.variant().equals(Refusal.NO_CONNECTION)); // of one that seems to have closed, too
    }

    private static Facts noNetwork(Facts facts) {
        Refusal first = facts.refusals().get(0);
        return Facts.refused(first.as(Code.NO_NETWORK).variant(""));
    }
}
