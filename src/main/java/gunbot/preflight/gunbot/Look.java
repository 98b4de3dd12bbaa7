package gunbot.preflight.gunbot;

import gunbot.preflight.facts.Finding;

/** What one look at the file gave, before anything is understood. */
sealed interface Look {
    /** The whole file, which did not change while it was read. */
    record Whole(byte[] bytes) implements Look {
        @Override
        public String toString() {
            return "Whole[" + bytes.length + " bytes]";
        }
    }

    /** Somebody wrote to the file, or put another one in its place, while it was read. */
    record Changing() implements Look {}

    /** The file cannot be read; to look again at once would not help. */
    record Failed(SourceState state, Finding finding) implements Look {}
}
