package gunbot.preflight.gunbot;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strict decoding: a byte that is no UTF-8 is a failure with its place, never a replacement character in a key. */
final class Utf8 {
    private static final char BOM = '\uFEFF';

    private Utf8() {}

    static Attempt<String> decode(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        // "no end of input": a character cut in two at the very end is a half-written file, not a wrong encoding
        var result = decoder.decode(in, out, false);
        out.flip();
        int start = out.length() > 0 && out.charAt(0) == BOM ? 1 : 0;
        var text = out.subSequence(start, out.length()).toString();
        if (result.isError()) {
            Attempt<String> failed = Attempt.failed("utf8", text, text.length());
            return new Attempt<>(null, failed.fault().with("byte", String.valueOf(in.position() + 1)));
        }
        return in.hasRemaining() ? Attempt.failed("json-end", text, text.length()) : Attempt.of(text);
    }
}
