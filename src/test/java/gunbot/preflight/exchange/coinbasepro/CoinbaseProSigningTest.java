package gunbot.preflight.exchange.coinbasepro;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Malformed;
import gunbot.preflight.exchange.Request;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors computed by the rule of https://docs.cdp.coinbase.com/exchange/rest-api/authentication; none is published. */
class CoinbaseProSigningTest {
    private static final String SECRET =
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==";

    @ParameterizedTest
    @CsvSource({
        "GET, /accounts, rGG1JqXQ+E6pZei33vupSfjDznqIYp7EiYs3JKWtKIw=",
        "GET, /withdrawals/fee-estimate?currency=BTC, 5MqCEpjjyYUsoWZfEXPNHuWw55V+tsL7yf2g0F2WIWk=",
        "DELETE, /orders/00000000-0000-4000-8000-000000000000?product_id=BTC-USD, SlTMUpvmXb3L8bpi9iItqT4r26Ohg/mAyHFke1fDDos="
    })
    void signature_vector_asComputed(String method, String target, String signature) {
        assertThat(CoinbaseProSigning.signature(request(method, target), 1700000000, SECRET))
                .isEqualTo(signature);
    }

    @Test
    void sign_read_fourHeadersAndWholeSeconds() {
        var signed = CoinbaseProSigning.sign(
                request("GET", "/accounts"), new Credentials("key", SECRET, "phrase", ""), 1700000000999L);

        var signature = "rGG1JqXQ+E6pZei33vupSfjDznqIYp7EiYs3JKWtKIw=";
        assertThat(signed.headers())
                .containsOnlyKeys("CB-ACCESS-KEY", "CB-ACCESS-SIGN", "CB-ACCESS-TIMESTAMP", "CB-ACCESS-PASSPHRASE")
                .containsEntry("CB-ACCESS-KEY", "key")
                .containsEntry("CB-ACCESS-TIMESTAMP", "1700000000")
                .containsEntry("CB-ACCESS-PASSPHRASE", "phrase")
                .containsEntry("CB-ACCESS-SIGN", signature);
        assertThat(signed.secrets()).containsExactly(signature);
        assertThat(signed.query()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0123456789abcdef0123456789abcdef, AAEC, ''",
        "0123456789abcdef0123456789abcdef, AAE?, base64",
        "organizations/1/apiKeys/2, AAEC, coinbase-advanced",
        "0123456789abcdef0123456789abcdef, -----BEGIN EC PRIVATE KEY-----, coinbase-advanced"
    })
    void malformed_key_isSeenBeforeAnythingIsSent(String key, String secret, String variant) {
        var malformed = CoinbaseProSigning.malformed(new Credentials(key, secret, "phrase", ""));

        assertThat(malformed.map(Malformed::variant).orElse("")).isEqualTo(variant);
    }

    private static Request request(String method, String target) {
        return new Request(method, URI.create("https://api.exchange.coinbase.com" + target), "");
    }
}
