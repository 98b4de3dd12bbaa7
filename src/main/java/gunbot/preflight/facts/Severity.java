package gunbot.preflight.facts;

/** How much a finding weighs, the heaviest first. */
public enum Severity {
    /** Gunbot cannot trade with this key, or must not. */
    BLOCKER,
    /** The key could not be judged. */
    UNKNOWN,
    /** It works, but somebody should look. */
    WARNING,
    /** Good to know. */
    INFO
}
