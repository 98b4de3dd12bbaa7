package gunbot.preflight.testing;

import gunbot.preflight.timing.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Timers on a clock that a test moves: what falls due in the time that passes runs at its own instant, in order. */
public final class VirtualTime implements Timers {
    private final TestClock clock;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
    private long number;

    public VirtualTime(TestClock clock) {
        this.clock = clock;
    }

    private record Due(Instant at, long number, Runnable action) {}

    @Override
    public Timer after(Duration delay, Runnable action) {
        var timer = new Due(clock.instant().plus(delay), number++, action);
        due.add(timer);
        return () -> due.remove(timer);
    }

    /** Lets time pass; whatever falls due on the way runs, what it sets for later included. */
    public void pass(Duration time) {
        var end = clock.instant().plus(time);
        while (!due.isEmpty() && !due.peek().at().isAfter(end)) {
            var next = due.poll();
            clock.pass(Duration.between(clock.instant(), next.at()));
            next.action().run();
        }
        clock.pass(Duration.between(clock.instant(), end));
    }

    /** How many are still to come. */
    public int pending() {
        return due.size();
    }
}
