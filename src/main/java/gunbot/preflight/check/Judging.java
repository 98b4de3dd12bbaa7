package gunbot.preflight.check;

import gunbot.preflight.drift.Drift;
import gunbot.preflight.judge.Accounts;
import gunbot.preflight.judge.Judge;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.rhythm.Asks;
import gunbot.preflight.settings.Entries;
import gunbot.preflight.settings.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Judges what is known of keys, and notes what that means for when to ask again. */
final class Judging {
    private final Judge judge;
    private final Entries entries;
    private final Answers answers;
    private final Asks asks;
    private final Drift drift = new Drift();

    Judging(Settings.Policy policy, Entries entries, Answers answers, Asks asks) {
        this.judge = new Judge(policy);
        this.entries = entries;
        this.answers = answers;
        this.asks = asks;
    }

    /**
     * Takes in what was told of one key just now.
     *
     * @param each hears of each entry that has the key
     */
    void arrived(Inputs.Input input, Map<Question, Told> told, Instant now, Consumer<KeyReport> each) {
        var sofar = answers.told();
        sofar.putAll(told);
        told.forEach((question, answer) -> {
            var reports = input.keys().stream()
                    .filter(key -> question.equals(key.question()))
                    .map(key -> judged(key, input, sofar, now))
                    .toList();
            var remembered = asks.of(question);
            var before = answers.of(question).map(Answers.Kept::standing).or(() -> remembered);
            var standing = Upshot.of(before, reports, answer);
            answers.keep(question, answer, standing);
            asks.asked(question, Upshot.remembered(remembered, standing));
            reports.forEach(each);
        });
    }

    /**
     * Judges every key. What holds a key up now, though its answer is an old one, decides when it is asked again.
     *
     * @param told what is known, by question
     */
    List<KeyReport> all(Inputs.Input input, Map<Question, Told> told, Instant now) {
        var reports =
                input.keys().stream().map(key -> judged(key, input, told, now)).toList();
        answers.all().forEach((question, kept) -> {
            var mine = reports.stream()
                    .filter(report -> question.equals(report.key().question()))
                    .toList();
            var standing = Upshot.again(kept.standing(), mine, told.get(question));
            if (!standing.equals(kept.standing())) {
                answers.keep(question, kept.told(), standing);
                asks.asked(question, Upshot.remembered(asks.of(question), standing));
            }
        });
        return reports;
    }

    private KeyReport judged(KeyCase key, Inputs.Input input, Map<Question, Told> all, Instant now) {
        var told = key.question() == null ? null : all.get(key.question());
        var beside = new ArrayList<>(Accounts.of(key, input.keys(), all));
        beside.addAll(drift.of(key, told, now));
        return new KeyReport(key, told, judge.judge(key, told, entries.accepted(key.name()), now, beside));
    }
}
