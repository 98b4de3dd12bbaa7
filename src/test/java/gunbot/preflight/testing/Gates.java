package gunbot.preflight.testing;

import gunbot.preflight.gate.Gate;
import gunbot.preflight.gate.GateLog;
import gunbot.preflight.gate.GateMemory;
import gunbot.preflight.gate.Opened;
import gunbot.preflight.settings.Entries;
import gunbot.preflight.settings.ExactNames;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A gate on a clock that a test moves, and all that it wrote into the log. */
public final class Gates {
    private final TestClock clock;
    private final VirtualTime time;
    private final List<String> log = new ArrayList<>();

    public Gates() {
        this(new TestClock());
    }

    public Gates(TestClock clock) {
        this.clock = clock;
        this.time = new VirtualTime(clock);
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
        return new Gate(all, new Entries(new ExactNames(config)), clock, time, memory, lines);
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
