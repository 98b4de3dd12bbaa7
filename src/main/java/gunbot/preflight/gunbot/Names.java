package gunbot.preflight.gunbot;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of the file as they may be shown: printable and short, and still different where the names are different. */
final class Names {
    static final int MOST = 64;

    private static final int HASH = 8;

    private Names() {}

    /** The name itself where it can be shown as it is; else what is printable of it and a mark made from the whole. */
    static String shown(String raw) {
        var printable = raw.codePoints()
                .map(c -> isPrintable(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int length = printable.codePointCount(0, printable.length());
        if (printable.equals(raw) && length <= MOST && !raw.isBlank()) {
            return raw;
        }
        int kept = Math.min(length, MOST - HASH - 1);
        return printable.substring(0, printable.offsetByCodePoints(0, kept)) + "~" + mark(raw);
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String mark(String raw) {
        try {
            // char by char: an encoding would turn every half of a surrogate pair into the same replacement
            var bytes = ByteBuffer.allocate(raw.length() * Character.BYTES);
            bytes.asCharBuffer().put(raw);
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return HexFormat.of().formatHex(hash).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
