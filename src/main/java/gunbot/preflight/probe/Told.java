package gunbot.preflight.probe;

import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import java.time.Instant;

/**
 * The outcome of asking about one key, cleaned of every secret.
 *
 * @param facts what the exchange said
 * @param clock our clock against the exchange's, or null
 * @param refusedForTime the refusal for our clock, or null
 * @param requests how many requests were sent for this key, the shared one for the time included
 * @param latencyMs how long the key's first request took, or -1 where none was sent
 * @param at when the answer was whole
 * @param late whether a request was given up because its time was over, or never sent because that of the key was
 */
public record Told(
        Facts facts,
        ClockReading clock,
        Refusal refusedForTime,
        int requests,
        long latencyMs,
        Instant at,
        boolean late) {

    /** Of a key that was asked to its end. */
    public Told(Facts facts, ClockReading clock, Refusal refusedForTime, int requests, long latencyMs, Instant at) {
        this(facts, clock, refusedForTime, requests, latencyMs, at, false);
    }

    /** The same with other facts. */
    public Told with(Facts other) {
        return new Told(other, clock, refusedForTime, requests, latencyMs, at, late);
    }
}
