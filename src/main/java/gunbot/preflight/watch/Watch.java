package gunbot.preflight.watch;

import gunbot.preflight.timing.Timers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Looks at files once a second and tells when one of them may have changed. Looking, rather than waiting for events, works on
 * every mount (network shares, bind mounts, ConfigMaps), for files that are replaced, cut short in place or gone for a while.
 * A file that is first seen counts as changed, since it may have been read before.
 */
public final class Watch {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Timers timers;
    private final Executor worker;
    private final Supplier<? extends Collection<Path>> files;
    private final BooleanSupplier unsettled;
    private final Runnable changed;
    private volatile Map<Path, Stamp> stamps = Map.of();

    /**
     * @param worker where looks may block
     * @param files what to look at; may change over time
     * @param unsettled whether the files must be read again without any change, since something in them is being waited out
     * @param changed what to run, at most once a look; must not block
     */
    public Watch(
            Timers timers,
            Executor worker,
            Supplier<? extends Collection<Path>> files,
            BooleanSupplier unsettled,
            Runnable changed) {
        this.timers = timers;
        this.worker = worker;
        this.files = files;
        this.unsettled = unsettled;
        this.changed = changed;
    }

    /** Notes how the files are now, and looks from then on. Blocks for the first look. */
    public void start() {
        stamps = look();
        next();
    }

    private void next() {
        timers.after(BETWEEN_LOOKS, () -> worker.execute(this::lookAgain));
    }

    /** The next look is planned when this one is over, so that a share that hangs is not asked twice at a time. */
    private void lookAgain() {
        try {
            var now = look();
            var before = stamps;
            stamps = now; // before anybody reads: what changes from here on is seen by the next look
            boolean differs =
                    now.entrySet().stream().anyMatch(file -> !file.getValue().equals(before.get(file.getKey())));
            if (differs || unsettled.getAsBoolean()) {
                changed.run();
            }
        } finally {
            next();
        }
    }

    private Map<Path, Stamp> look() {
        var seen = new HashMap<Path, Stamp>();
        files.get().forEach(path -> seen.put(path, Stamp.of(path)));
        return seen;
    }
}
