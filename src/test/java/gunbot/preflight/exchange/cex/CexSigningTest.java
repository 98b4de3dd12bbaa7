package gunbot.preflight.exchange.cex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Request;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors computed by the rules of https://trade.cex.io/docs/ and of the older interface; none is published. */
class CexSigningTest {
    private static final String SECRET = "cex-test-secret";
    private static final Credentials CREDENTIALS = new Credentials("cexTestKey", SECRET, "", "up100000001");
    private static final String LEGACY = "E1366CD1120E1804F1B6D576DBF58BA2146A006C145AD2D455551CA54CD42719";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    get_my_account_status_v3 | {} | KGQ21fqV84BSkA7lK9/wzNt4Ol5R+nsqPGi+R/ObjOc=
                    do_cancel_my_order | {"cancelRequestId":"probe-1","timestamp":1700000000000} | GNaItfiy+MKMd2FIr5wx6RPy4dp/MqjGjublJfdZmcE=
                    """)
    void signature_vector_asComputed(String action, String body, String signature) {
        assertThat(CexSigning.signature(action, 1700000000, body, SECRET)).isEqualTo(signature);
    }

    @Test
    void legacySignature_vector_asComputed() {
        assertThat(CexSigning.legacySignature(1700000000000L, "up100000001", "cexTestKey", SECRET))
                .isEqualTo(LEGACY);
    }

    @Test
    void sign_current_headersAndWholeSeconds() {
        var request =
                new Request("POST", URI.create("https://trade.cex.io/api/spot/rest/get_my_account_status_v3"), "{}");

        var signed = CexSigning.sign(request, CREDENTIALS, 1700000000999L, "");

        var signature = "KGQ21fqV84BSkA7lK9/wzNt4Ol5R+nsqPGi+R/ObjOc=";
        assertThat(signed.headers())
                .containsOnlyKeys("X-AGGR-KEY", "X-AGGR-TIMESTAMP", "X-AGGR-SIGNATURE", "Content-Type")
                .containsEntry("X-AGGR-KEY", "cexTestKey")
                .containsEntry("X-AGGR-TIMESTAMP", "1700000000")
                .containsEntry("X-AGGR-SIGNATURE", signature)
                .containsEntry("Content-Type", "application/json");
        assertThat(signed.secrets()).containsExactly(signature);
        assertThat(signed.query() + signed.form()).isEmpty();
    }

    @Test
    void sign_legacy_endsTheForm() {
        var request =
                new Request("POST", URI.create("https://cex.io/api/balance/"), "key=cexTestKey&nonce=1700000000000");

        var signed = CexSigning.sign(request, CREDENTIALS, 1700000000000L, CexSigning.LEGACY);

        assertThat(signed.form()).isEqualTo("signature=" + LEGACY);
        assertThat(signed.headers())
                .containsOnlyKeys("Content-Type")
                .containsValue("application/x-www-form-urlencoded");
        assertThat(signed.secrets()).containsExactly(LEGACY);
        assertThat(signed.query()).isEmpty();
    }
}
