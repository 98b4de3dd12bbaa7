package gunbot.preflight.check;

import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.probe.Question;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** Picks what a check asks; all else keeps the answer that it has, or gets back the one that is remembered. */
final class Wanted {
    private final Answers answers;
    private final Plan plan;
    private volatile boolean nothingReadYet = true;

    Wanted(Answers answers, Plan plan) {
        this.answers = answers;
        this.plan = plan;
    }

    /**
     * What is to be asked now; answers to what nobody asks any more are forgotten.
     *
     * @param before where all are to be asked, those are left out that were asked at this instant or later
     */
    Set<Question> of(Inputs.Input input, Which which, Instant before) {
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
                .filter(kept -> !is(question, kept, which, before))
                .isPresent());
        return all;
    }

    /** Of a key from before a restart, or one that was gone for a moment, such as a key file that could not be read. */
    private void recall(Question question) {
        plan.recalled(question, nothingReadYet).ifPresent(kept -> answers.keep(question, kept.told(), kept.standing()));
    }

    private boolean is(Question question, Answers.Kept kept, Which which, Instant before) {
        return switch (which) {
            case NEW -> false;
            case DUE -> plan.isDue(question);
            case ALL -> kept.standing().askedAt().isBefore(before) && !plan.isPaused(question);
        };
    }
}
