package gunbot.preflight.exchange.binancefutures;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Hole;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.binance.BinanceCalls;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinanceFuturesSigningTest {
    private static final String KEY = "dbefbc809e3e83c283a984c3a1459732ea7db1360ca80c5c2c8867408d28cc83";
    private static final String SECRET = "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9";

    private final BinanceFutures futures = new BinanceFutures();

    /** The pages' examples, those that cannot be reproduced with the values computed for the fact sheet. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=9000&timeInForce=GTC&recvWindow=5000&timestamp=1591702613943 | '' | 3c661234138461fcc7a7d8746c6558c9842d4e10870d2ecbedf7777cad694af9
                    symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC | quantity=1&price=9000&recvWindow=5000&timestamp=1591702613943 | 30baaf0fab549bbeda7f5ef201898b34122da25fd23c646cac2c529aebe670a4
                    symbol=BTCUSD_200925&side=BUY&type=LIMIT&quantity=1&price=9000&timeInForce=GTC&recvWindow=5000&timestamp=1591702613943 | '' | 04c8b9fbd55285a38fd6a3fc40ba3a7d114f22564dab61611bf24f2d2efb890f
                    timestamp=1591702613943 | '' | 84901bbeed96ffa9adf9995c40fcadcb0a9ddad37c2605ce82491f2c771077a6
                    recvWindow=5000&timestamp=1591702613943 | '' | 5581570ecf76b9b74c6f1a66ef6520c2959a75c32641affb2634d655d6e64db8
                    """)
    void vector_queryAndBody_agrees(String query, String body, String signature) {
        var request = new Request("GET", URI.create("https://fapi.binance.com/fapi/v1/any?" + query), body);

        assertThat(sign(request, SECRET)).isEqualTo("signature=" + signature);
    }

    /** With a blank before the time, the printed value of the mixed example comes out: no such request is ever made. */
    @Test
    void mixedExample_asPrinted_hasAStrayBlank() {
        var request = new Request(
                "POST",
                URI.create("https://fapi.binance.com/fapi/v1/any?symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC"),
                "quantity=1&price=9000&recvWindow=5000&timestamp= 1591702613943");

        assertThat(sign(request, SECRET))
                .isEqualTo("signature=f9d0ae5e813ef6ccf15c2b5a434047a0181cb5a342b903b367ca6d27a66e36f2");
    }

    /** The official connector's Ed25519 key, on the very query of our calls. */
    @Test
    void ed25519_signature_isEscapedBase64() {
        var pem =
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB\n-----END PRIVATE KEY-----";
        var request = new Request("GET", URI.create("https://fapi.binance.com/any?timestamp=1736393892000"), "");

        assertThat(sign(request, pem))
                .isEqualTo(
                        "signature=1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT%2BzThFX4i1MMeNC5nqH0Eya07jbRN9%2FLq1HaTgjD2Aw%3D%3D");
    }

    @Test
    void declaration_signedQuery_isThatOfTheVector() {
        var request = BinanceCalls.RESTRICTIONS.fill(Map.of(Hole.TIME, "1591702613943"));

        var signature = futures.sign(request, new Credentials(KEY, SECRET, "", ""), 0, "");

        assertThat(signature.query())
                .isEqualTo("signature=5581570ecf76b9b74c6f1a66ef6520c2959a75c32641affb2634d655d6e64db8");
        assertThat(signature.headers()).isEqualTo(Map.of("X-MBX-APIKEY", KEY));
    }

    private String sign(Request request, String secret) {
        return futures.sign(request, new Credentials(KEY, secret, "", ""), 0, "")
                .query();
    }
}
