package gunbot.preflight.rhythm;

import gunbot.preflight.facts.Code;
import gunbot.preflight.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * When a key is asked again. What only an edit of the configuration can cure is asked about once an hour while the gate is
 * shut; what is cured at the exchange, or by time, more and more seldom, down to every fifteen minutes. What is fine, and
 * everything once the gate is open, is asked about on fixed marks; keys with nonces once it is open only if that is wished
 * for, since a request of ours can make one of Gunbot's be refused. All with a little jitter. Pure: no clock, no network.
 */
public final class Rhythm {
    private static final Set<Code> CURED_BY_AN_EDIT = Set.of(Code.INVALID_KEY, Code.BAD_SIGNATURE, Code.BAD_PASSPHRASE);
    private static final Duration HOPELESS = Duration.ofHours(1);
    private static final List<Duration> PATIENCE = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(8),
            Duration.ofMinutes(15));

    /** No wait is longer than it would be by more than a tenth, and none is shorter. */
    private static final long LATE_BY_ONE_IN = 10;

    /** Beyond this an answer "from the future" means that the clock was set back. */
    private static final Duration SET_BACK = Duration.ofMinutes(1);

    private final Optional<Marks> regular;
    private final Optional<Marks> nonces;
    private final Duration hopeless;
    private final List<Duration> patience;

    /**
     * @param start from where the marks are counted
     * @param random draws the jitter
     */
    public Rhythm(Settings.Recheck settings, Instant start, RandomGenerator random) {
        this.regular = settings.every().length().map(every -> new Marks(start, every, random.nextLong()));
        this.nonces = settings.nonceExchanges().length().map(every -> new Marks(start, every, random.nextLong()));
        // drawn once: what was refused together is asked together, while programs behind one address drift apart
        this.hopeless = jittered(HOPELESS, random);
        this.patience = PATIENCE.stream().map(wait -> jittered(wait, random)).toList();
    }

    private static Duration jittered(Duration wait, RandomGenerator random) {
        return wait.plusMillis(random.nextLong(wait.toMillis() / LATE_BY_ONE_IN));
    }

    /**
     * The instant from which a key may be asked again; empty where only a person or another credential brings that about.
     *
     * @param last what its last answer was like
     * @param hasNonces whether its requests carry nonces
     * @param gateOpen whether Gunbot may be running
     */
    public Optional<Instant> due(Remembered last, boolean hasNonces, boolean gateOpen, Instant now) {
        var due = due(last, hasNonces, gateOpen);
        return wasSetBack(last.askedAt(), now) ? due.map(far -> now) : due;
    }

    /**
     * The regular mark after the last check, whether or not a key is due then: the file is read again, and what the passing
     * of time does to an expiry is seen.
     */
    public Optional<Instant> mark(Instant lastCheck, Instant now) {
        return regular.map(marks -> wasSetBack(lastCheck, now) ? now : marks.after(lastCheck));
    }

    private static boolean wasSetBack(Instant last, Instant now) {
        return last.isAfter(now.plus(SET_BACK));
    }

    private Optional<Instant> due(Remembered last, boolean hasNonces, boolean gateOpen) {
        if (last.decisive() != null && !gateOpen) {
            return Optional.of(last.askedAt().plus(patience(last)));
        }
        if (isCuredByAnEdit(last)) {
            return Optional.empty();
        }
        return (hasNonces && gateOpen ? nonces : regular).map(marks -> marks.after(last.askedAt()));
    }

    private Duration patience(Remembered last) {
        int step = Math.max(1, Math.min(last.refusedInARow(), patience.size()));
        return isCuredByAnEdit(last) ? hopeless : patience.get(step - 1);
    }

    private static boolean isCuredByAnEdit(Remembered last) {
        return last.decisive() != null && CURED_BY_AN_EDIT.contains(last.decisive());
    }
}
