package gunbot.preflight.check;

import gunbot.preflight.drift.Drift;
import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gunbot.Reading;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.Accounts;
import gunbot.preflight.judge.BotJudgement;
import gunbot.preflight.judge.Judge;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.probe.Asker;
import gunbot.preflight.probe.Line;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.Report;
import gunbot.preflight.rhythm.Asks;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One check: reads the keys, asks about those whose time has come, all at once, and judges what is known of every key. What
 * is not asked keeps its last answer, with the time of that.
 */
@ApplicationScoped
public class Check {
    private final Inputs inputs;
    private final Catalogue catalogue;
    private final Line line;
    private final Judge judge;
    private final Entries entries;
    private final Answers answers;
    private final Asks asks;
    private final Plan plan;
    private final Clock clock;
    private final Drift drift = new Drift();
    private volatile boolean nothingReadYet = true;
    private volatile Set<Question> lastRound = Set.of();

    public Check(
            Inputs inputs,
            Catalogue catalogue,
            Line line,
            Settings settings,
            Entries entries,
            Answers answers,
            Asks asks,
            Plan plan,
            Clock clock) {
        this.inputs = inputs;
        this.catalogue = catalogue;
        this.line = line;
        this.judge = new Judge(settings.policy());
        this.entries = entries;
        this.answers = answers;
        this.asks = asks;
        this.plan = plan;
        this.clock = clock;
    }

    /**
     * Runs when subscribed to; ends with a report whatever happens at the exchanges. Only one may run at a time.
     *
     * @param which which keys to ask
     * @param before where all are to be asked, those are left out that were asked at this instant or later
     * @param each hears of each key that is asked, as soon as that is done
     */
    public Uni<Report> run(Which which, Instant before, Consumer<KeyReport> each) {
        return Uni.createFrom().deferred(() -> {
            var start = clock.instant();
            return inputs.read().chain(input -> {
                var questions = toAsk(input, which, before);
                return asked(input, questions, each).map(done -> report(input, questions, start));
            });
        });
    }

    private Set<Question> toAsk(Inputs.Input input, Which which, Instant before) {
        var all = new LinkedHashSet<Question>();
        input.keys().stream().map(KeyCase::question).filter(Objects::nonNull).forEach(all::add);
        answers.retain(all);
        if (which != Which.ALL) {
            all.stream().filter(question -> answers.of(question).isEmpty()).forEach(this::recall);
        }
        if (input.reading().readAt() != null || input.reading().state() == SourceState.NONE) {
            nothingReadYet = false;
        }
        all.removeIf(question -> answers.of(question)
                .filter(kept -> !isWanted(question, kept, which, before))
                .isPresent());
        return all;
    }

    /** Of a key from before a restart, or one that was gone for a moment, such as a key file that could not be read. */
    private void recall(Question question) {
        plan.recalled(question, nothingReadYet).ifPresent(kept -> answers.keep(question, kept.told(), kept.standing()));
    }

    private boolean isWanted(Question question, Answers.Kept kept, Which which, Instant before) {
        return switch (which) {
            case NEW -> false;
            case DUE -> plan.isDue(question);
            case ALL -> kept.standing().askedAt().isBefore(before) && !plan.isPaused(question);
        };
    }

    /** Each distinct key once: different key ids at the same time, requests of one key id never at the same time. */
    private Uni<Void> asked(Inputs.Input input, Set<Question> questions, Consumer<KeyReport> each) {
        if (questions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var asker = new Asker(line, input.secrets());
        var chains = byKeyId(questions).stream()
                .map(keys -> inTurn(asker, keys, told -> arrived(input, told, each)))
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

    private void arrived(Inputs.Input input, Map<Question, Told> told, Consumer<KeyReport> each) {
        var sofar = told();
        sofar.putAll(told);
        told.forEach((question, answer) -> arrived(input, question, answer, sofar, each));
    }

    private void arrived(
            Inputs.Input input, Question question, Told told, Map<Question, Told> sofar, Consumer<KeyReport> each) {
        var now = clock.instant();
        var reports = input.keys().stream()
                .filter(key -> question.equals(key.question()))
                .map(key -> judged(key, told, input, sofar, now))
                .toList();
        var remembered = asks.of(question);
        var before = answers.of(question).map(Answers.Kept::standing).or(() -> remembered);
        var standing = Standing.of(before, reports, told);
        answers.keep(question, told, standing);
        asks.asked(question, Standing.remembered(remembered, standing));
        reports.forEach(each);
    }

    private KeyReport judged(KeyCase key, Told told, Inputs.Input input, Map<Question, Told> all, Instant now) {
        var beside = new ArrayList<>(Accounts.of(key, input.keys(), all));
        beside.addAll(drift.of(key, told, now));
        return new KeyReport(key, told, judge.judge(key, told, entries.accepted(key.name()), now, beside));
    }

    /** What is known of every key. */
    private Map<Question, Told> told() {
        var told = new LinkedHashMap<Question, Told>();
        answers.all().forEach((question, kept) -> told.put(question, kept.told()));
        return told;
    }

    private Report report(Inputs.Input input, Set<Question> asked, Instant start) {
        var now = clock.instant();
        answers.together(asked, now);
        var told = told();
        lastRound = asked.isEmpty() ? lastRound : Set.copyOf(asked);
        var marked = NoNetwork.mark(told, lastRound);
        var keys = input.keys().stream()
                .map(key -> judged(key, key.question() == null ? null : marked.get(key.question()), input, marked, now))
                .toList();
        judgedAnew(keys, marked);
        boolean complete = told.values().stream().noneMatch(Told::late);
        return new Report(
                now,
                Duration.between(start, now),
                complete,
                input.reading(),
                general(input.reading(), input.keys()),
                keys);
    }

    /** What holds a key up now, though its answer is an old one, decides when it is asked again. */
    private void judgedAnew(List<KeyReport> keys, Map<Question, Told> told) {
        answers.all().forEach((question, kept) -> {
            var reports = keys.stream()
                    .filter(key -> question.equals(key.key().question()))
                    .toList();
            var standing = Standing.again(kept.standing(), reports, told.get(question));
            if (!standing.equals(kept.standing())) {
                answers.keep(question, kept.told(), standing);
                asks.asked(question, Standing.remembered(asks.of(question), standing));
            }
        });
    }

    private static List<Finding> general(Reading reading, Collection<KeyCase> keys) {
        var findings = new ArrayList<>(reading.findings());
        findings.addAll(BotJudgement.of(reading));
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
