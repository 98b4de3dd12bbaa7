package gunbot.preflight.notify;

/**
 * What is sent to a person: names of entries, codes and remedies, never a hint or an address.
 *
 * @param title one line
 * @param text one line for each key
 * @param urgency how loud it should be
 */
record Message(String title, String text, Urgency urgency) {

    /** How loud a message should be. */
    enum Urgency {
        /** A key does not work, or must not be used. */
        HIGH,
        /** Somebody should look, at leisure. */
        NORMAL,
        /** Good news. */
        GOOD
    }
}
