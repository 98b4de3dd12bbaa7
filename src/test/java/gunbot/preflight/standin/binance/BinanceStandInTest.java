package gunbot.preflight.standin.binance;

import static gunbot.preflight.standin.StandInClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInClient;
import gunbot.preflight.standin.StandInKey;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinanceStandInTest {

    private static final long NOW = 1736393892000L;
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC);
    private static final String ID = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
    private static final String SECRET = "secretKey";
    private static final String DECLARATION = "/sapi/v1/account/apiRestrictions";
    private static final String CANCEL = "/api/v3/order?symbol=BTCUSDT&origClientOrderId=preflight-1&";

    private final BinanceStandIn binance = BinanceStandIn.production(CLOCK);
    private final BinanceStandIn testnet = BinanceStandIn.testnet(CLOCK);
    private StandInClient client;

    @BeforeEach
    void start() {
        binance.start();
        client = new StandInClient(binance);
    }

    @AfterEach
    void stop() {
        binance.close();
        testnet.close();
    }

    @Test
    void declaration_vectorOfOfficialConnector_isAnswered() {
        have(KeyState.GOOD);

        HttpResponse<String> answer = client.send(
                "GET",
                DECLARATION + "?recvWindow=5000&timestamp=1736393892000"
                        + "&signature=2cdd1e484bce80021437bee6b762e6a276b1954c3a0c011a16f6f2f6a47aba75",
                Map.of("X-MBX-APIKEY", ID),
                "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).getBoolean("enableReading")).isTrue();
        assertThat(binance.unexpected()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GOOD, true, true, false, false, false, true",
        "READ_ONLY, true, false, false, false, false, true",
        "NO_READ, false, true, false, false, false, true",
        "WITHDRAW_ON, true, true, true, false, false, true",
        "TRANSFER_ON, true, true, false, true, false, true",
        "EXTRA_RIGHTS, true, true, false, false, true, true",
        "UNRESTRICTED, true, true, false, false, false, false",
        "EXPIRED, true, false, false, false, false, false"
    })
    void declaration_eachState_tellsItsBoxes(
            KeyState state,
            boolean read,
            boolean trade,
            boolean withdraw,
            boolean transfer,
            boolean extra,
            boolean bound) {
        have(state);

        JsonObject told = json(signed("GET", DECLARATION + "?"));

        assertThat(told.getBoolean("enableReading")).isEqualTo(read);
        assertThat(told.getBoolean("enableSpotAndMarginTrading")).isEqualTo(trade);
        assertThat(told.getBoolean("enableWithdrawals")).isEqualTo(withdraw);
        assertThat(told.getBoolean("permitsUniversalTransfer")).isEqualTo(transfer);
        assertThat(told.getBoolean("enableInternalTransfer")).isEqualTo(transfer);
        assertThat(told.getBoolean("enableFutures")).isEqualTo(extra);
        assertThat(told.getBoolean("ipRestrict")).isEqualTo(bound);
        assertThat(told.containsKey("tradingAuthorityExpirationTime")).isFalse();
    }

    @Test
    void declaration_expiryAndNewRight_areTold() {
        have(KeyState.EXPIRES_SOON);
        assertThat(json(signed("GET", DECLARATION + "?")).getLong("tradingAuthorityExpirationTime"))
                .isEqualTo(NOW + Duration.ofDays(5).toMillis());

        have(KeyState.NEW_RIGHT);
        assertThat(json(signed("GET", DECLARATION + "?")).getBoolean("enableCopyTrading"))
                .isTrue();

        have(KeyState.UNRESTRICTED);
        binance.tellUnrestrictedLife(Duration.ofDays(20));
        assertThat(json(signed("GET", DECLARATION + "?")).getLong("tradingAuthorityExpirationTime"))
                .isEqualTo(NOW + Duration.ofDays(20).toMillis());
    }

    @Test
    void cancel_rightToTrade_showsInTheRefusal() {
        have(KeyState.GOOD);
        refused(signed("DELETE", CANCEL), 400, -2011, "Unknown order sent.");

        have(KeyState.READ_ONLY);
        refused(signed("DELETE", CANCEL), 401, -2015, BinanceWords.COMBINED);

        have(KeyState.ACCOUNT_LOCKED);
        refused(signed("DELETE", CANCEL), 400, -2011, "This account may not place or cancel orders.");
        JsonObject trading = json(signed("GET", "/sapi/v1/account/apiTradingStatus?"));
        assertThat(trading.getJsonObject("data").getBoolean("isLocked")).isTrue();
        assertThat(binance.unexpected()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sapi/v1/account/info?",
                "/sapi/v1/account/status?",
                "/sapi/v1/account/apiTradingStatus?",
                "/api/v3/account?omitZeroBalances=true&"
            })
    void reading_withAndWithoutTheRight_isAnsweredOrRefused(String call) {
        have(KeyState.GOOD);
        assertThat(signed("GET", call).statusCode()).isEqualTo(200);

        have(KeyState.NO_READ);
        refused(signed("GET", call), 401, -2015, BinanceWords.COMBINED);
        assertThat(binance.unexpected()).isEmpty();
    }

    @Test
    void wrongAddress_isTheCombinedRefusal_withOrWithoutTheAddress() {
        have(KeyState.WRONG_ADDRESS);
        refused(
                signed("GET", DECLARATION + "?"),
                401,
                -2015,
                "Invalid API-key, IP, or permissions for action, request ip: 203.0.113.9");

        binance.showAddress(false);
        refused(signed("GET", DECLARATION + "?"), 401, -2015, BinanceWords.COMBINED);
    }

    @Test
    void key_unknownOrMalformed_isRefused() {
        refused(signed("GET", DECLARATION + "?"), 401, -2008, "Invalid Api-Key ID.");
        refused(signed("GET", "/api/v3/account?"), 401, -2015, BinanceWords.COMBINED);
        refused(client.get(DECLARATION), 401, -2014, "API-key format invalid.");

        binance.tellUnknownKeys(false);
        refused(signed("GET", DECLARATION + "?"), 401, -2015, BinanceWords.COMBINED);
    }

    @Test
    void signature_wrongSecretOrForgotten_isRefused() {
        binance.add(StandInKey.of(ID, "another", KeyState.GOOD));
        refused(signed("GET", DECLARATION + "?"), 400, -1022, "Signature for this request is not valid.");

        HttpResponse<String> unsigned =
                client.send("GET", DECLARATION + "?timestamp=" + NOW, Map.of("X-MBX-APIKEY", ID), "");
        refused(unsigned, 400, -1102, "Mandatory parameter 'signature' was not sent, was empty/null, or malformed.");
    }

    @ParameterizedTest
    @CsvSource({"5000, 200", "5001, 400", "-999, 200", "-1000, 400"})
    void clock_aheadOfTheCaller_refusesBeyondTheWindow(long aheadMillis, int status) {
        have(KeyState.GOOD);
        binance.clockAhead(Duration.ofMillis(aheadMillis));

        HttpResponse<String> answer = signed("GET", DECLARATION + "?");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).getInteger("code", -1021)).isEqualTo(-1021);
        assertThat(json(client.get("/api/v3/time")).getLong("serverTime")).isEqualTo(NOW + aheadMillis);
    }

    @Test
    void recvWindow_overAMinute_isRefused() {
        have(KeyState.GOOD);

        refused(signed("GET", DECLARATION + "?recvWindow=60001&"), 400, -1131, "recvWindow must be less than 60000");
    }

    @Test
    void privateKeys_bothKinds_areVerified() throws GeneralSecurityException {
        for (String algorithm : new String[] {"Ed25519", "RSA"}) {
            KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
            binance.add(StandInKey.of(ID, pair.getPublic(), KeyState.GOOD));
            Signature signer = Signature.getInstance(algorithm.equals("RSA") ? "SHA256withRSA" : "Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(("timestamp=" + NOW).getBytes(StandardCharsets.UTF_8));
            String signature =
                    URLEncoder.encode(Base64.getEncoder().encodeToString(signer.sign()), StandardCharsets.UTF_8);

            String query = "?timestamp=" + NOW + "&signature=" + signature;
            HttpResponse<String> answer = client.send("GET", DECLARATION + query, Map.of("X-MBX-APIKEY", ID), "");

            assertThat(answer.statusCode()).as(algorithm).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v3/order?symbol=BTCUSDT&, 404",
        "POST, /api/v3/order/test?symbol=BTCUSDT&, 404",
        "POST, /sapi/v1/capital/withdraw/apply?, 404",
        "DELETE, /api/v3/openOrders?symbol=BTCUSDT&, 404",
        "DELETE, /api/v3/order?symbol=BTCUSDT&, 400",
        "DELETE, /api/v3/order?symbol=BTCUSDT&orderId=1&, 400",
        "DELETE, /api/v3/order?symbol=btc&origClientOrderId=preflight-1&, 400"
    })
    void request_thatNoCarefulProgramSends_isRefusedAndKept(String method, String pathAndQuery, int status) {
        have(KeyState.GOOD);

        assertThat(signed(method, pathAndQuery).statusCode()).isEqualTo(status);
        assertThat(binance.unexpected()).hasSize(1);
    }

    @Test
    void testnet_servesApiAlone() {
        testnet.start();
        testnet.add(StandInKey.of(ID, SECRET, KeyState.LEGACY_NO_DECLARATION));
        client = new StandInClient(testnet);

        assertThat(signed("GET", "/api/v3/account?").statusCode()).isEqualTo(200);
        refused(signed("DELETE", CANCEL), 400, -2011, "Unknown order sent.");
        assertThat(testnet.unexpected()).isEmpty();
        assertThat(signed("GET", DECLARATION + "?").statusCode()).isEqualTo(404);
    }

    @Test
    void state_thatBinanceLacks_isNotTaken() {
        assertThatThrownBy(() -> have(KeyState.OTP)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void faults_useBinancesWords() {
        binance.fault(Fault.RATE_LIMITED);
        HttpResponse<String> limited = client.get("/api/v3/time");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("30");

        binance.fault(Fault.BANNED);
        assertThat(client.get("/api/v3/time").statusCode()).isEqualTo(418);

        binance.fault(Fault.REGION);
        assertThat(client.get("/api/v3/time").statusCode()).isEqualTo(451);

        binance.fault(Fault.MAINTENANCE);
        assertThat(client.get("/api/v3/time").statusCode()).isEqualTo(503);
        assertThat(json(client.get("/sapi/v1/system/status")).getInteger("status"))
                .isEqualTo(1);
    }

    private void have(KeyState state) {
        binance.add(StandInKey.of(ID, SECRET, state));
    }

    private HttpResponse<String> signed(String method, String pathAndQuery) {
        String unsigned = pathAndQuery + "timestamp=" + NOW;
        String payload = unsigned.substring(unsigned.indexOf('?') + 1);
        return client.send(method, unsigned + "&signature=" + signature(payload), Map.of("X-MBX-APIKEY", ID), "");
    }

    private static String signature(String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static void refused(HttpResponse<String> answer, int status, int code, String text) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer)).isEqualTo(new JsonObject().put("code", code).put("msg", text));
    }
}
