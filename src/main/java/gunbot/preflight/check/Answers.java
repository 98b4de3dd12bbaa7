package gunbot.preflight.check;

import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import gunbot.preflight.rhythm.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The last answer to each question, so that a key is asked only when there is reason to. As many as there are keys. */
@ApplicationScoped
public class Answers {
    private final Map<Question, Kept> kept = new ConcurrentHashMap<>();

    /**
     * An answer.
     *
     * @param told what came back
     * @param standing what it means for when to ask again
     */
    record Kept(Told told, Remembered standing) {}

    Optional<Kept> of(Question question) {
        return Optional.ofNullable(kept.get(question));
    }

    Map<Question, Kept> all() {
        return Map.copyOf(kept);
    }

    /** What came back, by question. */
    Map<Question, Told> told() {
        var told = new LinkedHashMap<Question, Told>();
        kept.forEach((question, answer) -> told.put(question, answer.told()));
        return told;
    }

    void keep(Question question, Told told, Remembered standing) {
        kept.put(question, new Kept(told, standing));
    }

    /** Lets answers of one check have come at one time, so that their keys stay together when they are asked again. */
    void together(Collection<Question> questions, Instant at) {
        questions.forEach(question -> kept.computeIfPresent(question, (q, k) -> {
            var standing = k.standing();
            return new Kept(k.told(), new Remembered(at, standing.refusedInARow(), standing.decisive()));
        }));
    }

    /** Forgets the keys that are no more. */
    void retain(Collection<Question> questions) {
        kept.keySet().retainAll(questions);
    }
}
