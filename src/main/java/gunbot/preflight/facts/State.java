package gunbot.preflight.facts;

/** Whether a key has a right. What could not be seen is {@link #UNKNOWN}, never one of the others. */
public enum State {
    ON,
    OFF,
    UNKNOWN;

    /** A boolean that the exchange told. */
    public static State of(boolean on) {
        return on ? ON : OFF;
    }
}
