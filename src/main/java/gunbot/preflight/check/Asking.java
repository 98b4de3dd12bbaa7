package gunbot.preflight.check;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.probe.Asker;
import gunbot.preflight.probe.Line;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Asks each distinct key once, whatever it is asked about: different key ids at the same time, requests of one key id never
 * at the same time.
 */
final class Asking {
    private final Catalogue catalogue;
    private final Line line;

    Asking(Catalogue catalogue, Line line) {
        this.catalogue = catalogue;
        this.line = line;
    }

    /**
     * Ends when every question is answered.
     *
     * @param secrets every secret known; answers are cleaned of them
     * @param arrived hears of each key as soon as it is done, on any thread
     */
    Uni<Void> ask(Set<Question> questions, Collection<String> secrets, Consumer<Map<Question, Told>> arrived) {
        if (questions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var asker = new Asker(line, secrets);
        var chains = byKeyId(questions).stream()
                .map(keys -> inTurn(asker, keys, arrived))
                .toList();
        return Uni.join().all(chains).andFailFast().replaceWithVoid();
    }

    /** By key id the keys that have it, each with what is asked about it: one question, or one for each of its markets. */
    private static Collection<Collection<List<Question>>> byKeyId(Set<Question> questions) {
        var all = new LinkedHashMap<String, Map<Question.Key, List<Question>>>();
        questions.forEach(question -> all.computeIfAbsent(question.keyId(), id -> new LinkedHashMap<>())
                .computeIfAbsent(question.ofKey(), key -> new ArrayList<>())
                .add(question));
        return all.values().stream().map(Map::values).toList();
    }

    private Uni<Void> inTurn(Asker asker, Collection<List<Question>> keys, Consumer<Map<Question, Told>> arrived) {
        var chain = Uni.createFrom().voidItem();
        for (var questions : keys) {
            var exchange = catalogue.byId(questions.get(0).exchange()).orElseThrow();
            chain = chain.chain(
                    () -> asker.ask(exchange, questions).invoke(arrived).replaceWithVoid());
        }
        return chain;
    }
}
