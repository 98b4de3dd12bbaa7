package gunbot.preflight.standin.kucoin;

import static gunbot.preflight.standin.StandInClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInClient;
import gunbot.preflight.standin.StandInKey;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KucoinStandInTest {

    private static final long NOW = 1700000000000L;
    private static final String ID = "66a0f1c2d3e4b5a697881234";
    private static final String SECRET = "3f1c2b9a-77d0-4e55-9c11-0a1b2c3d4e5f";
    private static final String PASSPHRASE = "Gunbot-Check-1";
    private static final String DECLARATION = "/api/v1/user/api-key";
    private static final String CANCEL = "/api/v1/hf/orders/000000000000000000000000?symbol=BTC-USDT";
    private static final String CANCEL_FUTURES = "/api/v1/orders/000000000000000000000000";

    private final KucoinStandIn kucoin = new KucoinStandIn(Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));
    private StandInClient client;

    @BeforeEach
    void start() {
        kucoin.start();
        client = new StandInClient(kucoin);
    }

    @AfterEach
    void stop() {
        kucoin.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/user/api-key, VnkRle5GfCgPjEbhuU494vOk810BbnkdGBrnnUQGwzc=, 200",
        "DELETE, /api/v1/hf/orders/000000000000000000000000?symbol=BTC-USDT,"
                + " 8hl5oGaoJbgLzveev+vXgTICwlYvjAUuAnfwYRAcfHE=, 400"
    })
    void signature_vectorOfTheSheet_isTaken(String method, String pathAndQuery, String signature, int status) {
        have(KeyState.GOOD);
        Map<String, String> headers = headers(signature);
        headers.put("KC-API-PASSPHRASE", "9HZMg8Ps4MT9RSLwSpnd5NSqUr/Zi5d62A6hXLLYyLE=");

        assertThat(client.send(method, pathAndQuery, headers, "").statusCode()).isEqualTo(status);
        assertThat(kucoin.unexpected()).isEmpty();
    }

    @Test
    void signature_ofBodyAndOfDecodedQuery_verifies() {
        byte[] body =
                ("{\"clientOid\":\"probe-1\",\"side\":\"buy\",\"symbol\":\"BTC-USDT\",\"type\":\"limit\",\"price\":\"1\","
                                + "\"size\":\"0.00001\"}")
                        .getBytes(StandardCharsets.UTF_8);
        String path = "/api/v1/hf/orders/test";
        String signature = "zZCT8QHx90W/FHzDxNu6DrfrrUaeGPPCt8n6Er8eA/g=";
        assertThat(KucoinSignature.verifies(SECRET, "" + NOW, "POST", path, "", body, signature))
                .isTrue();
        body[body.length - 1]++;
        assertThat(KucoinSignature.verifies(SECRET, "" + NOW, "POST", path, "", body, signature))
                .isFalse();

        String ofDecoded = sum(SECRET, NOW + "GET/a?b=c d");
        assertThat(KucoinSignature.verifies(SECRET, "" + NOW, "GET", "/a", "b=c%20d", new byte[0], ofDecoded))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GOOD         | General,Spot
                    READ_ONLY    | General
                    WITHDRAW_ON  | General,Spot,Transfer
                    TRANSFER_ON  | General,Spot,InnerTransfer
                    EXTRA_RIGHTS | General,Spot,Margin,Futures,Earn
                    NEW_RIGHT    | General,Spot,Launchpad
                    """)
    void declaration_eachState_tellsItsRights(KeyState state, String rights) {
        have(state);

        JsonObject told = declared(DECLARATION);

        assertThat(told.getString("permission")).isEqualTo(rights);
        assertThat(told.getString("ipWhitelist")).isEqualTo("203.0.113.7");
        assertThat(told.getLong("uid")).isEqualTo(100200300L);
    }

    @Test
    void declaration_addressForms_areAsAsked() {
        kucoin.add(key(KeyState.GOOD).boundTo(List.of("203.0.113.10", "203.0.113.11")));
        assertThat(declared(DECLARATION).getString("ipWhitelist")).isEqualTo("203.0.113.10,203.0.113.11");
        kucoin.addressForm(AddressForm.STARRED);
        assertThat(declared(DECLARATION).getString("ipWhitelist")).isEqualTo("203.**.10,203.**.11");

        have(KeyState.UNRESTRICTED);
        assertThat(declared(DECLARATION).containsKey("ipWhitelist")).isFalse();
        kucoin.addressForm(AddressForm.PLAIN);
        assertThat(declared(DECLARATION).getString("ipWhitelist")).isEmpty();

        kucoin.tradeToken("Trade");
        assertThat(declared(DECLARATION).getString("permission")).isEqualTo("General,Trade");
    }

    @Test
    void declaration_unifiedAccount_isToldAtTheOtherPath() {
        have(KeyState.LEGACY_NO_DECLARATION);
        refused(signed("GET", DECLARATION), 400, "112010", "Invalid Unified Account user.");
        JsonObject told = declared("/api/ua/v1/user/api-key");
        assertThat(told.getString("permission")).isEqualTo("General,Spot,Unified");
        assertThat(told.containsKey("ipWhitelist")).isFalse();

        have(KeyState.GOOD);
        refused(signed("GET", "/api/ua/v1/user/api-key"), 400, "112010", "Invalid Unified Account user.");
        assertThat(kucoin.unexpected()).isEmpty();
    }

    @Test
    void fallBacks_withAndWithoutTheRight_areAnsweredOrDenied() {
        have(KeyState.GOOD);
        assertThat(signed("GET", "/api/v1/accounts").statusCode()).isEqualTo(200);
        refused(signed("DELETE", CANCEL), 400, "400100", "order_not_exist_or_not_allow_to_cancel");
        refused(signed("DELETE", CANCEL_FUTURES), 403, "400007", "Access denied, require more permission.");

        have(KeyState.NO_READ);
        refused(signed("GET", DECLARATION), 403, "400007", "Access denied, require more permission.");
        refused(signed("GET", "/api/v1/accounts"), 403, "400007", "Access denied, require more permission.");

        have(KeyState.READ_ONLY);
        refused(signed("DELETE", CANCEL), 403, "400007", "Access denied, require more permission.");

        have(KeyState.EXTRA_RIGHTS);
        refused(signed("DELETE", CANCEL_FUTURES), 400, "400100", "order_not_exist_or_not_allow_to_cancel");
        assertThat(kucoin.unexpected()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    WRONG_ADDRESS  | 403 | 400006 | Invalid request ip, the current clientIp is:203.0.113.9
                    ACCOUNT_LOCKED | 403 | 411100 | User are frozen
                    DISABLED       | 401 | 400003 | KC-API-KEY not exists
                    EXPIRED        | 401 | 400003 | KC-API-KEY not exists
                    """)
    void declaration_refusedState_isToldSo(KeyState state, int status, String code, String text) {
        have(state);

        refused(signed("GET", DECLARATION), status, code, text);
    }

    @Test
    void credentials_unknownOrWrong_areRefused() {
        refused(signed("GET", DECLARATION), 401, "400003", "KC-API-KEY not exists");

        kucoin.add(StandInKey.of(ID, SECRET, "another", KeyState.GOOD));
        refused(signed("GET", DECLARATION), 401, "400004", "Invalid KC-API-PASSPHRASE");

        kucoin.add(StandInKey.of(ID, "another", PASSPHRASE, KeyState.GOOD));
        refused(signed("GET", DECLARATION), 401, "400005", "Invalid KC-API-SIGN");
        kucoin.checkPassphraseFirst(true);
        refused(signed("GET", DECLARATION), 401, "400004", "Invalid KC-API-PASSPHRASE");

        have(KeyState.GOOD);
        refused(
                client.send("GET", DECLARATION, headers(sum(SECRET, NOW + "GET/api/v1/accounts")), ""),
                401,
                "400005",
                "Invalid KC-API-SIGN");
        Map<String, String> clear = headers(sum(SECRET, NOW + "GET" + DECLARATION));
        clear.put("KC-API-PASSPHRASE", PASSPHRASE);
        refused(client.send("GET", DECLARATION, clear, ""), 401, "400004", "Invalid KC-API-PASSPHRASE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KC-API-KEY", "KC-API-SIGN", "KC-API-TIMESTAMP", "KC-API-PASSPHRASE"})
    void header_missing_isRefused(String name) {
        have(KeyState.GOOD);

        HttpResponse<String> answer = without(name);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).getString("code")).isEqualTo("400001");
    }

    @Test
    void header_versionOrType_isNeeded() {
        have(KeyState.GOOD);
        refused(without("KC-API-KEY-VERSION"), 401, "400004", "Invalid KC-API-PASSPHRASE");
        refused(without("Content-Type"), 415, "415000", "Unsupported Media Type");

        kucoin.onlyVersion("2", "400005");
        refused(signed("GET", DECLARATION), 401, "400005", "Invalid KC-API-SIGN");
        kucoin.onlyVersion("3", "400005");
        assertThat(signed("GET", DECLARATION).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"5000, 200", "5001, 401", "-5000, 200", "-5001, 401"})
    void clock_aheadOfTheCaller_refusesBeyondTheWindow(long aheadMillis, int status) {
        have(KeyState.GOOD);
        kucoin.clockAhead(Duration.ofMillis(aheadMillis));

        HttpResponse<String> answer = signed("GET", DECLARATION);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).getString("code")).isIn("200000", "400002");
        assertThat(json(client.get("/api/v1/timestamp")).getLong("data")).isEqualTo(NOW + aheadMillis);
    }

    @Test
    void refusal_withStatus200_isTheSameBody() {
        kucoin.refuseWithStatus200(true);

        refused(signed("GET", DECLARATION), 200, "400003", "KC-API-KEY not exists");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/hf/orders, 404000",
        "POST, /api/v1/hf/orders/test, 404000",
        "DELETE, /api/v1/hf/orders?symbol=BTC-USDT, 404000",
        "DELETE, /api/v1/orders, 404000",
        "POST, /api/v3/withdrawals, 404000",
        "GET, /api/ua/v2/user/api-key, 404000",
        "DELETE, /api/v1/hf/orders/000000000000000000000000, 400100",
        "DELETE, /api/v1/orders/000000000000000000000000?symbol=XBTUSDTM, 400100"
    })
    void request_thatNoCarefulProgramSends_isRefusedAndKept(String method, String pathAndQuery, String code) {
        have(KeyState.GOOD);

        assertThat(json(signed(method, pathAndQuery)).getString("code")).isEqualTo(code);
        assertThat(kucoin.unexpected()).hasSize(1);
    }

    @Test
    void publicCalls_tellStateAndAddress() {
        assertThat(json(client.get("/api/v1/my-ip")).getString("data")).isEqualTo(KucoinStandIn.SEEN_FROM);
        assertThat(status()).isEqualTo("open");

        kucoin.fault(Fault.MAINTENANCE);
        assertThat(status()).isEqualTo("close");

        kucoin.fault(Fault.RATE_LIMITED);
        HttpResponse<String> limited = client.get("/api/v1/timestamp");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("gw-ratelimit-reset")).contains("30000");
    }

    @Test
    void echo_inGoodAnswer_standsAmongRightsAndAddresses() {
        have(KeyState.GOOD);
        kucoin.fault(Fault.ECHO_IN_GOOD_ANSWER);

        JsonObject told = declared(DECLARATION);

        assertThat(told.getString("permission")).startsWith("General,Spot,").contains(sum(SECRET, PASSPHRASE));
        assertThat(told.getString("ipWhitelist")).contains(ID);
        assertThat(told.getString("remark")).contains(ID);
    }

    @Test
    void state_thatKucoinLacks_isNotTaken() {
        assertThatThrownBy(() -> have(KeyState.EXPIRES_SOON)).isInstanceOf(IllegalArgumentException.class);
    }

    private String status() {
        return json(client.get("/api/v1/status")).getJsonObject("data").getString("status");
    }

    private void have(KeyState state) {
        kucoin.add(key(state));
    }

    private static StandInKey key(KeyState state) {
        return StandInKey.of(ID, SECRET, PASSPHRASE, state);
    }

    private JsonObject declared(String path) {
        return json(signed("GET", path)).getJsonObject("data");
    }

    private HttpResponse<String> signed(String method, String pathAndQuery) {
        return client.send(method, pathAndQuery, headers(sum(SECRET, NOW + method + pathAndQuery)), "");
    }

    private HttpResponse<String> without(String header) {
        Map<String, String> headers = headers(sum(SECRET, NOW + "GET" + DECLARATION));
        headers.remove(header);
        return client.send("GET", DECLARATION, headers, "");
    }

    private static Map<String, String> headers(String signature) {
        return new TreeMap<>(Map.of(
                "KC-API-KEY",
                ID,
                "KC-API-SIGN",
                signature,
                "KC-API-TIMESTAMP",
                Long.toString(NOW),
                "KC-API-PASSPHRASE",
                sum(SECRET, PASSPHRASE),
                "KC-API-KEY-VERSION",
                "3",
                "Content-Type",
                "application/json"));
    }

    private static String sum(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static void refused(HttpResponse<String> answer, int status, String code, String text) {
        assertThat(json(answer)).isEqualTo(new JsonObject().put("code", code).put("msg", text));
        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
