package gunbot.preflight.exchange.bitfinex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Request;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Bitfinex publishes no vectors: these were computed from its formula with an invented secret. */
class BitfinexSigningTest {
    private static final String SECRET = "examplesecret0123456789abcdefghijklmnopqrstuv";
    private static final String PATH = "/v2/auth/r/permissions";
    private static final long NONCE = 1700000000000000L;
    private static final String SIGNATURE =
            "f297eaac68b477fffc61a9e603f0c8411c00f691e700612ba2b006c0dc4af24491afeb361545fae66cd0b126b2786bce";

    @Test
    void signature_vectors_asComputed() {
        assertThat(BitfinexSigning.signature(PATH, NONCE, "{}", SECRET)).isEqualTo(SIGNATURE);
        assertThat(BitfinexSigning.signature(PATH, NONCE, "", SECRET))
                .isEqualTo(
                        "5923894c45ac1b78a9d5548dd3df5fd4b08e537fddc402e65d110e99b5510fd9678b488aa26eb63387333fd6e1a14946");
    }

    @Test
    void sign_call_headersAndNothingElse() {
        var request = new Request("POST", URI.create("https://api.bitfinex.com" + PATH), "{}");

        var signed = BitfinexSigning.sign(request, new Credentials("the-key", SECRET, "", ""), NONCE);

        assertThat(signed.headers())
                .hasSize(4)
                .containsEntry("bfx-apikey", "the-key")
                .containsEntry("bfx-nonce", "1700000000000000")
                .containsEntry("bfx-signature", SIGNATURE)
                .containsEntry("content-type", "application/json");
        assertThat(signed.query()).isEmpty();
        assertThat(signed.secrets()).containsExactly(SIGNATURE);
    }
}
