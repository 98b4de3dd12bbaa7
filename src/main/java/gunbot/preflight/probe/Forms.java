package gunbot.preflight.probe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a secret may look like in a text whose escapes are undone: plain, base64, also within a longer piece of it, hexadecimal. */
final class Forms {
    /** A private key in PEM form is many lines, in JSON maybe with written-out line ends; lists are taken apart at commas. */
    private static final String BETWEEN_PIECES = "[\\r\\n,;]|\\\\[rn]";

    /** A text in JSON that is too long to be a word. */
    private static final Pattern VALUE = Pattern.compile(":\\s*\"([^\"\\\\]{16,})\"");

    private static final int SHORTEST_CODED = 4;

    private Forms() {}

    /** The secret itself, without blanks around, and each of its pieces that is not too short to be told from other texts. */
    static Set<String> pieces(String secret, int shortest) {
        var pieces = new LinkedHashSet<>(List.of(secret, secret.strip()));
        Arrays.stream(secret.split(BETWEEN_PIECES))
                .map(String::strip)
                .filter(piece -> piece.length() >= shortest)
                .forEach(pieces::add);
        within(secret.strip()).forEach(pieces::add);
        return pieces;
    }

    /** Nash gives out base64 of JSON: the private keys in it are secrets by themselves. */
    private static Stream<String> within(String secret) {
        try {
            var text = new String(Base64.getDecoder().decode(secret), StandardCharsets.UTF_8);
            return text.startsWith("{") ? VALUE.matcher(text).results().map(value -> value.group(1)) : Stream.empty();
        } catch (IllegalArgumentException e) { // no base64
            return Stream.empty();
        }
    }

    /** Of a secret that is not too short to be cut out. */
    static List<byte[]> of(String secret, int shortest) {
        var forms = plain(secret);
        forms.addAll(coded(secret, Base64.getEncoder()));
        forms.removeIf(form -> form.length < shortest);
        return forms;
    }

    /** Of a shorter one; base64 of less than a group could be anything. */
    static List<byte[]> ofShort(String secret) {
        var forms = coded(secret, Base64.getEncoder());
        forms.addAll(coded(secret, Base64.getUrlEncoder())); // here the alphabets are not taken for one
        forms.removeIf(form -> form.length < SHORTEST_CODED);
        forms.addAll(plain(secret));
        return forms;
    }

    /** A secret may look like an escape itself, and then be undone with the text around it. */
    private static List<byte[]> plain(String secret) {
        return Stream.of(View.of(secret), View.unshown(secret))
                .flatMap(List::stream)
                .map(View::bytes)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<byte[]> coded(String secret, Base64.Encoder base64) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        var forms = new ArrayList<byte[]>();
        forms.add(base64.encode(bytes));
        forms.add(base64.withoutPadding().encode(bytes));
        forms.add(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.ISO_8859_1));
        for (int before = 0; before < 3; before++) {
            forms.add(within(bytes, before, base64.withoutPadding()));
        }
        return forms;
    }

    /** The characters of base64 that depend on the secret alone where so many bytes stand before it. */
    private static byte[] within(byte[] secret, int before, Base64.Encoder encoder) {
        var longer = new byte[before + secret.length];
        System.arraycopy(secret, 0, longer, before, secret.length);
        var base64 = encoder.encode(longer);
        int first = (8 * before + 5) / 6;
        return Arrays.copyOfRange(base64, first, Math.max(first, 8 * longer.length / 6));
    }
}
