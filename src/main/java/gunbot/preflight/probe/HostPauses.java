package gunbot.preflight.probe;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which exchanges asked to be left alone, and until when: for all keys, across checks. */
@ApplicationScoped
public class HostPauses {
    private final Clock clock;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    public HostPauses(Clock clock) {
        this.clock = clock;
    }

    /** The moment at which a host may be asked again; empty when that is now. */
    public Optional<Instant> until(String host) {
        return Optional.ofNullable(until.get(host)).filter(clock.instant()::isBefore);
    }

    /** A longer pause never gives way to a shorter one. */
    public void pause(String host, Duration pause) {
        until.merge(host, clock.instant().plus(pause), (old, fresh) -> old.isAfter(fresh) ? old : fresh);
    }
}
