package gunbot.preflight.exchange.bitmex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Request;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of https://www.bitmex.com/app/apiKeysUsage; the fourth was computed from the same rule. */
class BitmexSigningTest {
    private static final String KEY = "LAqUlngMIQkIUjXMUreyu3qn";
    private static final String SECRET = "chNOOS4KvNXR_Xq4k4c9qsfoKWvnDecLATCRlcBwyKDYnWgO";
    private static final Credentials CREDENTIALS = new Credentials(KEY, SECRET, "", "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    GET  | /api/v1/instrument | 1518064236 | `` | c7682d435d0cfe87c16098df34ef2eb5a549d4c5a3c2b1f0f77b8af73423bf00
                    GET  | /api/v1/instrument?filter=%7B%22symbol%22%3A+%22XBTM15%22%7D | 1518064237 | `` | e2f422547eecb5b3cb29ade2127e21b858b235b386bfa45e1c1756eb3383919f
                    POST | /api/v1/order | 1518064238 | {"symbol":"XBTM15","price":219.0,"clOrdID":"mm_bitmex_1a/oemUeQ4CAJZgP3fjHsA","orderQty":98} | 1749cd2ccae4aa49048ae09f0b95110cee706e0944e6a14ad0b3a8cb45bd336b
                    GET  | /api/v1/apiKey | 1518064239 | `` | 50e550abfc21bf7e04c585d2306851c745e6ecd539925896fd131ded6c2e246c
                    """)
    void signature_vector_asPublished(String method, String target, long expires, String body, String signature) {
        var request = new Request(method, URI.create("https://www.bitmex.com" + target), body);

        assertThat(BitmexSigning.signature(request, expires, SECRET)).isEqualTo(signature);
    }

    @Test
    void sign_read_endsHalfAMinuteLaterInSeconds() {
        var request = new Request("GET", URI.create("https://www.bitmex.com/api/v1/apiKey"), "");

        var signed = BitmexSigning.sign(request, CREDENTIALS, 1518064209999L);

        var signature = "50e550abfc21bf7e04c585d2306851c745e6ecd539925896fd131ded6c2e246c";
        assertThat(signed.headers())
                .containsOnlyKeys("api-key", "api-expires", "api-signature")
                .containsEntry("api-key", KEY)
                .containsEntry("api-expires", "1518064239")
                .containsEntry("api-signature", signature);
        assertThat(signed.secrets()).containsExactly(signature);
        assertThat(signed.query()).isEmpty();
    }

    @Test
    void sign_body_tellsItsType() {
        var request = new Request("DELETE", URI.create("https://www.bitmex.com/api/v1/order"), "{}");

        assertThat(BitmexSigning.sign(request, CREDENTIALS, 0).headers())
                .containsEntry("content-type", "application/json");
    }
}
