package gunbot.preflight.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.testing.Encodings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;

/** Whatever the secrets are and wherever they stand in a text, no form of them is left. */
class CleanerPropertiesTest {
    private static final String SEED = "20261122";
    private static final int TRIES = 100;

    /** So many characters in a row of a form would be recognised. */
    private static final int TELLING = 8;

    @Property(seed = SEED, tries = TRIES, edgeCases = EdgeCasesMode.MIXIN)
    void clean_anySecretInAnyForm_nothingOfItIsLeft(
            @ForAll("secrets") String secret, @ForAll("words") String before, @ForAll("words") String after) {
        var cleaner = new Cleaner(List.of("another-secret", secret));

        Encodings.of(secret).forEach((form, looks) -> {
            gone(form, looks, cleaner.clean(before + looks + after));
            gone(form, looks, cleaner.clean(looks));
        });
    }

    @Property(seed = SEED, tries = TRIES)
    void clean_secretAcrossTheCut_nothingOfItIsLeft(
            @ForAll("secrets") String secret, @ForAll @IntRange(min = 150, max = 210) int before) {
        var cleaner = new Cleaner(List.of(secret));

        Encodings.of(secret).forEach((form, looks) -> {
            var clean = cleaner.clean("ж".repeat(before) + looks + "ж".repeat(50));
            assertThat(clean.codePointCount(0, clean.length())).isLessThanOrEqualTo(Cleaner.MOST);
            gone(form, looks, clean);
        });
    }

    @Property(seed = SEED, tries = TRIES)
    void clean_overlappingAndRepeatedSecrets_nothingOfAnyIsLeft(
            @ForAll("keys") String first, @ForAll("keys") String second, @ForAll("keys") String third) {
        var cleaner = new Cleaner(List.of(first + second, second + third, first)).with(List.of(third + first));

        for (var text :
                List.of(first + second + third, third + first + second, first + first + second + second + third)) {
            for (var looks : Encodings.of(text).values()) {
                var clean = cleaner.clean(looks);
                gone("first", first, clean);
                gone("all", first + second + third, clean);
                if (text.startsWith(first + second + third)) {
                    gone("form of all", looks.substring(0, Math.min(looks.length(), 60)), clean);
                }
            }
        }
    }

    @Property(seed = SEED, tries = TRIES)
    void clean_shortSecretInAnyForm_dropsTheText(@ForAll("shorts") String secret, @ForAll("words") String around) {
        var cleaner = new Cleaner(List.of("a-longer-secret", secret));

        Encodings.of(secret.strip()).forEach((form, looks) -> {
            if (looks.length() >= 4 || form.equals("plain")) {
                assertThat(cleaner.clean(around + looks + around)).as(form).isEmpty();
            }
        });
    }

    @Property(seed = SEED, tries = 4 * TRIES)
    void clean_anyText_isOneLineOfAtMostTwoHundredAndStaysAsItIs(
            @ForAll @Size(max = 5) List<@From("secrets") String> secrets, @ForAll("anything") String text) {
        var cleaner = new Cleaner(secrets);

        for (var dirty : List.of(text, String.join(text, secrets))) {
            var clean = cleaner.clean(dirty);
            assertThat(clean.codePointCount(0, clean.length())).isLessThanOrEqualTo(Cleaner.MOST);
            assertThat(clean.codePoints().filter(CleanerPropertiesTest::steers)).isEmpty();
            assertThat(cleaner.clean(clean)).isEqualTo(clean);
        }
    }

    @Property(seed = SEED, tries = TRIES)
    void clean_textsWithoutSecrets_isWhatTheyWere(@ForAll("secrets") String secret, @ForAll("words") String text) {
        assertThat(new Cleaner(List.of(secret)).clean(text)).isEqualTo(text.strip());
    }

    /** Texts of a mebibyte that are nearly secrets everywhere. */
    @Example
    void clean_hugeTextsOfNearMatches_endsSoon() {
        var cleaner = new Cleaner(List.of(
                "a".repeat(200) + "b",
                "\\".repeat(200) + "b",
                "%25".repeat(60) + "b",
                "&amp;".repeat(40) + "b",
                "ab",
                "%%%b"));

        for (var piece :
                List.of("a", "\\", "%25", "&amp;", "%", "&", "\\u", "&#x", "%61", "YWFh", "6161", "\u0000", "😀")) {
            var text = piece.repeat((1 << 20) / piece.length());
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> cleaner.clean(text), piece);
        }
    }

    /** As exchanges give them out. */
    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("+/=-_")
                .ofMinLength(8)
                .ofMaxLength(200)
                .filter(secret -> secret.chars().distinct().count() > 3);
    }

    @Provide
    Arbitrary<String> secrets() {
        var marks = Arbitraries.strings()
                .withChars("+/=%&\"'\\<>;,#ux0123456789abnr{}$ éß€")
                .ofMinLength(8)
                .ofMaxLength(60);
        var any = Arbitraries.strings().all().ofMinLength(8).ofMaxLength(60);
        return Arbitraries.oneOf(keys(), marks, any)
                .map(CleanerPropertiesTest::whole)
                .filter(secret -> secret.strip().length() >= 8)
                .filter(secret -> secret.chars().distinct().count() > 3);
    }

    /** The blanks in front are dropped, so that what stands there would be seen. */
    @Example
    void clean_secretWhereReadingEnds_nothingOfItIsLeft() {
        var secret = "first-secret-of-many";
        var cleaner = new Cleaner(List.of(secret));

        for (int length : List.of(1 << 15, 1 << 16)) {
            for (int before = length - 30; before < length; before++) {
                var text = "\u0000".repeat(before) + secret + "\u0000".repeat(1 << 16);
                gone("at " + before, secret, cleaner.clean(text));
            }
        }
    }

    @Provide
    Arbitrary<String> shorts() {
        return Arbitraries.strings()
                .all()
                .ofMinLength(1)
                .ofMaxLength(7)
                .map(CleanerPropertiesTest::whole)
                .filter(secret -> !secret.isBlank());
    }

    /** What an exchange says, in letters that no secret here is made of. */
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("жщюфэ: ").ofMaxLength(30);
    }

    @Provide
    Arbitrary<String> anything() {
        var any = Arbitraries.strings().all().ofMaxLength(400);
        var marks =
                Arbitraries.strings().withChars("%\\&#x;u0025[…]abc\n\u202e ").ofMaxLength(400);
        return Arbitraries.oneOf(any, marks);
    }

    /** Without halves of characters, which are no text: no form could hold them. */
    private static String whole(String text) {
        return text.codePoints()
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean steers(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029;
    }

    private static void gone(String form, String looks, String clean) {
        var lower = clean.toLowerCase(Locale.ROOT);
        var sought = looks.toLowerCase(Locale.ROOT);
        for (int at = 0; at + TELLING <= sought.length(); at++) {
            assertThat(lower).as(form).doesNotContain(sought.substring(at, at + TELLING));
        }
    }
}
