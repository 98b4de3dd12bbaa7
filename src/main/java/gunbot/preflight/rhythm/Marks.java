package gunbot.preflight.rhythm;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Fixed marks in time at which keys are asked again: the start plus so many intervals, however long the checks take. Each
 * mark is late by a jitter of its own of up to a tenth of the interval, so that a thousand pods that started together do not
 * ask together; it is the same whenever one looks.
 *
 * @param start from where intervals are counted
 * @param every the interval
 * @param seed makes the jitter
 */
record Marks(Instant start, Duration every, long seed) {
    private static final double MOST_JITTER = 0.1;

    /** The first mark whose interval began after an instant; its jitter included. */
    Instant after(Instant instant) {
        if (instant.isBefore(start)) {
            return instant.plus(every); // asked before a restart
        }
        long number = Duration.between(start, instant).dividedBy(every) + 1;
        var mark = start.plus(every.multipliedBy(number));
        return mark.plus(jitter(number));
    }

    private Duration jitter(long number) {
        var part = new SplittableRandom(seed + number).nextDouble() * MOST_JITTER;
        return Duration.ofNanos((long) (every.toNanos() * part));
    }
}
