package gunbot.preflight.watch;

import gunbot.preflight.keys.Given;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The patience that Gunbot's file has, for the files of keys given directly: one that is gone or empty for a moment, because
 * its secret is just being rotated, is no news. A key that was never read whole counts as it is.
 */
public final class GivenPatience {
    private final Clock clock;
    private final Map<String, Given> lastGood = new HashMap<>();
    private final Map<String, Instant> badSince = new HashMap<>();
    private boolean waiting;

    public GivenPatience(Clock clock) {
        this.clock = clock;
    }

    /** The keys as they are to be taken: as just read, or as last read whole while that may be a matter of moments. */
    public synchronized List<Given> settle(List<Given> fresh) {
        waiting = false;
        return fresh.stream().map(this::settled).toList();
    }

    /** Whether a file is being waited for, so that all must be read again soon. */
    public synchronized boolean waiting() {
        return waiting;
    }

    private Given settled(Given fresh) {
        var before = lastGood.get(fresh.slot());
        if (!isBad(fresh, before)) {
            lastGood.put(fresh.slot(), fresh);
            badSince.remove(fresh.slot());
            return fresh;
        }
        var now = clock.instant();
        // or the clock was set back
        var since = badSince.merge(fresh.slot(), now, (first, again) -> again.isBefore(first) ? again : first);
        boolean passing = before != null && Duration.between(since, now).compareTo(Patience.MOMENT) < 0;
        waiting |= passing;
        return passing ? before : fresh;
    }

    private static boolean isBad(Given fresh, Given before) {
        return !fresh.problem().isEmpty()
                || before != null
                        && Stream.<Function<Given, String>>of(Given::key, Given::secret, Given::passphrase)
                                .anyMatch(field -> field.apply(fresh).isBlank()
                                        && !field.apply(before).isBlank());
    }
}
