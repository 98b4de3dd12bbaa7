package gunbot.preflight.check;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.gate.Gate;
import gunbot.preflight.probe.HostPauses;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import gunbot.preflight.report.ReportView;
import gunbot.preflight.rhythm.Asks;
import gunbot.preflight.rhythm.Remembered;
import gunbot.preflight.rhythm.Rhythm;
import gunbot.preflight.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which key is to be asked when: the rhythm, with what is known of the keys, the gate and the exchanges' pauses. */
@ApplicationScoped
public class Plan {
    /** Codes whose texts name boxes, dates or causes, which are not kept: recalled, they have texts of their own. */
    private static final Set<Code> WITH_MORE_TO_SAY =
            Set.of(Code.READ_OFF, Code.TRADE_OFF, Code.EXPIRED, Code.AMBIGUOUS_REFUSAL, Code.WITHDRAW_ON);

    private final Answers answers;
    private final Asks asks;
    private final Rhythm rhythm;
    private final Catalogue catalogue;
    private final Map<String, Set<String>> hosts;
    private final HostPauses pauses;
    private final BooleanSupplier gateOpen;
    private final Clock clock;

    @Inject
    public Plan(
            Answers answers,
            Asks asks,
            Catalogue catalogue,
            HostPauses pauses,
            Gate gate,
            Settings settings,
            RandomGenerator random,
            Clock clock) {
        this(
                answers,
                asks,
                catalogue,
                pauses,
                () -> gate.state().open(),
                new Rhythm(settings.recheck(), clock.instant(), random),
                clock);
    }

    Plan(
            Answers answers,
            Asks asks,
            Catalogue catalogue,
            HostPauses pauses,
            BooleanSupplier gateOpen,
            Rhythm rhythm,
            Clock clock) {
        this.answers = answers;
        this.asks = asks;
        this.rhythm = rhythm;
        this.catalogue = catalogue;
        this.hosts = catalogue.all().stream()
                .collect(Collectors.toMap(exchange -> exchange.listing().id(), Plan::hosts));
        this.pauses = pauses;
        this.gateOpen = gateOpen;
        this.clock = clock;
    }

    /** Whether a key that has an answer is to be asked by now. */
    boolean isDue(Question question) {
        var now = clock.instant();
        return answers.of(question)
                .flatMap(kept -> due(question, kept.standing(), now))
                .filter(due -> !due.isAfter(now))
                .isPresent();
    }

    /** Whether Gunbot may be running, so that nobody waits for the first report. */
    boolean isCalm() {
        return gateOpen.getAsBoolean();
    }

    /** Whether an exchange wants to be left alone, so that asking would only put a worse answer in a good one's place. */
    boolean isPaused(Question question) {
        return pausedUntil(question).isPresent();
    }

    /**
     * When the next check is to be: as soon as a key is due, at the latest on the next regular mark.
     *
     * @param lastCheck when the last check ended
     */
    Optional<Instant> next(Instant lastCheck) {
        var now = clock.instant();
        var keys = answers.all().entrySet().stream()
                .flatMap(kept -> due(kept.getKey(), kept.getValue().standing(), now).stream());
        return Stream.concat(keys, rhythm.mark(lastCheck, now).stream()).min(Comparator.naturalOrder());
    }

    /**
     * What is still known of a key without an answer, such as from before a restart, where it must not be asked again yet.
     * Keys that were fine are asked as if there had been no restart, since nothing of their rights is kept; but for those
     * with nonces while the gate is open: Gunbot trades with them.
     *
     * @param nothingReadYet whether Gunbot may know keys that we never saw; later, one that was never asked is a new one
     */
    Optional<Answers.Kept> recalled(Question question, boolean nothingReadYet) {
        var now = clock.instant();
        var remembered = asks.of(question);
        if (gateOpen.getAsBoolean() && usesNonces(question) && (nothingReadYet || remembered.isPresent())) {
            var last = remembered.filter(kept -> kept.decisive() != null).orElse(new Remembered(now, 0, Code.NONCE));
            return Optional.of(new Answers.Kept(leftAlone(last), last));
        }
        return remembered
                .filter(last -> last.decisive() != null)
                .filter(last -> due(question, last, now).map(now::isBefore).orElse(true))
                .map(last -> new Answers.Kept(asBefore(last), last));
    }

    private static Told asBefore(Remembered last) {
        var refusal = Refusal.of(last.decisive(), "as last asked, at " + ReportView.seconds(last.askedAt()));
        boolean bare = WITH_MORE_TO_SAY.contains(last.decisive());
        return new Told(
                Facts.refused(bare ? refusal.variant(Refusal.RECALLED) : refusal), null, null, 0, -1, last.askedAt());
    }

    private static Told leftAlone(Remembered last) {
        return last.decisive() == Code.NONCE
                ? new Told(
                        Facts.refused(Refusal.of(Code.NONCE, "").variant("trading")), null, null, 0, -1, last.askedAt())
                : asBefore(last);
    }

    private Optional<Instant> due(Question question, Remembered last, Instant now) {
        var due = rhythm.due(last, usesNonces(question), gateOpen.getAsBoolean(), now);
        return due.map(at -> pausedUntil(question).filter(at::isBefore).orElse(at));
    }

    private boolean usesNonces(Question question) {
        return catalogue.byId(question.exchange()).orElseThrow().usesNonces(question.credentials());
    }

    /** The longest pause of all hosts that a key of this exchange may have to do with. */
    private Optional<Instant> pausedUntil(Question question) {
        return hosts.get(question.exchange()).stream()
                .flatMap(host -> pauses.until(host).stream())
                .max(Comparator.naturalOrder());
    }

    private static Set<String> hosts(Exchange exchange) {
        return exchange.allowedCalls().stream()
                .map(call -> URI.create(call.text().split(" ", 3)[1].replaceAll("[<>]", ""))
                        .getHost())
                .collect(Collectors.toSet());
    }
}
