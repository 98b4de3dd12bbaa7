package gunbot.preflight.check;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gunbot.Reading;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.BotJudgement;
import gunbot.preflight.keys.KeyCase;
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
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One check: reads the keys, asks about those whose time has come, all at once, and judges what is known of every key. What
 * is not asked keeps its last answer, with the time of that.
 */
@ApplicationScoped
public class Check {
    private final Inputs inputs;
    private final Wanted wanted;
    private final Asking asking;
    private final Answers answers;
    private final Judging judging;
    private final Clock clock;
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
        this.wanted = new Wanted(answers, plan);
        this.asking = new Asking(catalogue, line);
        this.answers = answers;
        this.judging = new Judging(settings.policy(), entries, answers, asks);
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
                var questions = wanted.of(input, which, before);
                return asking.ask(
                                questions, input.secrets(), told -> judging.arrived(input, told, clock.instant(), each))
                        .map(done -> report(input, questions, start));
            });
        });
    }

    private Report report(Inputs.Input input, Set<Question> asked, Instant start) {
        var now = clock.instant();
        answers.together(asked, now);
        var told = answers.told();
        lastRound = asked.isEmpty() ? lastRound : Set.copyOf(asked);
        boolean complete = told.values().stream().noneMatch(Told::late);
        return new Report(
                now,
                Duration.between(start, now),
                complete,
                input.reading(),
                general(input.reading(), input.keys()),
                judging.all(input, NoNetwork.mark(told, lastRound), now));
    }

    private static List<Finding> general(Reading reading, Collection<KeyCase> keys) {
        var findings = new ArrayList<>(reading.findings());
        findings.addAll(BotJudgement.of(reading));
        boolean known = reading.state() == SourceState.OK
                || reading.state() == SourceState.MISSING
                || reading.state() == SourceState.NONE;
        if (known && keys.stream().noneMatch(KeyCase::isReal)) {
            findings.add(Finding.of(Code.NO_KEYS));
        }
        return findings;
    }
}
