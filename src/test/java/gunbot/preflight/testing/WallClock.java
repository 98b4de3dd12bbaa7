package gunbot.preflight.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A machine's clock, which shows the time that passes but can be set; timers do not care. */
public final class WallClock extends Clock {
    private final TestClock passing;
    private Duration ahead;

    /** @param ahead of the right time; negative: behind */
    public WallClock(TestClock passing, Duration ahead) {
        this.passing = passing;
        this.ahead = ahead;
    }

    /** Sets it forward, or back, while no time passes. */
    public void set(Duration by) {
        ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
        return passing.instant().plus(ahead);
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
