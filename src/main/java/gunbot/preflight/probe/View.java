package gunbot.preflight.probe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text as somebody may read it, as bytes of UTF-8: as it stands, or with the escapes of URLs, JSON and HTML undone, in
 * whatever mixture they come. Each byte knows where in the text it stands.
 */
final class View {
    /** Escapes may stand in escapes: a URL in a JSON text in a page. */
    private static final int DEEPEST = 3;

    private final byte[] bytes;
    private final int[] places;
    private int length;

    private View(int room, int end) {
        bytes = new byte[room];
        places = new int[room + 1];
        places[0] = end;
    }

    /** Every reading of a text, the plain one first. */
    static List<View> of(String text) {
        return read(text, true);
    }

    /** The same, with what may not be shown as it is: so it stands where an escape is undone. */
    static List<View> unshown(String text) {
        return read(text, false);
    }

    private static List<View> read(String text, boolean shown) {
        var plain = plain(text, shown);
        var views = new ArrayList<>(List.of(plain));
        for (var kinds : Escapes.KINDS) {
            var view = plain.unescaped(kinds);
            for (int deep = 1; view != null && deep <= DEEPEST; deep++) {
                views.add(view);
                view = view.unescaped(kinds);
            }
        }
        return views;
    }

    private static View plain(String text, boolean shown) {
        var view = new View(3 * text.length(), text.length());
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            view.add(!shown || Printable.is(c) ? c : ' ', at);
            at += Character.charCount(c);
        }
        return view.ended(text.length());
    }

    /** With one layer of escapes undone; null where there is none. */
    private View unescaped(String kinds) {
        var out = new View(length, places[length]);
        for (int at = 0; at < length; ) {
            int after = kinds.indexOf(bytes[at]) < 0 ? -1 : Escapes.undo(this, at, out);
            if (after < 0) {
                out.addByte(bytes[at], places[at]);
                at++;
            } else {
                at = after;
            }
        }
        return out.length == length ? null : out.ended(places[length]);
    }

    /** Digits as a number, or -1 where there is something else. */
    int number(int at, int digits, int radix) {
        if (digits == 0 || at + digits > length) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = Character.digit(bytes[i], radix);
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    boolean starts(int at, String what) {
        for (int i = 0; i < what.length(); i++) {
            if (at + i >= length || bytes[at + i] != what.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    void add(int codePoint, int place) {
        if (codePoint < 0x80) {
            addByte((byte) codePoint, place);
        } else {
            for (var b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
                addByte(b, place);
            }
        }
    }

    void addByte(byte b, int place) {
        bytes[length] = b;
        places[length++] = place;
    }

    private View ended(int end) {
        places[length] = end;
        return this;
    }

    int length() {
        return length;
    }

    byte at(int index) {
        return bytes[index];
    }

    /** Where in the text a byte of this view stands; for the end, where the text ends. */
    int place(int index) {
        return places[index];
    }

    String ascii(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
