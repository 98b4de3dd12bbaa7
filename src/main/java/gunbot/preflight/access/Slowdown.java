package gunbot.preflight.access;

import gunbot.preflight.timing.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes guessing tokens slow. The answer to a wrong one is held back, the longer the more of them there were; the right one
 * is answered at once. Who has too many held-back answers open is refused without a look at the token, for as long as that
 * lasts: nobody is locked out for good, and nobody at another address at all before the sum of them is too large.
 */
@ApplicationScoped
public class Slowdown {
    /** What a refused one is told to wait, in seconds. */
    public static final int RETRY_AFTER = 5;

    static final int MOST = 64;
    static final int MOST_OF_ONE = 8;
    static final Duration LONGEST = Duration.ofSeconds(4);
    static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private static final int FREE = 3;
    private static final Duration FIRST = Duration.ofMillis(250);

    private final Timers timers;
    private final Clock clock;
    private final Map<String, Integer> held = new HashMap<>();
    private int failures;
    private Instant last = Instant.MIN;

    public Slowdown(Timers timers, Clock clock) {
        this.timers = timers;
        this.clock = clock;
    }

    /** Whether a token from this address may be looked at now. */
    public synchronized boolean admits(String address) {
        return held.getOrDefault(address, 0) < MOST_OF_ONE
                && held.values().stream().mapToInt(Integer::intValue).sum() < MOST;
    }

    /**
     * A wrong token came from this address.
     *
     * @param answer gives the answer when its time has come; must not block
     */
    public void wrong(String address, Runnable answer) {
        var delay = delay(address);
        if (delay.isZero()) {
            answer.run();
        } else {
            timers.after(delay, () -> {
                release(address);
                answer.run();
            });
        }
    }

    private synchronized Duration delay(String address) {
        var now = clock.instant();
        failures = last.equals(Instant.MIN) || now.isAfter(last.plus(FORGOTTEN)) ? 1 : failures + 1;
        last = now;
        if (failures <= FREE) {
            return Duration.ZERO;
        }
        held.merge(address, 1, Integer::sum);
        var doublings = Math.min(failures - FREE - 1, 10);
        var delay = FIRST.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    private synchronized void release(String address) {
        held.computeIfPresent(address, (at, count) -> count == 1 ? null : count - 1);
    }
}
