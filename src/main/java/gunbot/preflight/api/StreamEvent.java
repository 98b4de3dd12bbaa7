package gunbot.preflight.api;

/**
 * One event of the stream.
 *
 * @param kind what it is
 * @param data JSON on one line; empty for a comment
 */
record StreamEvent(Kind kind, String data) {
    /** Says nothing but that the connection still stands. */
    static final StreamEvent COMMENT = new StreamEvent(Kind.COMMENT, "");

    /** The kinds of events. */
    enum Kind {
        /** One key, as soon as it has been asked; like an element of a report's {@code keys}. */
        KEY("key"),
        /** A whole report, like that of {@code GET /api/v1/readiness}. */
        REPORT("report"),
        COMMENT("");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The event's name in the stream. */
        String word() {
            return word;
        }
    }
}
