package gunbot.preflight.probe;

/** What may be shown of a text that comes from outside: no control characters, and nothing that turns the direction of writing. */
final class Printable {
    private Printable() {}

    static boolean is(int c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT && c != 0x2028 && c != 0x2029;
    }

    /** In one line, a blank for each character that may not be shown, and no longer than so many characters. */
    static String line(String text, long most) {
        return text.codePoints()
                .map(c -> is(c) ? c : ' ')
                .limit(most)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
