package gunbot.preflight.probe;

import java.util.List;
import java.util.Map;

/** The escapes of URLs, of JSON and other texts in quotes, and of HTML. */
final class Escapes {
    /**
     * What is undone together, by the characters with which the escapes begin: each kind alone, since what another would
     * undo may stand there by chance; and all of them.
     */
    static final List<String> KINDS = List.of("%", "\\", "&", "%\\&");

    private static final Map<String, Integer> ENTITIES =
            Map.of("quot", (int) '"', "amp", (int) '&', "apos", (int) '\'', "lt", (int) '<', "gt", (int) '>');
    private static final int LONGEST_ENTITY = 8;

    private Escapes() {}

    /** Adds what the escape that begins there stands for; gives where it ends, or -1 where none begins. */
    static int undo(View in, int at, View out) {
        return switch (in.at(at)) {
            case '%' -> percent(in, at, out);
            case '\\' -> backslash(in, at, out);
            case '&' -> entity(in, at, out);
            default -> -1;
        };
    }

    private static int percent(View in, int at, View out) {
        int value = in.number(at + 1, 2, 16);
        if (value < 0) {
            return -1;
        }
        out.addByte((byte) value, in.place(at));
        return at + 3;
    }

    private static int backslash(View in, int at, View out) {
        int next = at + 1 < in.length() ? in.at(at + 1) : -1;
        int digits = next == 'u' ? 4 : next == 'x' ? 2 : 0;
        if (digits > 0) {
            int value = in.number(at + 2, digits, 16);
            if (value < 0) {
                return -1;
            }
            int end = at + 2 + digits;
            boolean pair = Character.isHighSurrogate((char) value) && in.starts(end, "\\u");
            int low = pair ? in.number(end + 2, 4, 16) : -1;
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                out.add(Character.toCodePoint((char) value, (char) low), in.place(at));
                return end + 6;
            }
            out.add(value, in.place(at));
            return end;
        }
        if ("nrtbf".indexOf(next) >= 0) {
            out.addByte((byte) ' ', in.place(at));
            return at + 2;
        }
        if ("\"\\/'".indexOf(next) >= 0) {
            out.addByte((byte) next, in.place(at));
            return at + 2;
        }
        return -1;
    }

    private static int entity(View in, int at, View out) {
        int end = at + 1;
        while (end < in.length() && end <= at + LONGEST_ENTITY && in.at(end) != ';') {
            end++;
        }
        if (end >= in.length() || in.at(end) != ';') {
            return -1;
        }
        boolean hex = in.starts(at, "&#x") || in.starts(at, "&#X");
        int value = hex
                ? in.number(at + 3, end - at - 3, 16)
                : in.starts(at, "&#")
                        ? in.number(at + 2, end - at - 2, 10)
                        : ENTITIES.getOrDefault(in.ascii(at + 1, end), -1);
        if (value < 0 || value > Character.MAX_CODE_POINT) {
            return -1;
        }
        out.add(value, in.place(at));
        return end + 1;
    }
}
