package gunbot.preflight.state;

import gunbot.preflight.timing.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Writes what has changed: at once, but not more than once a second; what could not be written is tried again after a minute.
 * Until it is begun nothing is written.
 */
final class Writing {
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private final StateFolder folder;
    private final Supplier<String> text;
    private final Clock clock;
    private final Timers timers;
    private final Executor worker;
    private final Object oneAtATime = new Object();

    private boolean begun;
    private boolean changed;
    private boolean due;
    private Instant written = Instant.EPOCH;

    /**
     * @param text all that is to be written, as it is now; never asked for while this is locked
     * @param worker does what blocks
     */
    Writing(StateFolder folder, Supplier<String> text, Clock clock, Timers timers, Executor worker) {
        this.folder = folder;
        this.text = text;
        this.clock = clock;
        this.timers = timers;
        this.worker = worker;
    }

    /** Writes from now on, first of all at once. Blocks. */
    void begin() {
        synchronized (this) {
            begun = true;
            changed = true;
        }
        write();
    }

    /** Has something written that is new. Does not block. */
    synchronized void changed() {
        changed = true;
        boolean justNow = clock.instant().isBefore(written.plus(BETWEEN_WRITES));
        after(justNow ? BETWEEN_WRITES : Duration.ZERO);
    }

    private void after(Duration delay) {
        if (begun && !due) {
            due = true;
            timers.after(delay, () -> worker.execute(this::write));
        }
    }

    /** Writes what is not written yet: one at a time, and not while anybody waits who only wants to remember something. */
    void write() {
        synchronized (oneAtATime) {
            synchronized (this) {
                due = false;
                if (!begun || !changed) {
                    return;
                }
                changed = false;
                written = clock.instant();
            }
            if (!folder.save(text.get())) {
                synchronized (this) {
                    changed = true;
                    after(AFTER_A_FAILURE);
                }
            }
        }
    }
}
