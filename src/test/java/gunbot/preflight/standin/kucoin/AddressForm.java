package gunbot.preflight.standin.kucoin;

/** How the declaration shows the addresses of a key. */
public enum AddressForm {
    /** The addresses; an empty text for none. */
    PLAIN,
    /** The addresses; no such field for none. */
    MISSING_WHEN_NONE,
    /** With their middle hidden, as in the documented sample. */
    STARRED
}
