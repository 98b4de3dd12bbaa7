package gunbot.preflight.gunbot;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;

/** A step's result or, in its place, what was wrong with the file; one of the two is null. */
record Attempt<T>(T value, Finding fault) {
    static <T> Attempt<T> of(T value) {
        return new Attempt<>(value, null);
    }

    static <T> Attempt<T> failed(String variant) {
        return new Attempt<>(null, Finding.of(Code.CONFIG_INVALID).variant(variant));
    }

    /** A failure at a place of the text, told as line and column, both from 1. */
    static <T> Attempt<T> failed(String variant, CharSequence text, int offset) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                line++;
                start = i + 1;
            }
        }
        var finding = Finding.of(Code.CONFIG_INVALID)
                .variant(variant)
                .with("line", String.valueOf(line))
                .with("column", String.valueOf(offset - start + 1));
        return new Attempt<>(null, finding);
    }

    @Override
    public String toString() {
        return fault == null ? "Attempt[ok]" : "Attempt[" + fault.variant() + "]";
    }
}
