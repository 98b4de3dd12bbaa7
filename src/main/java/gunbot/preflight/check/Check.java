package gunbot.preflight.check;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gunbot.Reading;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.Judge;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.probe.Asker;
import gunbot.preflight.probe.Line;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.Report;
import gunbot.preflight.settings.Entries;
import gunbot.preflight.settings.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One check: reads the keys, asks about all of them at once, judges what came back. */
@ApplicationScoped
public class Check {
    private final Inputs inputs;
    private final Catalogue catalogue;
    private final Line line;
    private final Judge judge;
    private final Entries entries;
    private final Clock clock;

    public Check(Inputs inputs, Catalogue catalogue, Line line, Settings settings, Entries entries, Clock clock) {
        this.inputs = inputs;
        this.catalogue = catalogue;
        this.line = line;
        this.judge = new Judge(settings.policy());
        this.entries = entries;
        this.clock = clock;
    }

    /** Runs when subscribed to; ends with a report whatever happens at the exchanges. */
    public Uni<Report> run() {
        var start = clock.instant();
        return inputs.read().chain(input -> asked(input).map(told -> report(input, told, start)));
    }

    /** Each distinct key once: different key ids at the same time, requests of one key id never at the same time. */
    private Uni<Map<Question, Told>> asked(Inputs.Input input) {
        var questions = new LinkedHashSet<Question>();
        input.keys().stream().map(KeyCase::question).filter(Objects::nonNull).forEach(questions::add);
        if (questions.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var asker = new Asker(line, input.secrets());
        var told = new ConcurrentHashMap<Question, Told>();
        var byKeyId = new LinkedHashMap<String, List<Question>>();
        questions.forEach(
                q -> byKeyId.computeIfAbsent(q.keyId(), id -> new ArrayList<>()).add(q));
        var chains =
                byKeyId.values().stream().map(same -> inTurn(asker, same, told)).toList();
        return Uni.join().all(chains).andFailFast().map(done -> told);
    }

    private Uni<Void> inTurn(Asker asker, List<Question> questions, Map<Question, Told> told) {
        var chain = Uni.createFrom().voidItem();
        for (var question : questions) {
            chain = chain.chain(
                    () -> asker.ask(catalogue.byId(question.exchange()).orElseThrow(), question)
                            .invoke(answer -> told.put(question, answer))
                            .replaceWithVoid());
        }
        return chain;
    }

    private Report report(Inputs.Input input, Map<Question, Told> told, Instant start) {
        var now = clock.instant();
        var answers = NoNetwork.mark(told);
        var keys = input.keys().stream()
                .map(key -> {
                    var answer = key.question() == null ? null : answers.get(key.question());
                    return new KeyReport(key, answer, judge.judge(key, answer, entries.accepted(key.name()), now));
                })
                .toList();
        boolean complete = told.values().stream().noneMatch(Told::late);
        return new Report(
                now,
                Duration.between(start, now),
                complete,
                input.reading(),
                general(input.reading(), input.keys()),
                keys);
    }

    private static List<Finding> general(Reading reading, Collection<KeyCase> keys) {
        var findings = new ArrayList<>(reading.findings());
        reading.orphans()
                .forEach(name -> findings.add(Finding.of(Code.ENTRY_ORPHAN).with("name", name)));
        boolean known = reading.state() == SourceState.OK
                || reading.state() == SourceState.MISSING
                || reading.state() == SourceState.NONE;
        if (known && keys.stream().noneMatch(Check::isReal)) {
            findings.add(Finding.of(Code.NO_KEYS));
        }
        return findings;
    }

    /** A key that Gunbot might trade with: archived ones it does not use, and without key and secret it cannot. */
    public static boolean isReal(KeyCase key) {
        return key.checked() && key.findings().stream().noneMatch(Check::saysThereIsNoKey);
    }

    /** A missing passphrase, or a file of ours that cannot be read, does not keep Gunbot from trading. */
    private static boolean saysThereIsNoKey(Finding finding) {
        var fields = finding.values().getOrDefault("fields", "key");
        return (finding.code() == Code.PLACEHOLDER || finding.code() == Code.CREDENTIAL_MISSING)
                && !finding.variant().equals("given")
                && Stream.of(fields.split(", ")).anyMatch(field -> field.equals("key") || field.equals("secret"));
    }
}
