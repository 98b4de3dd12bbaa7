package gunbot.preflight.exchange.huobi;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Hole;
import gunbot.preflight.exchange.Malformed;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuobiSigningTest {
    private static final String KEY = "1a2b3c4d-5e6f7a8b-9c0d1e2f-3a4b5";
    private static final String SECRET = "0f1e2d3c-4b5a6978-8796a5b4-c3d2e";
    private static final Credentials CREDENTIALS = new Credentials(KEY, SECRET, "", "");
    private static final String ED25519 =
            "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB\n-----END PRIVATE KEY-----";
    private static final Map<Hole, String> VALUES = Map.of(
            Hole.ACCESS_KEY,
            KEY,
            Hole.UTC,
            "2024-01-02T03%3A04%3A05",
            Hole.UID,
            "123456789",
            Hole.UUID,
            "00000000-0000-4000-8000-000000000000");

    /** The unit test of the official Java SDK, and the official page's example with the host and secret that it was made with. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    host | url | AccessKeyId=123&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=123 | 456 | Hfdw0d/3ZOEB2eHJZiwVZ/1YLL62MFuKKmSW83vM3ps=
                    be.huobi.com | /v1/order/orders | AccessKeyId=e2xxxxxx-99xxxxxx-84xxxxxx-7xxxx&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2017-05-11T15%3A19%3A30&order-id=1234567890 | b0xxxxxx-c6xxxxxx-94xxxxxx-dxxxx | 4F65x5A2bLyMWVQj3Aqp+B4w+ivaA7n5Oi2SuYtCJ9o=
                    """)
    void publishedVector_agrees(String host, String path, String query, String secret, String signature) {
        assertThat(HuobiSigning.signature(HuobiSigning.text("GET", host, path, query), secret))
                .isEqualTo(signature);
    }

    @Test
    void calls_vectorsOfTheSheet_agree() {
        assertThat(signed(HuobiCalls.HMAC.uid())).isEqualTo("lBCNeHtXin2S7HxQxDLqjo88u7w2QLLtFqq3dF8Bimg=");
        assertThat(signed(HuobiCalls.HMAC.keyInfo())).isEqualTo("lxnMnZSlzllfNEB8SVaUhhT3wn4E7Pxzi0xvApc5Dv0=");
    }

    @Test
    void post_vectorOfTheSheet_bodyUnsignedAndSignatureEscaped() {
        var filled = HuobiCalls.HMAC.cancel().fill(VALUES);
        var request = new gunbot.preflight.exchange.Request(
                "POST",
                URI.create("https://api.huobi.pro/v1/order/orders/1/submitcancel?" + filled.query()),
                "{\"any\":\"body\"}");

        var signature = HuobiSigning.sign(request, CREDENTIALS);

        assertThat(signature.query()).isEqualTo("Signature=27Qtx9nL25xOIBQfZB40jLFvnSqVdPTxTgXddxeH8%2Fk%3D");
        assertThat(signature.headers()).isEqualTo(Map.of("Content-Type", "application/json"));
        assertThat(signature.secrets()).contains("27Qtx9nL25xOIBQfZB40jLFvnSqVdPTxTgXddxeH8/k=");
    }

    @Test
    void calls_parametersInAsciiOrder_asTheyAreSigned() {
        for (AllowedCall call : HuobiCalls.ALL) {
            var query = call.fill(used(call)).query();
            var names = Arrays.stream(query.split("&"))
                    .map(part -> part.substring(0, Math.max(0, part.indexOf('='))))
                    .toList();
            assertThat(names).as(call.text()).isSorted();
        }
    }

    @Test
    void ed25519_signsTheSameTextWithItsMethod() {
        var request = HuobiCalls.ED25519.uid().fill(used(HuobiCalls.ED25519.uid()));

        assertThat(request.query()).contains("SignatureMethod=Ed25519");
        assertThat(HuobiSigning.sign(request, new Credentials(KEY, ED25519, "", ""))
                        .query())
                .matches("Signature=[A-Za-z0-9%]{86,140}%3D%3D");
    }

    @Test
    void malformed_keyThatNeedsEscapingAndOtherPrivateKeys_areTold() {
        assertThat(HuobiSigning.malformed(CREDENTIALS)).isEmpty();
        assertThat(HuobiSigning.malformed(new Credentials(KEY, ED25519, "", "")))
                .isEmpty();
        assertThat(HuobiSigning.malformed(new Credentials("a&uid=1", SECRET, "", "")))
                .contains(new Malformed("key", "characters"));
        assertThat(HuobiSigning.malformed(
                        new Credentials(KEY, "-----BEGIN ENCRYPTED PRIVATE KEY-----\nabcd\n", "", "")))
                .contains(new Malformed("secret", "encrypted-pem"));
        assertThat(HuobiSigning.malformed(new Credentials(KEY, "-----BEGIN PRIVATE KEY-----\nabcd\n", "", "")))
                .contains(new Malformed("secret", "ed25519"));
    }

    private static String signed(AllowedCall call) {
        var request = call.fill(used(call));
        return HuobiSigning.signature(
                HuobiSigning.text(request.method(), request.host(), request.path(), request.query()), SECRET);
    }

    private static Map<Hole, String> used(AllowedCall call) {
        return VALUES.entrySet().stream()
                .filter(value -> call.has(value.getKey()))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
