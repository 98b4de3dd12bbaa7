package gunbot.preflight.state;

import gunbot.preflight.probe.HostPauses;
import gunbot.preflight.settings.Settings;
import gunbot.preflight.timing.Timers;
import java.time.Clock;

/** A memory that writes on the test's own thread, begun as the program begins it. */
public final class Remembering {
    private Remembering() {}

    public static Memory begun(Settings settings, Clock clock, Timers timers, HostPauses pauses) {
        var memory = new Memory(settings, clock, timers, Runnable::run, "pod");
        pauses.restore(memory.pauses());
        pauses.onChange(memory::pauses);
        memory.keep();
        return memory;
    }
}
