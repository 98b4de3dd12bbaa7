package gunbot.preflight.exchange.kucoin;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Request;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of the fact sheet. */
class KucoinSigningTest {
    private static final Credentials KEY =
            new Credentials("66a0f1c2d3e4b5a697881234", "3f1c2b9a-77d0-4e55-9c11-0a1b2c3d4e5f", "Gunbot-Check-1", "");
    private static final String PASSPHRASE = "9HZMg8Ps4MT9RSLwSpnd5NSqUr/Zi5d62A6hXLLYyLE=";
    private static final long TIME = 1_700_000_000_000L;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET    | /api/v1/user/api-key                                           |  | VnkRle5GfCgPjEbhuU494vOk810BbnkdGBrnnUQGwzc=
                    DELETE | /api/v1/hf/orders/000000000000000000000000?symbol=BTC-USDT     |  | 8hl5oGaoJbgLzveev+vXgTICwlYvjAUuAnfwYRAcfHE=
                    POST   | /api/v1/hf/orders/test | {"clientOid":"probe-1","side":"buy","symbol":"BTC-USDT","type":"limit","price":"1","size":"0.00001"} | zZCT8QHx90W/FHzDxNu6DrfrrUaeGPPCt8n6Er8eA/g=
                    """)
    void sign_computedVector_agrees(String method, String target, String body, String signature) {
        var request = new Request(method, URI.create("https://api.kucoin.com" + target), body == null ? "" : body);

        var signed = KucoinSigning.sign(request, KEY, TIME, "");

        assertThat(signed.headers().get("KC-API-SIGN")).isEqualTo(signature);
        assertThat(signed.secrets()).containsExactlyInAnyOrder(signature, PASSPHRASE);
        assertThat(signed.query()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', 3", "2, 2"})
    void sign_headers_areTheSixOfTheSheet(String style, String version) {
        var request = KucoinCalls.KEY_INFO.fill(Map.of());

        assertThat(KucoinSigning.sign(request, KEY, TIME, style).headers())
                .isEqualTo(Map.of(
                        "KC-API-KEY",
                        KEY.key(),
                        "KC-API-SIGN",
                        "VnkRle5GfCgPjEbhuU494vOk810BbnkdGBrnnUQGwzc=",
                        "KC-API-TIMESTAMP",
                        "1700000000000",
                        "KC-API-PASSPHRASE",
                        PASSPHRASE,
                        "KC-API-KEY-VERSION",
                        version,
                        "Content-Type",
                        "application/json"));
    }

    @Test
    void sign_anotherTime_anotherSignatureAndTheSamePassphrase() {
        var request = KucoinCalls.KEY_INFO.fill(Map.of());

        var later = KucoinSigning.sign(request, KEY, TIME + 1, "").headers();

        assertThat(later.get("KC-API-SIGN")).isNotEqualTo("VnkRle5GfCgPjEbhuU494vOk810BbnkdGBrnnUQGwzc=");
        assertThat(later.get("KC-API-PASSPHRASE")).isEqualTo(PASSPHRASE);
    }
}
