package gunbot.preflight.exchange.nash;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Hole;
import gunbot.preflight.exchange.Malformed;
import gunbot.preflight.standin.nash.NashSecret;
import gunbot.preflight.testing.Said;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector of nash-protocol's signer.rs, those computed from the same rule, and the look of keys and secrets. */
class NashSigningTest {
    private static final String TOKEN = "5b2f0c1e-0000-4000-8000-000000000001";
    private static final String SECRET = NashSecret.of(NashSecret.PRIVATE, NashSecret.PUBLIC);
    private static final String MOVEMENTS =
            "304402203c709a9a5536e2ef97fd4d6c419b58d108b24c531686a2f01b0b7710e450d4af02202294de3b7e67c3fa0eaf727269e68b3d2903be1cc310bc44e95c26556ae2d5c2";

    private final Nash nash = new Nash();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    hello, world! | 30440220135a79b11caa321f1548d4b86e17c9b53525ffcdeab5e559d6cca310623cc45d02205a0bb368cf79e41d4760f48c9d16ccd8351ac5e97e0a6825eac6acbe662007c4
                    cancel_order,{"market_name":"eth_usdc","order_id":"0","timestamp":1700000000000} | 3045022100f1bb419eb0bcdd3ccfb09871e078f3a046b7b2a687bf8d57b93ff7776703b84a022044cf95ec0b26186c34d6a709f6b623a10ef5ffc3d4d2c9af15b80cd3a1a67b47
                    list_movements,{"timestamp":1700000000000} | 304402203c709a9a5536e2ef97fd4d6c419b58d108b24c531686a2f01b0b7710e450d4af02202294de3b7e67c3fa0eaf727269e68b3d2903be1cc310bc44e95c26556ae2d5c2
                    """)
    void signature_vector_asPublished(String message, String signature) {
        assertThat(NashSigning.signature(message, NashSecret.PRIVATE)).isEqualTo(signature);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'timestamp':1700000000000,'orderId':'0','marketName':'ETH_USDC'} | cancel_order,{"market_name":"eth_usdc","order_id":"0","timestamp":1700000000000}
                    {'timestamp':1,'orderId':null}                                    | cancel_order,{"timestamp":1}
                    {'assets':['ETH','btc'],'a':{'Z':1}}                              | cancel_order,{"a":{"z":1},"assets":["eth","btc"]}
                    {}                                                                | cancel_order,{}
                    """)
    void message_payload_isCanonical(String payload, String message) {
        assertThat(NashSigning.message("cancel_order", Said.json(payload))).isEqualTo(message);
    }

    @Test
    void sign_movements_fillsItsHolesAlone() {
        var request = NashCalls.of(false).movements().fill(Map.of(Hole.TIME, "1700000000000"));

        var signed = nash.sign(request, new Credentials(TOKEN, SECRET, "", ""), 0, NashCalls.SIGNED_MOVEMENTS);

        assertThat(signed.headers())
                .containsOnlyKeys("Authorization", "Content-Type")
                .containsEntry("Authorization", "Token " + TOKEN);
        assertThat(signed.query()).isEmpty();
        assertThat(signed.body(request))
                .endsWith("\"variables\":{\"payload\":{\"timestamp\":1700000000000},\"signature\":{\"publicKey\":\""
                        + NashSecret.PUBLIC + "\",\"signedDigest\":\"" + MOVEMENTS + "\"}}}");
        assertThat(signed.secrets()).contains(MOVEMENTS, NashSecret.PRIVATE, NashSecret.PUBLIC, NashSecret.SHARE);
        assertThat(NashBundle.of(SECRET).toString()).doesNotContain(NashSecret.PRIVATE);
    }

    @Test
    void sign_balances_sendsTheTokenAndNoSignature() {
        var request = NashCalls.of(false).balances().fill(Map.of());

        var signed = nash.sign(request, new Credentials(TOKEN, SECRET, "", ""), 0, "");

        assertThat(signed.body(request)).isEqualTo(request.body());
        assertThat(signed.secrets()).isEmpty();
    }

    @Test
    void calls_everyOneOnTwoSites_oneCancelEach() {
        assertThat(NashCalls.ALL).hasSize(14);
        assertThat(NashCalls.ALL)
                .filteredOn(call -> call.kind() == AllowedCall.Kind.REFUSAL_PROBE)
                .hasSize(2)
                .allSatisfy(
                        call -> assertThat(call.text()).contains("cancelOrder(").doesNotContain("cancelAllOrders"));
    }

    @Test
    void malformed_goodSecrets_nothing() {
        var compressed = NashSecret.of(NashSecret.PRIVATE, NashSecret.COMPRESSED);
        for (var secret : new String[] {
            SECRET,
            compressed,
            SECRET.replace("=", ""),
            NashSecret.of(NashSecret.OTHER_PRIVATE, NashSecret.OTHER_PUBLIC)
        }) {
            assertThat(malformed(secret)).isEmpty();
        }
        assertThat(nash.looksPlain(new Credentials(TOKEN, SECRET, "", ""))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    not base64!              | nash-base64
                    eyJhIjoxfQ-_             | nash-base64
                    eyJhIjox                 | nash-json
                    WzFd                     | nash-json
                    bm8ganNvbg==             | nash-json
                    e30=                     | nash-fields
                    """)
    void malformed_noBundle_saysWhy(String secret, String variant) {
        assertThat(malformed(secret)).contains(new Malformed("secret", variant));
    }

    @Test
    void malformed_beginningLost_isNoUse() {
        assertThat(malformed(SECRET.substring(4))).contains(new Malformed("secret", "nash-json"));
        assertThat(malformed(SECRET.substring(0, 400))).contains(new Malformed("secret", "nash-json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"payload_signing_key", "payload_public_key", "child_keys", "paillier_pk", "version"})
    void malformed_fieldMissingOrNull_nashFields(String field) {
        var json = NashSecret.json(NashSecret.PRIVATE, NashSecret.PUBLIC);
        json.putNull(field);
        assertThat(malformed(NashSecret.encoded(json))).contains(new Malformed("secret", "nash-fields"));
        json.remove(field);
        assertThat(malformed(NashSecret.encoded(json))).contains(new Malformed("secret", "nash-fields"));
    }

    @ParameterizedTest
    @CsvSource({
        NashSecret.PRIVATE + "," + NashSecret.OTHER_PUBLIC,
        NashSecret.OTHER_PRIVATE + "," + NashSecret.PUBLIC,
        // the other y, a lost leading zero, no hexadecimal digits, a private key that is none
        NashSecret.PRIVATE + ",0361646fdc4544f10294e20e994ce56d8c0ff852596eb6b3aa0ba9d4b2079d86d4",
        NashSecret.PRIVATE + ",261646fdc4544f10294e20e994ce56d8c0ff852596eb6b3aa0ba9d4b2079d86d4",
        NashSecret.PRIVATE + ",xyz",
        "xyz," + NashSecret.PUBLIC,
        "00," + NashSecret.PUBLIC,
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141," + NashSecret.PUBLIC,
        NashSecret.PRIVATE + "00," + NashSecret.PUBLIC
    })
    void malformed_keysOfDifferentPairs_nashPair(String privateKey, String publicKey) {
        assertThat(malformed(NashSecret.of(privateKey, publicKey))).contains(new Malformed("secret", "nash-pair"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "{\"apiKey\":1}", "a\"b"})
    void malformed_key_characters(String key) {
        assertThat(nash.malformed(new Credentials(key, SECRET, "", ""))).contains(new Malformed("key", "characters"));
    }

    private Optional<Malformed> malformed(String secret) {
        return nash.malformed(new Credentials(TOKEN, secret, "", ""));
    }
}
