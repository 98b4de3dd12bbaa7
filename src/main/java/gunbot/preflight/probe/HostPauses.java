package gunbot.preflight.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Which exchanges asked to be left alone, and for how long: for all keys, across checks. A pause lasts as long as it was
 * asked for, whatever our clock is set to meanwhile.
 */
@ApplicationScoped
public class HostPauses {
    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<String, Long> ends = new ConcurrentHashMap<>();
    private volatile Consumer<Map<String, Instant>> listener = all -> {};

    @Inject
    public HostPauses(Clock clock) {
        this(clock, System::nanoTime);
    }

    /** @param nanos counts the time that passes, which no setting of the clock changes */
    public HostPauses(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Takes up the pauses from before a restart. */
    public void restore(Map<String, Instant> remembered) {
        var now = clock.instant();
        remembered.forEach((host, end) -> add(host, Duration.between(now, end)));
    }

    /** Has all pauses told whenever one is added. It must not block. */
    public void onChange(Consumer<Map<String, Instant>> listener) {
        this.listener = listener;
    }

    /** The moment at which a host may be asked again; empty when that is now. */
    public Optional<Instant> until(String host) {
        return Optional.ofNullable(ends.get(host))
                .map(end -> end - nanos.getAsLong())
                .filter(left -> left > 0)
                .map(left -> clock.instant().plusNanos(left));
    }

    /** A longer pause never gives way to a shorter one. */
    public void pause(String host, Duration pause) {
        add(host, pause);
        var all = new HashMap<String, Instant>();
        ends.keySet().forEach(paused -> until(paused).ifPresent(end -> all.put(paused, end)));
        listener.accept(all);
    }

    private void add(String host, Duration pause) {
        ends.merge(host, nanos.getAsLong() + pause.toNanos(), (one, other) -> one - other > 0 ? one : other);
    }
}
