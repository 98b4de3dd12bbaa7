package gunbot.preflight.exchange.bittrex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Mac;
import gunbot.preflight.exchange.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published text to sign and hash of no body (https://bittrex.github.io/api/v3); the signatures were computed from them. */
class BittrexSigningTest {
    private static final Credentials CREDENTIALS = new Credentials("bittrex-test-key", "bittrex-test-secret", "", "");
    private static final long MILLIS = 1542323450016L;
    private static final String EMPTY =
            "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET    | /balances | 23bbaea4ae373cec518ecfafd634d5bfd041bcaaeb927c916527784bba79acc36e2397f378c4b75bcfd350c157b18ccaf170ee0bb572a2a6c8f8f2e81e0a3ad4
                    DELETE | /orders/3f2b8c1e-5d47-4a9b-9c60-0123456789ab | f808e14aba69d49b6e0f12de74c3ad5226d806811b6a7bda8d9ef9b8e43d9cc28145b3bc3c1a0cbdbce9e1c3b3e44dea2629104e67b596c7bfa2d51c6a3a1005
                    """)
    void sign_vector_headers(String method, String path, String signature) {
        var signed = BittrexSigning.sign(request(method, path), CREDENTIALS, MILLIS);

        assertThat(signed.headers())
                .containsOnlyKeys("Api-Key", "Api-Timestamp", "Api-Content-Hash", "Api-Signature")
                .containsEntry("Api-Key", "bittrex-test-key")
                .containsEntry("Api-Timestamp", "1542323450016")
                .containsEntry("Api-Content-Hash", EMPTY)
                .containsEntry("Api-Signature", signature);
        assertThat(signed.secrets()).containsExactly(signature);
        assertThat(signed.query()).isEmpty();
    }

    @Test
    void prehash_asPublished() {
        assertThat(BittrexSigning.prehash(request("GET", "/balances"), MILLIS))
                .isEqualTo("1542323450016https://api.bittrex.com/v3/balancesGET" + EMPTY);
    }

    /** Published for v1.1, whose message is another and whose hash is the same. */
    @Test
    void hash_vectorOfTheOldApi_asPublished() {
        var message = "https://api.bittrex.com/api/v1.1/path/call?param=value&apikey=0123456789&nonce=1542020339856";

        assertThat(Mac.hex(Mac.sha512(
                        "ABCDEFGHIJ".getBytes(StandardCharsets.UTF_8), message.getBytes(StandardCharsets.UTF_8))))
                .isEqualToIgnoringCase(
                        "FC70DD6467C916FBAA14EB89942644F9CF3F4CBF179923EE677413DC2E1CF2D8C5AA60C85A0A0BB3174960B8AA4FCFB0BC20CDE19BF21D567C671811C52CE631");
    }

    private static Request request(String method, String path) {
        return new Request(method, URI.create("https://api.bittrex.com/v3" + path), "");
    }
}
