package gunbot.preflight.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.standin.nash.NashSecret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanerTest {
    private static final String SECRET = "s3cr\"t/K+y value";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    plain               | s3cr"t/K+y value
                    upper case          | S3CR"T/K+Y VALUE
                    base64              | czNjciJ0L0sreSB2YWx1ZQ==
                    base64 unpadded     | czNjciJ0L0sreSB2YWx1ZQ
                    hexadecimal         | 733363722274 2f4b2b792076616c7565
                    escaped for a form  | s3cr%22t%2FK%2By+value
                    escaped for a URL   | s3cr%22t%2FK%2By%20value
                    lower-case escapes  | s3cr%22t%2fk%2by%20value
                    escaped for JSON    | s3cr\\"t/K+y value
                    slashes for JSON    | s3cr"t\\/K+y value
                    """)
    void clean_eachForm_isCutOut(String name, String form) {
        var shown = name.equals("hexadecimal") ? form.replace(" ", "") : form;

        for (var around : List.of("before %s after", "before=%s&after", "%s", "x%sx")) {
            assertThat(new Cleaner(List.of(SECRET)).clean(around.formatted(shown)))
                    .as(name)
                    .isIn("before […] after", "before=[…]&after", "[…]", "x[…]x", "[…]==", "before […]== after");
        }
    }

    @Test
    void clean_hexUpperCase_isCutOut() {
        assertThat(new Cleaner(List.of("secret-value")).clean("a 7365637265742D76616C7565 b"))
                .isEqualTo("a […] b");
    }

    @Test
    void clean_urlSafeBase64_isCutOut() {
        // the plain alphabet has + and / where this one has - and _
        var secret = "\u00fb\u00ff\u00fe\u00fb\u00ff\u00fe\u00fb\u00ff";

        assertThat(new Cleaner(List.of(secret)).clean("a w7vDv8O-w7vDv8O-w7vDvw b"))
                .isEqualTo("a […] b");
    }

    @Test
    void clean_severalSecretsAndOccurrences_allAreCutOut() {
        var cleaner = new Cleaner(List.of("first-secret", "other-secret"));

        assertThat(cleaner.clean("first-secret,other-secret,FIRST-secret first-secretfirst-secret"))
                .isEqualTo("[…],[…],[…] […]");
    }

    @Test
    void clean_secretInsideAnother_theLongerGoesWhole() {
        var cleaner = new Cleaner(List.of("inner-secret", "outer-inner-secret-outer"));

        assertThat(cleaner.clean("a outer-inner-secret-outer b inner-secret")).isEqualTo("a […] b […]");
    }

    @Test
    void clean_privateKeyOfManyLines_eachLineIsCutOut() {
        var cleaner = new Cleaner(List.of("-----BEGIN X-----\nMC4CAQAwBQYDK2Vw\nBCIEILpXm6EtDzSz\n-----END X-----\n"));

        assertThat(cleaner.clean("key BCIEILpXm6EtDzSz and MC4CAQAwBQYDK2Vw")).isEqualTo("key […] and […]");
    }

    /** Nash's secret is base64 of JSON, whose private keys are as good as the whole. */
    @Test
    void clean_keysWithinAJsonSecret_areCutOutByThemselves() {
        var cleaner = new Cleaner(List.of(NashSecret.of(NashSecret.PRIVATE, NashSecret.PUBLIC)));

        assertThat(cleaner.clean("with " + NashSecret.PRIVATE + " or " + NashSecret.SHARE))
                .isEqualTo("with […] or […]");
        assertThat(cleaner.clean("payload_public_key is wrong")).isEqualTo("payload_public_key is wrong");
    }

    @Test
    void clean_secretWithBlanksAround_isCutOutWithoutThemToo() {
        assertThat(new Cleaner(List.of("  padded-secret ")).clean("a=padded-secret!"))
                .isEqualTo("a=[…]!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"İ first-secret", "ẞ İ FIRST-SECRET", "first-secret İİİ", "ﬃ FIRST-secret"})
    void clean_lettersThatGrowWithTheirCase_hideNothing(String text) {
        assertThat(new Cleaner(List.of("first-secret")).clean(text))
                .containsOnlyOnce("[…]")
                .doesNotContainIgnoringCase("first");
    }

    @ParameterizedTest
    @CsvSource({
        "'the pin is 4711!', ''",
        "'the pin is 4711', ''",
        "'x4711x', ''",
        "'Aa-Bb-7 and more', ''",
        "'AA-BB-7', ''",
        "'hex 34373131', ''",
        "'base64 NDcxMQ==', ''",
        "'the pin is 471', 'the pin is 471'",
        "'nothing', 'nothing'"
    })
    void clean_shortSecret_dropsTheText(String text, String kept) {
        assertThat(new Cleaner(List.of("4711", " Aa-Bb-7 ")).clean(text)).isEqualTo(kept);
    }

    @Test
    void clean_emptyAndBlankSecrets_dropNothing() {
        assertThat(new Cleaner(List.of("", " ", "\n")).clean("all of it")).isEqualTo("all of it");
    }

    @Test
    void clean_controlCharactersAndDirectionMarks_areReplaced() {
        assertThat(new Cleaner(List.of()).clean("a\u0000b\u001b[31mc\r\nd\u202ee\u2028f\u200bg\u0085h\u007fi\ufeff"))
                .isEqualTo("a b [31mc  d e f g h i");
    }

    @Test
    void clean_longText_isCutAtTwoHundred() {
        assertThat(new Cleaner(List.of()).clean("x".repeat(201))).isEqualTo("x".repeat(200));
        assertThat(new Cleaner(List.of()).clean("x".repeat(200))).hasSize(200);
        assertThat(new Cleaner(List.of()).clean("\ud83d\ude00".repeat(300))).isEqualTo("\ud83d\ude00".repeat(200));
    }

    @ParameterizedTest
    @ValueSource(ints = {180, 189, 195, 199, 200})
    void clean_secretAcrossTheCut_isCutOutBefore(int before) {
        var clean = new Cleaner(List.of("first-secret")).clean("x".repeat(before) + "first-secret" + "y".repeat(50));

        assertThat(clean).hasSizeLessThanOrEqualTo(200).doesNotContain("f", "i", "r");
    }
}
