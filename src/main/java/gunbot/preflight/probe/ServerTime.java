package gunbot.preflight.probe;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.time.Duration;
import java.util.Optional;

/**
 * What asking an exchange for its time gave; asked once per exchange and check, for all its keys.
 *
 * @param clock our clock against theirs, or null
 * @param ours our time when the clocks were compared, Unix milliseconds
 * @param nanos what counts the time that passes, at that moment
 * @param refusal why it is not known, or null
 * @param requests how many requests that took: none where the exchange is left alone
 */
record ServerTime(ClockReading clock, long ours, long nanos, Refusal refusal, int requests) {
    private static final long NONCE_LIMIT_MILLIS = 1000;

    static ServerTime unknown(Refusal why, int requests) {
        return new ServerTime(null, 0, 0, why, requests);
    }

    /**
     * The latest nonce that is above neither clock, though ours may have been set since they were compared.
     *
     * @param millis our time now
     * @param nanosNow what counts the time that passes, now
     */
    long latestNonce(long millis, long nanosNow) {
        var unset = ours + Duration.ofNanos(nanosNow - nanos).toMillis();
        return clock.nonce(Math.min(millis, unset));
    }

    /**
     * Why a key must not be asked: the exchange cannot be reached, or its nonces could be spoilt for the bot by a clock
     * that is ahead or that could not be compared.
     */
    Optional<Refusal> stop(boolean nonces) {
        if (refusal != null && (refusal.code() == Code.UNREACHABLE || refusal.code() == Code.RATE_LIMITED || nonces)) {
            return Optional.of(nonces && refusal.code() == Code.UNEXPECTED_ANSWER ? uncompared(refusal) : refusal);
        }
        if (nonces && clock.surelyAheadBy(NONCE_LIMIT_MILLIS)) {
            return Optional.of(Refusal.of(Code.NONCE, "our clock is ahead").variant("ahead"));
        }
        return Optional.empty();
    }

    /** Whether a key's own time was over while its exchange was asked for the time. */
    boolean late() {
        return refusal != null && refusal.variant().equals(Refusal.LATE);
    }

    private static Refusal uncompared(Refusal refusal) {
        return refusal.as(Code.NONCE).variant("uncompared");
    }
}
