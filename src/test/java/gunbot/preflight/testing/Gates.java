package gunbot.preflight.testing;

import gunbot.preflight.gate.Gate;
import gunbot.preflight.gate.GateLog;
import gunbot.preflight.gate.GateMemory;
import gunbot.preflight.gate.Opened;
import gunbot.preflight.settings.Entries;
import gunbot.preflight.settings.ExactNames;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A gate in a time that a test lets pass, and all that it wrote into the log. */
public final class Gates {
    private final TestClock clock;
    private final VirtualTime time;
    private final List<String> log = new ArrayList<>();
    private final Instant start;
    private Duration setBy = Duration.ZERO;

    /** The machine's clock, which can be set; timers do not care. */
    private final Clock wall = new Clock() {
        @Override
        public Instant instant() {
            return clock().instant().plus(setBy);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new IllegalStateException("one zone is enough");
        }
    };

    public Gates() {
        this(new TestClock());
    }

    public Gates(TestClock clock) {
        this.clock = clock;
        this.time = new VirtualTime(clock);
        this.start = clock.instant();
    }

    /** A gate that remembers nothing. */
    public Gate with(Map<String, String> settings) {
        return with(settings, new NoMemory());
    }

    public Gate with(Map<String, String> settings, GateMemory memory) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build();
        var all = TestSettings.of(settings);
        var lines = new GateLog(all, (level, line) -> log.add(level + " " + line));
        return new Gate(all, new Entries(new ExactNames(config)), wall, this::nanos, time, memory, lines);
    }

    private long nanos() {
        return Duration.between(start, clock.instant()).toNanos();
    }

    /** Sets the machine's clock forward, or back, while no time passes. */
    public void setClock(Duration by) {
        setBy = setBy.plus(by);
    }

    public TestClock clock() {
        return clock;
    }

    public VirtualTime time() {
        return time;
    }

    /** The lines written so far, each after its level. */
    public List<String> log() {
        return log;
    }

    private static final class NoMemory implements GateMemory {
        @Override
        public Optional<Opened> opened() {
            return Optional.empty();
        }

        @Override
        public void opened(Opened opened) {
            // a restart would know nothing of it
        }
    }
}
