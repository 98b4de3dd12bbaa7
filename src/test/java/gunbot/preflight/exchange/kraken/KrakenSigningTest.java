package gunbot.preflight.exchange.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Hole;
import gunbot.preflight.exchange.Mac;
import gunbot.preflight.exchange.Malformed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of the fact sheet. */
class KrakenSigningTest {
    private static final String SECRET =
            "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";
    private static final String NONCE = "1616492376594";

    @Test
    void signature_publishedVector_agrees() {
        var body = "nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25";

        assertThat(Mac.hex(Mac.digest256(NONCE + body)))
                .isEqualTo("23a1c1b34c6a11d641af0f24684896cb90f66fb991125c83dc357bdc3dc146f1");
        assertThat(KrakenSigning.signature("/0/private/AddOrder", body, SECRET))
                .isEqualTo("4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==");
    }

    @Test
    void sign_computedVectorOfThisProbe_headersAndNothingElse() {
        var sign = "0hXh9q5/fK8xgzNfiExbUyhEvsv1gAYGgL/5PWy8Xo8kFGhpI/ZwAnHB1eC0SYtlYiywFcypDRuBP/GjHp+ojA==";

        var signed = KrakenSigning.sign(
                KrakenCalls.KEY_INFO.fill(Map.of(Hole.NONCE, NONCE)), new Credentials("the-key", SECRET, "", ""));

        assertThat(signed.headers())
                .isEqualTo(Map.of(
                        "API-Key", "the-key", "API-Sign", sign, "Content-Type", "application/x-www-form-urlencoded"));
        assertThat(signed.query()).isEmpty();
        assertThat(signed.secrets()).containsExactly(sign);
    }

    @Test
    void signature_bodyWithoutNonceFirst_isRefused() {
        assertThatThrownBy(() -> KrakenSigning.signature("/0/private/Balance", "a=1&nonce=1616492376594", SECRET))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void malformed_base64Secret_isNot() {
        assertThat(KrakenSigning.malformed(new Credentials("the-key", SECRET, "", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not base64!",
                "kQH5HW_8p1uGOVjb",
                "kQH5H",
                "",
                "-----BEGIN PRIVATE KEY-----",
                "kQH5HW/8p1uGOVjbgWA7\nFunAmGO8lsSU"
            })
    void malformed_otherSecret_isToldWithoutSending(String secret) {
        assertThat(KrakenSigning.malformed(new Credentials("the-key", secret, "", "")))
                .contains(new Malformed("secret", "base64"));
    }
}
