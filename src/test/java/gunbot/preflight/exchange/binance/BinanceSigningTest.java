package gunbot.preflight.exchange.binance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Malformed;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.testing.PrivateKeys;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of the fact sheet, and private keys in the forms in which users have them. */
class BinanceSigningTest {
    private static final String KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
    private static final String SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    private static final String TIMED = "timestamp=1736393892000";
    private static final String ED25519 = "MC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB";
    private static final String ED25519_SIGNATURE =
            "1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT+zThFX4i1MMeNC5nqH0Eya07jbRN9/Lq1HaTgjD2Aw==";
    private static final KeyPair RSA = PrivateKeys.rsa();

    @ParameterizedTest
    @CsvSource({
        "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559,"
                + " '', c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71",
        "symbol=%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1"
                + "&price=0.1&recvWindow=5000&timestamp=1499827319559,"
                + " '', e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3",
        "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC,"
                + " quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559,"
                + " 0fd168b8ddb4876a0358a8d14d0c9f3da0e9b20c5d52b2a00fcf7d1c602f9a77",
        "timestamp=1499827319559, '', 2222d49722f6af5da13f6da6bfc0d7de19ca2815ebc98bbc49e4942268472f3f",
        "recvWindow=5000&timestamp=1499827319559, '', 82f4e72e95e63d666b6da651e82a701722ad8a785a169318d91f36f279c55821"
    })
    void sign_hmacVector_queryThenBody(String query, String body, String signature) {
        var signed = BinanceSigning.sign(request(query, body), credentials(SECRET));

        assertThat(signed.query()).isEqualTo("signature=" + signature);
        assertThat(signed.headers()).isEqualTo(Map.of("X-MBX-APIKEY", KEY));
        assertThat(signed.secrets()).contains(signature);
    }

    @Test
    void sign_hmacVectorOfThisProbe_agrees() {
        var request = BinanceCalls.RESTRICTIONS.fill(Map.of(gunbot.preflight.exchange.Hole.TIME, "1736393892000"));

        assertThat(BinanceSigning.sign(request, credentials("secretKey")).query())
                .isEqualTo("signature=2cdd1e484bce80021437bee6b762e6a276b1954c3a0c011a16f6f2f6a47aba75");
    }

    @Test
    void sign_ed25519Vector_base64AndEscapedInTheAddress() {
        var signed = BinanceSigning.sign(request(TIMED, ""), credentials(pem(ED25519)));

        assertThat(signed.query())
                .isEqualTo(
                        "signature=1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT%2BzThFX4i1MMeNC5nqH0Eya07jbRN9%2FLq1Ha"
                                + "TgjD2Aw%3D%3D");
        assertThat(signed.secrets()).contains(ED25519_SIGNATURE, signed.query().substring("signature=".length()));
    }

    @Test
    void signature_ed25519VectorOfTheFixPage_agrees() {
        var payload = String.join("\u0001", "A", "EXAMPLE", "SPOT", "1", "20240627-11:17:25.223");

        assertThat(BinanceSigning.signature(
                        payload, pem("MC4CAQAwBQYDK2VwBCIEIIJEYWtGBrhACmb9Dvy+qa8WEf0lQOl1s4CLIAB9m89u")))
                .isEqualTo("4MHXelVVcpkdwuLbl6n73HQUXUf1dse2PCgT1DYqW9w8AVZ1RACFGM+5UdlGPrQHrgtS3CvsRURC1oj73j8gCA==");
    }

