package gunbot.preflight.judge;

/** The judgement on a key or a report, the worst first. */
public enum Verdict {
    /** Gunbot cannot trade with it, or must not. */
    NOT_READY,
    /** It could not be asked, or the answer could not be understood. */
    UNKNOWN,
    /** It works, but somebody should look. */
    ATTENTION,
    /** All is as it should be. */
    READY,
    /** It is never asked, or nothing is in use. */
    NOT_CHECKED;

    /** Whether Gunbot may trade. */
    public boolean ready() {
        return this == READY || this == ATTENTION;
    }
}
