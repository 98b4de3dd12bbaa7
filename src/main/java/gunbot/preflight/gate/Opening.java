package gunbot.preflight.gate;

/** Why the gate opened. */
public enum Opening {
    /** Every key that counts works; with {@code hold-for=danger}, one does and none is a danger. */
    READY,
    /** No entry has a real key, or none is in use: Gunbot's own page, where keys are entered, must come up. */
    NOTHING_TO_TRADE,
    /** The mode is {@code report}, and there is a report. */
    REPORT_MODE,
    /** What was left could not be asked for {@code unknown-for}, through no fault of its own. */
    TIMED_OUT,
    /** A person opened it. */
    BY_HAND,
    /** It had opened before a restart of this pod's container. */
    REMEMBERED
}
