package gunbot.preflight.probe;

/**
 * Our clock against an exchange's.
 *
 * @param skewMillis ours minus theirs; positive when ours is ahead
 * @param uncertaintyMillis by how much that may be wrong either way: half the round trip and the told time's coarseness
 */
public record ClockReading(long skewMillis, long uncertaintyMillis) {

    /**
     * @param sent our time when the question left, Unix milliseconds
     * @param received our time when the answer was there
     * @param told the time in the answer
     * @param resolutionMillis how coarse the told time is: it was cut down to a multiple of this
     */
    public static ClockReading of(long sent, long received, long told, long resolutionMillis) {
        var half = Math.max(0, received - sent) / 2;
        var coarse = resolutionMillis / 2;
        return new ClockReading(sent + half - (told + coarse), half + coarse);
    }

    /** The skew as far as it can be told: nought where the clocks may as well agree. */
    public long counted() {
        return Math.abs(skewMillis) <= uncertaintyMillis ? 0 : skewMillis;
    }

    /** Our clock is surely ahead by more than this. */
    public boolean surelyAheadBy(long millis) {
        return skewMillis - uncertaintyMillis > millis;
    }

    /** Our clock is surely behind by more than this. */
    public boolean surelyBehindBy(long millis) {
        return -skewMillis - uncertaintyMillis > millis;
    }

    /** The exchange's time for a time of ours. */
    public long theirs(long ours) {
        return ours - skewMillis;
    }

    /**
     * The latest nonce that can lock nobody out: our time, or the earliest that the exchange's can be. It is above
     * neither clock, however roughly they were compared.
     */
    public long nonce(long ours) {
        return Math.min(ours, ours - skewMillis - uncertaintyMillis);
    }
}
