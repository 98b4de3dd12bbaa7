package gunbot.preflight.exchange.poloniex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Request;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Poloniex publishes the form of the text to sign, and no secret with a result: these were computed from that rule. */
class PoloniexSigningTest {
    private static final String SECRET = "poloniex-test-secret";
    private static final Credentials CREDENTIALS = new Credentials("poloniex-test-key", SECRET, "", "");
    private static final long MILLIS = 1631018760000L;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    GET    | /accounts | `` | /aQcDcMOWKG1J/cFgzIPXuN3bsm507ysJhyw3g3uS28=
                    GET    | /accounts/balances?accountType=SPOT | `` | 3zc+ueR6E8Keix90es0fAy3fYDJA1VvHRVIsSPZNn/E=
                    GET    | /orders?limit=1&symbol=BTC_USDT | `` | HMuX0vtB1txNrTreUNnKnQ4iSFa1TCw0PvVl8g+oJIg=
                    GET    | /orders?symbol=BTC_USDT&limit=1 | `` | HMuX0vtB1txNrTreUNnKnQ4iSFa1TCw0PvVl8g+oJIg=
                    DELETE | /orders/1 | `` | xh9gT/MHmyWEiatGm/EDCcLrb8KyofwduaeJ9PFH5J0=
                    DELETE | /v3/trade/order | {"symbol":"BTC_USDT_PERP","ordId":"1"} | Eyhx6R2tnsjAkBolXuJAmLtrlH1OlIUhi9n10hXiSYU=
                    """)
    void signature_vector_asComputed(String method, String target, String body, String signature) {
        assertThat(PoloniexSigning.signature(request(method, target, body), MILLIS, SECRET))
                .isEqualTo(signature);
    }

    @Test
    void sign_read_headersAloneAndNoTimeInTheAddress() {
        var signed = PoloniexSigning.sign(request("GET", "/accounts", ""), CREDENTIALS, MILLIS);

        var signature = "/aQcDcMOWKG1J/cFgzIPXuN3bsm507ysJhyw3g3uS28=";
        assertThat(signed.headers())
                .containsOnlyKeys("key", "signTimestamp", "signature", "signatureMethod", "signatureVersion")
                .containsEntry("key", "poloniex-test-key")
                .containsEntry("signTimestamp", "1631018760000")
                .containsEntry("signature", signature)
                .containsEntry("signatureMethod", "hmacSHA256")
                .containsEntry("signatureVersion", "1");
        assertThat(signed.query()).isEmpty();
        assertThat(signed.secrets()).containsExactly(signature);
    }

    @Test
    void sign_body_tellsItsType() {
        assertThat(PoloniexSigning.sign(request("DELETE", "/v3/trade/order", "{}"), CREDENTIALS, MILLIS)
                        .headers())
                .containsEntry("content-type", "application/json");
    }

    private static Request request(String method, String target, String body) {
        return new Request(method, URI.create("https://api.poloniex.com" + target), body);
    }
}
