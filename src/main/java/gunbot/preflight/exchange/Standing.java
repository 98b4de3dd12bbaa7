package gunbot.preflight.exchange;

import java.time.LocalDate;

/**
 * Whether an exchange can still be used, and whether Gunbot still names it.
 *
 * @param state for whom it is open
 * @param since from when on it is so; null where it always was, or where the day is not known
 * @param listedByGunbot whether Gunbot's current lists of exchanges have it
 */
public record Standing(State state, LocalDate since, boolean listedByGunbot) {
    public static final Standing OPEN = new Standing(State.OPEN, null, true);

    /** For whom an exchange is open. */
    public enum State {
        /** For everybody whom it serves. */
        OPEN,
        /** Nobody has said that it has closed, and nothing shows that it trades. */
        UNCERTAIN,
        /** For institutions alone. */
        INSTITUTIONS,
        /** It is no more. */
        CLOSED
    }
}