    @Test
    void verify_rsaVector_isPkcs1WithSha256() throws GeneralSecurityException {
        var key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder()
                        .decode(
                                "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA1hNLa6BIyGqWaXMtYLrzAsus2CuKecz3XNPKXgQQGN7EgV"
                                        + "rH5b88Rkerfdgcu+E18jWcwV5VaxK4sT6yYAiNVjQ6N+AJRgY3QI65IyMbfHsaXAQIUkMDQNrinHcsMR1GszgauqI1"
                                        + "eJMPB9lhrRTXkWUvadiUmxvOW8KTvryJnrnDywK+2c6QIhmaEyFrPg29Nl0zbUX0C83PGaJZYRFPL7fV64+tR/gU/e"
                                        + "p+PvS9yi1/tuv/tgAPft9tXoZmYhDD9ehjnsoT/kCJW1SYncfcs59racaHVxjTr7l+AdbiiaDHBuPlShdrZmr0DuyR"
                                        + "XEMZHNPfVyKlbdVbK5CHrUyIGwIDAQAB")));
        var signature =
                "dmfJCWBD/6umdoUkRniOlyxvHo4eZaFRarnva+ElB7kAfLdWa8AcwSyiDS13WZZmKIbCKHanbkfzjoZCTUzd10PpA2hX+uvAPaRYQh46"
                        + "0eLZfaKF3fg30gSa9PRwsGR/DcUDI415rafzoDbxOgwRTehSTg7eT7+RWx9iv2V8GWW+fVULu406XoWv7jfffXdP28GiuKBS"
                        + "40XZScb4vgINlaSkMyAlMhwrLnXp5+Oga84uOlb6UFvClXa8CaL5Sn3xExc5YT6fKYcGZby5Hntdb1EmXglK3RwZqJiP4PsC"
                        + "cigciw7NIHB12gXMrkpcqi9STokCzdXXzfN5BQSeC26UcQ==";

        assertThat(verifies(key, TIMED, signature)).isTrue();
        assertThat(verifies(key, TIMED + "0", signature)).isFalse();
    }

    @Test
    void sign_rsaKey_verifiesAsPkcs1AndIsEscaped() throws GeneralSecurityException {
        var query = BinanceSigning.sign(request(TIMED, ""), credentials(PrivateKeys.pem(RSA.getPrivate())))
                .query();
        var escaped = query.substring("signature=".length());

        assertThat(escaped).matches("([A-Za-z0-9]|%2B|%2F|%3D)+");
        assertThat(verifies(RSA.getPublic(), TIMED, URLDecoder.decode(escaped, UTF_8)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\\n", "\\r\\n", " ", ""})
    void sign_pemWithWhateverLineEnds_sameSignature(String lineEnd) {
        var pem = "-----BEGIN PRIVATE KEY-----\n" + ED25519.substring(0, 20) + "\n" + ED25519.substring(20)
                + "\n-----END PRIVATE KEY-----\n";
        var credentials = credentials(pem.replace("\n", lineEnd));

        assertThat(BinanceSigning.malformed(credentials)).isEmpty();
        assertThat(BinanceSigning.signature(TIMED, credentials.secret())).isEqualTo(ED25519_SIGNATURE);
    }

    @Test
    void malformed_secretThatIsNoPem_isLeftToTheExchange() {
        assertThat(BinanceSigning.malformed(credentials(SECRET))).isEmpty();
    }

    @Test
    void malformed_encryptedPem_saysSo() {
        var pem = PrivateKeys.pem("ENCRYPTED PRIVATE KEY", RSA.getPrivate().getEncoded());

        assertThat(BinanceSigning.malformed(credentials(pem))).contains(new Malformed("secret", "encrypted-pem"));
    }

    @Test
    void malformed_pkcs1Pem_isNoKeyOfBinance() {
        // the inner PKCS#1 key stands at the end of the PKCS#8 form, after a head of 26 bytes
        var pkcs8 = RSA.getPrivate().getEncoded();
        var pem = PrivateKeys.pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length));

        assertThat(BinanceSigning.malformed(credentials(pem))).contains(new Malformed("secret", "pem"));
    }

    @Test
    void malformed_keyOfAnotherKind_isNoKeyOfBinance() {
        var pem = PrivateKeys.pem(PrivateKeys.pair("EC", 256).getPrivate());

        assertThat(BinanceSigning.malformed(credentials(pem))).contains(new Malformed("secret", "pem"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nnot base64!\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEILpXm6EtDzSz\n-----END PRIVATE KEY-----",
                "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC"
                        + " KEY-----",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----"
            })
    void malformed_garbageInPemForm_isToldWithoutSending(String pem) {
        assertThat(BinanceSigning.malformed(credentials(pem))).contains(new Malformed("secret", "pem"));
    }

    private static boolean verifies(PublicKey key, String payload, String signature) throws GeneralSecurityException {
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key);
        verifier.update(payload.getBytes(UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature));
    }

    private static Request request(String query, String body) {
        return new Request("POST", URI.create("https://api.binance.com/path?" + query), body);
    }

    private static Credentials credentials(String secret) {
        return new Credentials(KEY, secret, "", "");
    }

    private static String pem(String base64) {
        return PrivateKeys.pem("PRIVATE KEY", Base64.getDecoder().decode(base64));
    }
}
