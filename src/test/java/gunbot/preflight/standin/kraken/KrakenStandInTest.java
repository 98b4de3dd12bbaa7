package gunbot.preflight.standin.kraken;

import static gunbot.preflight.standin.StandInClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInClient;
import gunbot.preflight.standin.StandInKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KrakenStandInTest {

    private static final Instant NOW = Instant.ofEpochSecond(1760000000);
    private static final String ID = "AAAAinventedPublicKeyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String SECRET =
            "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";
    private static final String KEY_INFO = "/0/private/GetApiKeyInfo";

    private final KrakenStandIn kraken = new KrakenStandIn(Clock.fixed(NOW, ZoneOffset.UTC));
    private StandInClient client;
    private long nonce = 1760000000000L;

    @BeforeEach
    void start() {
        kraken.start();
        client = new StandInClient(kraken);
    }

    @AfterEach
    void stop() {
        kraken.close();
    }

    @Test
    void signature_publishedVector_verifies() {
        byte[] body = "nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25"
                .getBytes(StandardCharsets.UTF_8);
        String signature = "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==";

        assertThat(KrakenSignature.verifies(SECRET, "/0/private/AddOrder", "1616492376594", body, signature))
                .isTrue();
        body[body.length - 1]++;
        assertThat(KrakenSignature.verifies(SECRET, "/0/private/AddOrder", "1616492376594", body, signature))
                .isFalse();
    }

    @Test
    void keyInfo_vectorOfTheSheet_isAnswered() {
        have(KeyState.GOOD);

        JsonObject told = send(
                KEY_INFO,
                "nonce=1616492376594",
                "0hXh9q5/fK8xgzNfiExbUyhEvsv1gAYGgL/5PWy8Xo8kFGhpI/ZwAnHB1eC0SYtlYiywFcypDRuBP/GjHp+ojA==");

        assertThat(told.getJsonArray("error")).isEmpty();
        assertThat(told.getJsonObject("result").getString("nonce")).isEqualTo("1616492376594");
        assertThat(kraken.unexpected()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GOOD         | query-funds,query-open-trades,query-closed-trades,modify-trades,close-trades
                    READ_ONLY    | query-funds,query-open-trades,query-closed-trades
                    NO_READ      | modify-trades,close-trades
                    PARTIAL_READ | query-funds,query-closed-trades,modify-trades,close-trades
                    NO_MODIFY    | query-funds,query-open-trades,query-closed-trades,close-trades
                    NO_CLOSE     | query-funds,query-open-trades,query-closed-trades,modify-trades
                    WITHDRAW_ON  | query-funds,query-open-trades,query-closed-trades,modify-trades,close-trades,withdraw-funds
                    NEW_RIGHT    | query-funds,query-open-trades,query-closed-trades,modify-trades,close-trades,trade-equities
                    """)
    void keyInfo_eachState_tellsItsRights(KeyState state, String rights) {
        have(state);

        JsonObject told = ask(KEY_INFO, "").getJsonObject("result");

        assertThat(String.join(
                        ",",
                        told.getJsonArray("permissions").stream()
                                .map(String.class::cast)
                                .toList()))
                .isEqualTo(rights);
        assertThat(told.getJsonArray("ip_allowlist")).containsExactly("203.0.113.7");
        assertThat(told.getString("valid_until")).isEqualTo("0");
    }

    @Test
    void keyInfo_bothSpellings_tellTheSame() {
        have(KeyState.UNRESTRICTED);
        JsonObject recorded = ask(KEY_INFO, "").getJsonObject("result");
        assertThat(recorded.getJsonArray("ip_allowlist")).isEqualTo(new JsonArray().add(""));
        assertThat(recorded.getString("nonce_window")).isEqualTo("0");

        kraken.useDocumentedSpelling(true);
        JsonObject documented = ask(KEY_INFO, "").getJsonObject("result");
        assertThat(documented.getJsonArray("ipAllowlist")).isEmpty();
        assertThat(documented.getInteger("nonceWindow")).isZero();
        assertThat(documented.size()).isEqualTo(recorded.size());
    }

    @Test
    void keyInfo_endOfKey_isTold() {
        have(KeyState.EXPIRES_SOON);

        assertThat(ask(KEY_INFO, "").getJsonObject("result").getString("valid_until"))
                .isEqualTo(Long.toString(NOW.plus(Duration.ofDays(5)).getEpochSecond()));
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, EAPI:Invalid key",
        "DISABLED, EAPI:Invalid key",
        "WRONG_ADDRESS, EAPI:Invalid key",
        "OTP, EGeneral:Permission denied",
        "ACCOUNT_LOCKED, EAuth:Account temporary disabled",
        "LEGACY_NO_DECLARATION, EGeneral:Unknown method"
    })
    void keyInfo_refusedState_isToldSo(KeyState state, String text) {
        have(state);

        assertThat(error(ask(KEY_INFO, ""))).isEqualTo(text);
    }

    @Test
    void fallBacks_withAndWithoutTheRight_areAnsweredOrDenied() {
        kraken.offerDeclaration(false);

        have(KeyState.WITHDRAW_ON);
        assertThat(error(ask(KEY_INFO, ""))).isEqualTo("EGeneral:Unknown method");
        assertThat(error(ask("/0/private/Balance", ""))).isEmpty();
        assertThat(error(ask("/0/private/OpenOrders", ""))).isEmpty();
        assertThat(error(ask("/0/private/ClosedOrders", ""))).isEmpty();
        assertThat(error(ask("/0/private/WithdrawMethods", ""))).isEmpty();
        assertThat(error(ask("/0/private/CancelOrder", "&txid=OAAAAA-AAAAA-AAAAAA")))
                .isEqualTo("EOrder:Unknown order");

        have(KeyState.READ_ONLY);
        assertThat(error(ask("/0/private/WithdrawMethods", ""))).isEqualTo("EGeneral:Permission denied");
        assertThat(error(ask("/0/private/CancelOrder", "&txid=OAAAAA-AAAAA-AAAAAA")))
                .isEqualTo("EGeneral:Permission denied");

        have(KeyState.PARTIAL_READ);
        assertThat(error(ask("/0/private/Balance", ""))).isEmpty();
        assertThat(error(ask("/0/private/OpenOrders", ""))).isEqualTo("EGeneral:Permission denied");
        assertThat(kraken.unexpected()).isEmpty();
    }

    @Test
    void nonce_thatDoesNotRise_isRefused() {
        have(KeyState.GOOD);
        assertThat(error(ask(KEY_INFO, ""))).isEmpty();

        nonce--;
        assertThat(error(ask(KEY_INFO, ""))).isEqualTo("EAPI:Invalid nonce");

        kraken.bumpNonce(ID, nonce + 1000);
        assertThat(error(ask(KEY_INFO, ""))).isEqualTo("EAPI:Invalid nonce");

        nonce += 1001;
        assertThat(error(ask(KEY_INFO, ""))).isEmpty();
        assertThat(kraken.highestNonce(ID)).isEqualTo(nonce - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "18446744073709551616"})
    void nonce_thatIsNone_isRefused(String wrong) {
        have(KeyState.GOOD);
        String body = "nonce=" + wrong;

        assertThat(error(send(KEY_INFO, body, signature(KEY_INFO, wrong, body))))
                .isEqualTo("EAPI:Invalid nonce");
    }

    @Test
    void credentials_unknownOrWrong_areRefused() {
        assertThat(error(ask(KEY_INFO, ""))).isEqualTo("EAPI:Invalid key");

        have(KeyState.GOOD);
        String body = "nonce=" + nonce;
        assertThat(error(send(KEY_INFO, body, signature("/0/private/Balance", "" + nonce, body))))
                .isEqualTo("EAPI:Invalid signature");
        assertThat(kraken.highestNonce(ID)).as("a forged nonce is not taken").isZero();

        assertThat(error(ask(KEY_INFO, "&otp=123456"))).isEqualTo("EAPI:Invalid key");
        have(KeyState.OTP);
        assertThat(error(ask(KEY_INFO, "&otp=123456"))).isEqualTo("EAPI:Invalid signature");
    }

    @Test
    void userAgent_missing_isStoppedByTheFrontEnd() throws IOException {
        URI origin = URI.create(kraken.origin());
        try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
            socket.getOutputStream()
                    .write(("POST " + KEY_INFO + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 403");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/0/private/AddOrder, &pair=XBTUSD&validate=true, EGeneral:Unknown method",
        "/0/private/Withdraw, '', EGeneral:Unknown method",
        "/0/private/CancelAll, '', EGeneral:Unknown method",
        "/0/private/CancelOrder, '', EGeneral:Invalid arguments:txid",
        "/0/private/CancelOrder, &txid=7, EGeneral:Invalid arguments:txid",
        "/0/private/CancelOrder, &txid=OAAAAA-AAAAA-AAAAAA&txid=OAAAAA-AAAAA-AAAAAA, EGeneral:Invalid arguments:txid",
        "/0/private/Balance, &asset=ZUSD, EGeneral:Invalid arguments:asset"
    })
    void request_thatNoCarefulProgramSends_isRefusedAndKept(String path, String more, String text) {
        have(KeyState.GOOD);

        assertThat(error(ask(path, more))).isEqualTo(text);
        assertThat(kraken.unexpected()).hasSize(1);
    }

    @Test
    void publicCalls_tellTimeAndState() {
        kraken.clockAhead(Duration.ofSeconds(-30));
        JsonObject time = json(client.get("/0/public/Time")).getJsonObject("result");
        assertThat(time.getLong("unixtime")).isEqualTo(NOW.getEpochSecond() - 30);
        assertThat(time.getString("rfc1123")).isEqualTo("Thu, 09 Oct 25 08:52:50 +0000");

        assertThat(status()).isEqualTo("online");
        kraken.fault(Fault.MAINTENANCE);
        assertThat(status()).isEqualTo("maintenance");
        assertThat(error(json(client.get("/0/public/Time")))).isEqualTo("EService:Unavailable");
    }

    @Test
    void echo_inGoodAnswer_standsAmongRightsAndAddresses() {
        have(KeyState.GOOD);
        kraken.fault(Fault.ECHO_IN_GOOD_ANSWER);

        JsonObject answer = ask(KEY_INFO, "");

        assertThat(error(answer)).startsWith("WGeneral:");
        JsonObject told = answer.getJsonObject("result");
        assertThat(told.getJsonArray("permissions").getString(5)).contains(ID, "nonce=");
        assertThat(told.getJsonArray("ip_allowlist").getString(1)).contains(ID);
        assertThat(told.getString("api_key_name")).contains(ID);
    }

    @Test
    void state_thatKrakenLacks_isNotTaken() {
        assertThatThrownBy(() -> have(KeyState.TRANSFER_ON)).isInstanceOf(IllegalArgumentException.class);
    }

    private String status() {
        return json(client.get("/0/public/SystemStatus"))
                .getJsonObject("result")
                .getString("status");
    }

    private void have(KeyState state) {
        kraken.add(StandInKey.of(ID, SECRET, state));
    }

    private JsonObject ask(String path, String more) {
        String body = "nonce=" + nonce + more;
        return send(path, body, signature(path, Long.toString(nonce++), body));
    }

    private JsonObject send(String path, String body, String signature) {
        HttpResponse<String> answer = client.send(
                "POST",
                path,
                Map.of("API-Key", ID, "API-Sign", signature, "Content-Type", "application/x-www-form-urlencoded"),
                body);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    private static String signature(String path, String nonce, String body) {
        try {
            byte[] inner = MessageDigest.getInstance("SHA-256").digest((nonce + body).getBytes(StandardCharsets.UTF_8));
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA512"));
            mac.update(path.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(inner));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /** The first error, or an empty text. */
    private static String error(JsonObject answer) {
        return answer.getJsonArray("error").isEmpty()
                ? ""
                : answer.getJsonArray("error").getString(0);
    }
}
