package gunbot.preflight.probe;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Byte sequences that are looked for in a view, in one pass: without case, a blank for control characters, and with the
 * alphabets of base64 taken for one, as are blanks and the plus that stands for them in URLs.
 */
final class Needles {
    /** The shortest sequence. */
    static final int SHORTEST = 8;

    private static final byte[] FOLDED = folded();

    /** By the first eight bytes, the longest first. */
    private final Map<Long, List<byte[]>> byStart = new HashMap<>();

    Needles(Collection<byte[]> needles) {
        needles.stream()
                .map(Needles::fold)
                .map(ByteBuffer::wrap)
                .distinct()
                .map(ByteBuffer::array)
                .sorted(Comparator.comparingInt((byte[] needle) -> needle.length)
                        .reversed())
                .forEach(needle -> byStart.computeIfAbsent(start(needle), s -> new ArrayList<>())
                        .add(needle));
    }

    /** Marks the places in the text of every sequence that is found; those that overlap too. */
    void mark(View view, BitSet places) {
        long window = 0;
        for (int end = 0; end < view.length(); end++) {
            window = window << 8 | FOLDED[view.at(end) & 0xff] & 0xff;
            int begin = end + 1 - SHORTEST;
            if (begin >= 0) {
                var candidates = byStart.get(window);
                if (candidates != null) {
                    mark(candidates, view, begin, places);
                }
            }
        }
    }

    private static void mark(List<byte[]> candidates, View view, int begin, BitSet places) {
        for (var needle : candidates) {
            if (isAt(needle, view, begin)) {
                places.set(view.place(begin), view.place(begin + needle.length));
                return;
            }
        }
    }

    private static boolean isAt(byte[] needle, View view, int begin) {
        if (begin + needle.length > view.length()) {
            return false;
        }
        for (int i = SHORTEST; i < needle.length; i++) {
            if (needle[i] != FOLDED[view.at(begin + i) & 0xff]) {
                return false;
            }
        }
        return true;
    }

    private static long start(byte[] needle) {
        long start = 0;
        for (int i = 0; i < SHORTEST; i++) {
            start = start << 8 | needle[i] & 0xff;
        }
        return start;
    }

    private static byte[] fold(byte[] bytes) {
        var folded = Arrays.copyOf(bytes, bytes.length);
        for (int i = 0; i < folded.length; i++) {
            folded[i] = FOLDED[folded[i] & 0xff];
        }
        return folded;
    }

    private static byte[] folded() {
        var folded = new byte[256];
        for (int b = 0; b < folded.length; b++) {
            folded[b] = (byte)
                    (b < ' ' || b == 0x7f || b == '+' || b == '-'
                            ? ' '
                            : b == '_' ? '/' : b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b);
        }
        return folded;
    }
}
