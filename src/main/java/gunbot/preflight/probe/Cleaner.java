package gunbot.preflight.probe;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;

/**
 * Takes every known secret out of texts that come from outside, in each form in which it could be echoed: plain, base64,
 * hexadecimal, and each of them escaped for URLs, JSON or HTML, up to three times over. A text that may hold a very short
 * secret is dropped whole, since what is left around a cut-out piece would tell it.
 */
public final class Cleaner {
    /** The longest text that is kept of what an exchange says. */
    public static final int MOST = 200;

    private static final String CUT = "[…]";

    /** Of a longer text only the beginning is read, and of that the first half kept: what begins there ends there. */
    private static final int READ = 1 << 16;

    /** What is left may look like a secret again only where a secret looks like a hole: that has an end soon. */
    private static final int ROUNDS = 8;

    private final Needles needles;
    private final ShortNeedles shorts;
    private final Cleaner before;

    public Cleaner(Collection<String> secrets) {
        this(null, secrets);
    }

    private Cleaner(Cleaner before, Collection<String> secrets) {
        this.before = before;
        var all = new ArrayList<byte[]>();
        var allShort = new ArrayList<byte[]>();
        for (var secret : secrets) {
            if (secret.isBlank()) {
                continue;
            }
            if (secret.strip().length() < Needles.SHORTEST) {
                allShort.addAll(Forms.ofShort(secret.strip()));
                continue;
            }
            Forms.pieces(secret, Needles.SHORTEST).forEach(piece -> all.addAll(Forms.of(piece, Needles.SHORTEST)));
        }
        needles = new Needles(all);
        shorts = new ShortNeedles(allShort);
    }

    /** The same with more secrets, such as the signatures of one key's requests. */
    public Cleaner with(Collection<String> more) {
        return new Cleaner(this, more);
    }

    /** The text without secrets and control characters, at most {@value #MOST} characters; empty where it was dropped. */
    public String clean(String text) {
        var clean = text.length() <= READ ? text : text.substring(0, READ);
        int most = text.length() <= READ ? READ : READ / 2;
        for (int round = 0; round < ROUNDS; round++) {
            var views = View.of(clean);
            var marks = new BitSet();
            for (var cleaner = this; cleaner != null; cleaner = cleaner.before) {
                for (var view : views) {
                    cleaner.needles.mark(view, marks);
                }
            }
            if (marks.isEmpty()) {
                return mayHoldShortOne(views) ? "" : printable(clean.substring(0, Math.min(clean.length(), most)));
            }
            clean = cut(clean, Math.min(clean.length(), most), marks);
            most = READ;
        }
        return "";
    }

    private boolean mayHoldShortOne(Collection<View> views) {
        for (var cleaner = this; cleaner != null; cleaner = cleaner.before) {
            if (views.stream().anyMatch(cleaner.shorts::anyIn)) {
                return true;
            }
        }
        return false;
    }

    /** One hole for what is cut out together: overlapping secrets leave nothing of each other. */
    private static String cut(String text, int end, BitSet marks) {
        var out = new StringBuilder();
        for (int at = 0; at < end; ) {
            int from = marks.nextSetBit(at);
            if (from < 0 || from >= end) {
                return out.append(text, at, end).toString();
            }
            out.append(text, at, from).append(CUT);
            at = marks.nextClearBit(from);
        }
        return out.toString();
    }

    /** Control characters and what turns the direction of writing are replaced; the text is cut to {@value #MOST}. */
    public static String printable(String text) {
        return Printable.line(text, MOST);
    }

    /** The same without the cut, for a line of the log. */
    public static String oneLine(String text) {
        return Printable.line(text, Long.MAX_VALUE);
    }
}
