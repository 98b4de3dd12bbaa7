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
 */
public record Told(Facts facts, ClockReading clock, Refusal refusedForTime, int requests, long latencyMs, Instant at) {}
