package gunbot.preflight.keys;

/** Where the credentials of a key come from. */
public enum Source {
    /** All from config.js. */
    CONFIG,
    /** All given directly. */
    GIVEN,
    /** Some from each. */
    MIXED
}
