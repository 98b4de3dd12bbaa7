package gunbot.preflight.watch;

import gunbot.preflight.gunbot.Reading;
import gunbot.preflight.gunbot.SourceState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets a bad reading of Gunbot's file count only when it lasts: a file that is half written, empty or gone for a moment,
 * because somebody is just replacing it, is no news. Before any good reading there is nothing to hold on to, so that a bad
 * one counts at once.
 */
public final class Patience {
    /** For how long a file may look bad before it is said to be so. */
    static final Duration MOMENT = Duration.ofSeconds(5);

    private final Clock clock;
    private Reading lastGood;
    private Instant badSince;
    private boolean waiting;

    public Patience(Clock clock) {
        this.clock = clock;
    }

    /** What is to be reported of a reading: itself, or the last good one as long as a bad one may be a matter of moments. */
    public synchronized Reading settle(Reading fresh) {
        waiting = false;
        if (fresh.state() == SourceState.OK || fresh.state() == SourceState.NONE) {
            lastGood = fresh;
            badSince = null;
            return fresh;
        }
        if (lastGood == null) {
            return fresh;
        }
        var now = clock.instant();
        if (badSince == null || now.isBefore(badSince)) { // or the clock was set back
            badSince = now;
        }
        waiting = Duration.between(badSince, now).compareTo(MOMENT) < 0;
        return waiting ? lastGood : fresh;
    }

    /** Whether a bad reading is being waited out, so that the file must be read again soon. */
    public synchronized boolean waiting() {
        return waiting;
    }
}
