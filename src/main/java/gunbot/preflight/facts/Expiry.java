package gunbot.preflight.facts;

import java.time.Instant;

/**
 * When the key, or its right to trade, ends.
 *
 * @param state which of the four cases
 * @param at the moment, with AT alone; else null
 */
public record Expiry(Kind state, Instant at) {
    public static final Expiry UNKNOWN = new Expiry(Kind.UNKNOWN, null);
    public static final Expiry NEVER = new Expiry(Kind.NEVER, null);
    public static final Expiry POLICY = new Expiry(Kind.POLICY, null);

    /** How an expiry is known. */
    public enum Kind {
        /** It has no end. */
        NEVER,
        /** It ends at a moment that the exchange tells. */
        AT,
        /** No date is told, but the exchange lets such keys lapse. */
        POLICY,
        /** Nothing is known. */
        UNKNOWN
    }

    public static Expiry at(Instant at) {
        return new Expiry(Kind.AT, at);
    }
}
