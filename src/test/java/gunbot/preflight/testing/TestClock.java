package gunbot.preflight.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves by hand. */
public final class TestClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T08:40:00Z");

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Counts the time that passes. */
    public long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalStateException("one zone is enough");
    }
}
