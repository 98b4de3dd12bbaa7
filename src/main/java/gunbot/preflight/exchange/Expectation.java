package gunbot.preflight.exchange;

/** What a key should have. */
public enum Expectation {
    /** Gunbot cannot trade without it. */
    REQUIRED,
    /** Harmless. */
    ALLOWED,
    /** Must be off, or is more than a bot needs. */
    FORBIDDEN
}
