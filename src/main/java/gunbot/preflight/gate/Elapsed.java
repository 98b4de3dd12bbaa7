package gunbot.preflight.gate;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The time by what has passed since the start: a clock that is set meanwhile, as at boot, neither uses patience up nor adds to
 * it.
 */
final class Elapsed {
    private final Instant started;
    private final long startedNanos;
    private final LongSupplier nanos;

    /** @param nanos counts the time that passes, which no setting of the clock changes */
    Elapsed(Clock clock, LongSupplier nanos) {
        this.started = clock.instant();
        this.startedNanos = nanos.getAsLong();
        this.nanos = nanos;
    }

    Instant now() {
        return started.plusNanos(nanos.getAsLong() - startedNanos);
    }
}
