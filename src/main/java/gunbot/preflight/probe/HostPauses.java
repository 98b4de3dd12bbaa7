package gunbot.preflight.probe;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Which exchanges asked to be left alone, and until when: for all keys, across checks. */
@ApplicationScoped
public class HostPauses {
    private final Clock clock;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private volatile Consumer<Map<String, Instant>> listener = all -> {};

    public HostPauses(Clock clock) {
        this.clock = clock;
    }

    /** Takes up the pauses from before a restart. */
    public void restore(Map<String, Instant> remembered) {
        remembered.forEach((host, end) -> until.merge(host, end, HostPauses::later));
    }

    /** Has all pauses told whenever one is added. It must not block. */
    public void onChange(Consumer<Map<String, Instant>> listener) {
        this.listener = listener;
    }

    /** The moment at which a host may be asked again; empty when that is now. */
    public Optional<Instant> until(String host) {
        return Optional.ofNullable(until.get(host)).filter(clock.instant()::isBefore);
    }

    /** A longer pause never gives way to a shorter one. */
    public void pause(String host, Duration pause) {
        until.merge(host, clock.instant().plus(pause), HostPauses::later);
        listener.accept(Map.copyOf(until));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
