package gunbot.preflight.probe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Sequences too short to be cut out: what is left around the hole would tell them. Only case and the kind of
 * control characters are overlooked. */
final class ShortNeedles {
    private final List<List<byte[]>> byFirst = new ArrayList<>();

    ShortNeedles(Collection<byte[]> needles) {
        for (int b = 0; b < 256; b++) {
            byFirst.add(new ArrayList<>(0));
        }
        needles.forEach(needle -> byFirst.get(lower(needle[0]) & 0xff).add(needle));
    }

    boolean anyIn(View view) {
        for (int at = 0; at < view.length(); at++) {
            for (var needle : byFirst.get(lower(view.at(at)) & 0xff)) {
                if (isAt(needle, view, at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAt(byte[] needle, View view, int at) {
        if (at + needle.length > view.length()) {
            return false;
        }
        for (int i = 1; i < needle.length; i++) {
            if (lower(needle[i]) != lower(view.at(at + i))) {
                return false;
            }
        }
        return true;
    }

    private static byte lower(byte b) {
        return b >= 0 && b < ' ' || b == 0x7f ? (byte) ' ' : b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }
}
