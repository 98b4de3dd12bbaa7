package gunbot.preflight.gunbot;

/** How the last attempt to read Gunbot's file ended. */
public enum SourceState {
    /** Read whole and understood. */
    OK,
    /** There is no such file. */
    MISSING,
    /** It is there but cannot be opened, is no regular file, or is too large. */
    UNREADABLE,
    /** It is no valid JSON of the expected shape. */
    INVALID,
    /** It is valid, but its exchanges are gone where there were some before. */
    EMPTIED,
    /** No file is configured. */
    NONE
}
