package gunbot.preflight.standin.binance;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinanceSignatureTest {

    private static final String SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    private static final String RSA_KEY =
            "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA1hNLa6BIyGqWaXMtYLrzAsus2CuKecz3XNPKXgQQGN7EgVrH5b88Rkerfdgcu+E1"
                    + "8jWcwV5VaxK4sT6yYAiNVjQ6N+AJRgY3QI65IyMbfHsaXAQIUkMDQNrinHcsMR1GszgauqI1eJMPB9lhrRTXkWUvadiUmxvOW8KTvryJ"
                    + "nrnDywK+2c6QIhmaEyFrPg29Nl0zbUX0C83PGaJZYRFPL7fV64+tR/gU/ep+PvS9yi1/tuv/tgAPft9tXoZmYhDD9ehjnsoT/kCJW1SY"
                    + "ncfcs59racaHVxjTr7l+AdbiiaDHBuPlShdrZmr0DuyRXEMZHNPfVyKlbdVbK5CHrUyIGwIDAQAB";
    private static final String RSA_SIGNATURE =
            "dmfJCWBD/6umdoUkRniOlyxvHo4eZaFRarnva+ElB7kAfLdWa8AcwSyiDS13WZZmKIbCKHanbkfzjoZCTUzd10PpA2hX+uvAPaRYQh460eLZ"
                    + "faKF3fg30gSa9PRwsGR/DcUDI415rafzoDbxOgwRTehSTg7eT7+RWx9iv2V8GWW+fVULu406XoWv7jfffXdP28GiuKBS40XZScb4vgIN"
                    + "laSkMyAlMhwrLnXp5+Oga84uOlb6UFvClXa8CaL5Sn3xExc5YT6fKYcGZby5Hntdb1EmXglK3RwZqJiP4PsCcigciw7NIHB12gXMrkpc"
                    + "qi9STokCzdXXzfN5BQSeC26UcQ==";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559 | c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71
                    symbol=%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559 | e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3
                    timestamp=1499827319559 | 2222d49722f6af5da13f6da6bfc0d7de19ca2815ebc98bbc49e4942268472f3f
                    recvWindow=5000&timestamp=1499827319559 | 82f4e72e95e63d666b6da651e82a701722ad8a785a169318d91f36f279c55821
                    """)
    void sharedSecret_publishedVector_verifies(String payload, String signature) {
        StandInKey key = StandInKey.of("any", SECRET, KeyState.GOOD);

        assertThat(BinanceSignature.verifies(key, payload + "&signature=" + signature, ""))
                .isTrue();
        assertThat(BinanceSignature.verifies(key, payload + "0&signature=" + signature, ""))
                .isFalse();
        assertThat(BinanceSignature.verifies(key, "signature=" + signature + "&" + payload, ""))
                .as("the signature comes last")
                .isFalse();
    }

    @Test
    void sharedSecret_queryAndBody_runTogetherWithoutSeparator() {
        StandInKey key = StandInKey.of("any", SECRET, KeyState.GOOD);
        String query = "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC";
        String body = "quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559"
                + "&signature=0fd168b8ddb4876a0358a8d14d0c9f3da0e9b20c5d52b2a00fcf7d1c602f9a77";

        assertThat(BinanceSignature.verifies(key, query, body)).isTrue();
        assertThat(BinanceSignature.verifies(key, query + "&", body)).isFalse();
    }

    @Test
    void rsa_publishedVector_verifies() {
        StandInKey key = StandInKey.of("any", publicKey("RSA", RSA_KEY), KeyState.GOOD);

        assertThat(BinanceSignature.verifiesPayload(key, "timestamp=1736393892000", encoded(RSA_SIGNATURE)))
                .isTrue();
        assertThat(BinanceSignature.verifiesPayload(key, "timestamp=1736393892001", encoded(RSA_SIGNATURE)))
                .isFalse();
        assertThat(BinanceSignature.verifiesPayload(key, "timestamp=1736393892000", RSA_SIGNATURE))
                .as("base64 must be percent-encoded")
                .isFalse();
    }

    @Test
    void ed25519_vectorOfOfficialConnector_verifies() {
        // the public half of the private key that the vector was made with
        StandInKey key = StandInKey.of(
                "any",
                publicKey("Ed25519", "MCowBQYDK2VwAyEAfriCDVI7O8lQGC+0hKgXYJZcIUVhWiIt8F7EZwroEvs="),
                KeyState.GOOD);
        String signature =
                "1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT%2BzThFX4i1MMeNC5nqH0Eya07jbRN9%2FLq1HaTgjD2Aw%3D%3D";

        assertThat(BinanceSignature.verifiesPayload(key, "timestamp=1736393892000", signature))
                .isTrue();
        assertThat(BinanceSignature.verifiesPayload(key, "timestamp=1736393892001", signature))
                .isFalse();
        assertThat(BinanceSignature.verifiesPayload(key, "timestamp=1736393892000", "1" + signature))
                .isFalse();
    }

    private static String encoded(String base64) {
        return base64.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
    }

    private static PublicKey publicKey(String algorithm, String base64) {
        try {
            return KeyFactory.getInstance(algorithm)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
