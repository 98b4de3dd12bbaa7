package gunbot.preflight.gate;

import gunbot.preflight.timing.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * While the gate is shut: says in the log what it waits for, at each change and every ten minutes, and wakes it when
 * something may change by itself. Not for use by two threads at once.
 */
final class Vigil {
    /** How often it says what it waits for while nothing changes. */
    private static final Duration REMINDER = Duration.ofMinutes(10);

    private final Timers timers;
    private final GateLog log;
    private final Optional<Duration> unknownFor;
    private Instant said = Instant.MIN;
    private Timers.Timer timer = () -> {};

    /** @param unknownFor how long a key that cannot be asked may hold the gate; empty for as long as that lasts */
    Vigil(Timers timers, GateLog log, Optional<Duration> unknownFor) {
        this.timers = timers;
        this.log = log;
        this.unknownFor = unknownFor;
    }

    /**
     * Goes on until it is told more, or ended.
     *
     * @param before what the gate waited for until now
     * @param next what it waits for from now on
     * @param held every key that is not ready, those that hold it no more included
     * @param wake looks again whether the gate may open
     */
    void keep(Gate.State before, Gate.State next, List<Hold> held, Instant now, Runnable wake) {
        boolean remind = said.equals(Instant.MIN) || !now.isBefore(said.plus(REMINDER));
        if (remind || !next.saysThe(before)) {
            said = now;
            log.waits(next);
        }
        timer.cancel();
        timer = timers.after(untilNext(held, now), wake);
    }

    void end() {
        timer.cancel();
    }

    /** Until something may change by itself, or is to be said again. */
    private Duration untilNext(List<Hold> held, Instant now) {
        return Stream.concat(
                        held.stream()
                                .map(hold -> hold.passesAt(unknownFor))
                                .flatMap(Optional::stream)
                                .filter(now::isBefore),
                        Stream.of(said.plus(REMINDER)))
                .min(Instant::compareTo)
                .map(at -> Duration.between(now, at))
                .orElseThrow();
    }
}
