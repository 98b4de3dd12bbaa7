package gunbot.preflight.exchange.cex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.cex.CexStandIn;
import gunbot.preflight.testing.Bench;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CEX.IO against its stand-in, with keys of both interfaces, in every state that they can be in. */
class CexStatesTest {
    private static final String KEY = "GunbotTestKeyOfCex1234";
    private static final String SECRET = "invented-secret-of-a-cex-key";
    private static final Credentials RIGHT = new Credentials(KEY, SECRET, "", "");
    private static final Credentials WITH_USER_ID = new Credentials(KEY, SECRET, "", "up100200300");
    private static final String NOTHING = "READ=UNKNOWN TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN TRANSFER=UNKNOWN";

    private final Cex cex = new Cex();
    private CexStandIn standIn;
    private Bench bench;

    @BeforeEach
    void start() {
        standIn = new CexStandIn(Clock.systemUTC()).start();
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
        standIn.close();
        assertThat(standIn.unexpected()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GOOD          | READY     | READ=ON TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=UNKNOWN  | SCOPE_UNKNOWN     | time status cancel
                    TRANSFER_ON   | READY     | READ=ON TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=UNKNOWN  | SCOPE_UNKNOWN     | time status cancel
                    UNRESTRICTED  | READY     | READ=ON TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=UNKNOWN  | SCOPE_UNKNOWN     | time status cancel
                    READ_ONLY     | NOT_READY | READ=ON TRADE_SPOT=OFF WITHDRAW=OFF TRANSFER=UNKNOWN | TRADE_OFF         | time status cancel
                    WRONG_ADDRESS | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN TRANSFER=UNKNOWN | AMBIGUOUS_REFUSAL | time status
                    DISABLED      | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN TRANSFER=UNKNOWN | AMBIGUOUS_REFUSAL | time status
                    """)
    void current_state_verdictAndScopes(KeyState state, Verdict verdict, String scopes, Code first, String asked) {
        know(state);

        var result = bench.check(cex, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        assertThat(result.scopes()).isEqualTo(scopes);
        assertThat(result.codes()).startsWith(first);
        assertThat(calls()).isEqualTo(asked);
        assertThat(result.told().facts().ip().state()).isEqualTo(State.UNKNOWN);
        assertThat(standIn.mostInFlight()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    401 | {"error":"Authorization Failed","statusCode":401}                | OFF
                    403 | {"error":"Forbidden","statusCode":403}                           | OFF
                    200 | {"error":"Forbidden","statusCode":403}                           | OFF
                    400 | {"error":"Key has no permission","statusCode":400}               | OFF
                    200 | {"ok":"ok","data":{"error":"Action is not allowed"}}             | OFF
                    200 | {"ok":"ok","data":{"status":"REJECTED","rejectCode":403,"rejectReason":"No permission"}} | OFF
                    403 | {"error":"Your IP is not allowed","statusCode":403}              | UNKNOWN
                    422 | {"error":"Mandatory parameter X is missing","statusCode":422}    | UNKNOWN
                    500 | {"error":"Unexpected error","statusCode":500}                    | UNKNOWN
                    403 | <html><body>Forbidden</body></html>                              | UNKNOWN
                    200 | {"ok":"ok","data":{"status":"REJECTED","rejectCode":403,"rejectReason":"something new"}} | UNKNOWN
                    429 | {"error":"API rate limit reached","statusCode":429}              | UNKNOWN
                    200 | {"ok":"ok","data":{"error":"order_cancellation is on maintenance"}} | UNKNOWN
                    """)
    void current_readOnlyHoweverItIsTold_neverOn(int status, String body, State trade) {
        standIn.missingRight(status, body);
        know(KeyState.READ_ONLY);

        assertThat(bench.check(cex, RIGHT, standIn).scopes()).startsWith("READ=ON TRADE_SPOT=" + trade);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    200 | {"ok":"ok","data":{}}                                            | ON
                    404 | {"error":"Order not found","statusCode":404}                     | ON
                    200 | {"ok":"ok","data":{"error":"Order not found"}}                   | ON
                    200 | {"ok":"ok","data":{"status":"REJECTED","rejectCode":404,"rejectReason":"Unknown order"}} | ON
                    400 | {"error":"API orders from Main account are not allowed","statusCode":400} | ON
                    200 | {"ok":"ok","data":{"status":"REJECTED","rejectCode":403,"rejectReason":"Insufficient funds"}} | ON
                    422 | {"error":"something new","statusCode":422}                       | UNKNOWN
                    404 | {"error":"something new","statusCode":404}                       | UNKNOWN
                    200 | {}                                                               | UNKNOWN
                    200 | []                                                               | UNKNOWN
                    200 | {"ok":"ok"}                                                      | UNKNOWN
                    200 | true                                                             | UNKNOWN
                    200 | <html></html>                                                    | UNKNOWN
                    503 | {"error":"order_cancellation is on maintenance"}                 | UNKNOWN
                    """)
    void current_mayTradeHoweverItIsTold_neverOff(int status, String body, State trade) {
        standIn.cancelled(status, body);
        know(KeyState.GOOD);

        assertThat(bench.check(cex, RIGHT, standIn).scopes()).startsWith("READ=ON TRADE_SPOT=" + trade);
    }

    @Test
    void current_noSubAccount_warnedAndKeyIsFine() {
        standIn.subAccounts(false);
        know(KeyState.GOOD);

        var result = bench.check(cex, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.ATTENTION);
        assertThat(result.finding(Code.ACCOUNT_SETUP).severity()).isEqualTo(Severity.WARNING);
        assertThat(result.message(Code.ACCOUNT_SETUP)).contains("sub-account");
    }

    @ParameterizedTest
    @CsvSource({
        "401, Authorization Failed,   AMBIGUOUS_REFUSAL",
        "403, Forbidden,              AMBIGUOUS_REFUSAL",
        "403, Access is not allowed,  AMBIGUOUS_REFUSAL",
        "403, Your IP is not allowed, IP_NOT_ALLOWED"
    })
    void current_wrongAddressHoweverItIsTold_noState(int status, String text, Code code) {
        standIn.wrongAddress(status, text);
        know(KeyState.WRONG_ADDRESS);

        var result = bench.check(cex, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(code);
        assertThat(result.scopes()).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"''", "YOURCLIENTID", "' up100200300'", "someone@example.com"})
    void legacyKey_withoutAUserId_saysWhatIsMissing(String clientId) {
        knowLegacy(KeyState.GOOD);

        var result = bench.check(cex, new Credentials(KEY, SECRET, "", clientId), standIn);

        assertThat(result.codes()).containsExactly(Code.AMBIGUOUS_REFUSAL);
        assertThat(result.message(Code.AMBIGUOUS_REFUSAL)).contains("clientId");
        assertThat(result.remedy(Code.AMBIGUOUS_REFUSAL)).contains("e-mail", "up123456789");
        assertThat(calls()).isEqualTo("time status");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GOOD         | ATTENTION | READ=ON TRADE_SPOT=UNKNOWN
                    NO_MODIFY    | ATTENTION | READ=ON TRADE_SPOT=UNKNOWN
                    READ_ONLY    | NOT_READY | READ=ON TRADE_SPOT=OFF
                    NO_CLOSE     | NOT_READY | READ=ON TRADE_SPOT=OFF
                    PARTIAL_READ | NOT_READY | READ=OFF TRADE_SPOT=UNKNOWN
                    NO_READ      | NOT_READY | READ=OFF TRADE_SPOT=UNKNOWN
                    """)
    void legacy_state_verdictAndScopes(KeyState state, Verdict verdict, String scopes) {
        knowLegacy(state);

        var result = bench.check(cex, WITH_USER_ID, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        assertThat(result.scopes()).isEqualTo(scopes + " WITHDRAW=UNKNOWN TRANSFER=UNKNOWN");
        assertThat(result.codes()).contains(Code.API_PHASED_OUT);
        assertThat(calls()).isEqualTo("time status balance orders old-cancel");
        assertThat(standIn.mostInFlight()).isEqualTo(1);
    }

    @Test
    void legacy_missingBoxes_areNamed() {
        knowLegacy(KeyState.PARTIAL_READ);
        assertThat(bench.check(cex, WITH_USER_ID, standIn)
                        .finding(Code.READ_OFF)
                        .values())
                .containsEntry("boxes", "\"Open orders\"");

        knowLegacy(KeyState.NO_CLOSE);
        assertThat(bench.check(cex, WITH_USER_ID, standIn)
                        .finding(Code.TRADE_OFF)
                        .values())
                .containsEntry("boxes", "\"Cancel order\"");
    }

    @Test
    void legacy_isRemembered_soThatNoCheckBeginsWithARefusal() {
        knowLegacy(KeyState.GOOD);
        bench.check(cex, WITH_USER_ID, standIn);
        standIn.forgetTraffic();

        bench.check(cex, WITH_USER_ID, standIn);

        assertThat(calls()).isEqualTo("time balance orders old-cancel");
    }

    @Test
    void nonces_ofKeysThatTheOlderInterfaceTook_orMightTake() {
        assertThat(cex.usesNonces(WITH_USER_ID)).isTrue();

        knowLegacy(KeyState.GOOD);
        bench.check(cex, WITH_USER_ID, standIn);
        assertThat(cex.usesNonces(WITH_USER_ID)).isTrue();
        assertThat(cex.usesNonces(new Credentials("another-key", SECRET, "", "")))
                .isFalse();
    }

    @Test
    void nonces_ofAKeyWithUserIdThatTheCurrentInterfaceTook_none() {
        know(KeyState.GOOD);
        bench.check(cex, WITH_USER_ID, standIn);

        assertThat(cex.usesNonces(WITH_USER_ID)).isFalse();
    }

    @Test
    void nonces_ofACurrentKey_none() {
        know(KeyState.GOOD);
        bench.check(cex, RIGHT, standIn);

        assertThat(cex.usesNonces(RIGHT)).isFalse();
    }

    @Test
    void legacy_gone_currentIsAskedAgain() {
        knowLegacy(KeyState.GOOD);
        bench.check(cex, WITH_USER_ID, standIn);
        standIn.forgetTraffic();
        standIn.answerUnverified("POST /api/balance/", 404, "<html></html>", Map.of());

        assertThat(bench.check(cex, WITH_USER_ID, standIn).codes()).containsExactly(Code.API_RETIRED);
        assertThat(calls()).isEqualTo("time balance status");
    }

    @ParameterizedTest
    @CsvSource({"Permission denied", "Action is not allowed"})
    void legacy_everythingDenied_perhapsTheAddress(String text) {
        standIn.legacyMissingRight(text);
        knowLegacy(KeyState.NO_READ);
        standIn.answer("POST /api/cancel_order/", 200, "{\"error\":\"" + text + "\"}", Map.of());

        var result = bench.check(cex, WITH_USER_ID, standIn);

        assertThat(result.codes()).containsExactly(Code.AMBIGUOUS_REFUSAL);
        assertThat(result.scopes()).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"error\":\"Order not found\"}'",
        "'true'",
        "'false'",
        "'{}'",
        "'{\"error\":\"something new\"}'",
        "'<html></html>'",
        "'{\"error\":\"Nonce must be incremented\"}'"
    })
    void legacy_cancelPassesOrNot_tradeStaysUnknown(String body) {
        standIn.legacyCancelled(body);
        knowLegacy(KeyState.GOOD);

        assertThat(bench.check(cex, WITH_USER_ID, standIn).scopes()).startsWith("READ=ON TRADE_SPOT=UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"DISABLED", "WRONG_ADDRESS"})
    void legacy_refused_activationIsNamed(KeyState state) {
        knowLegacy(state);

        var result = bench.check(cex, WITH_USER_ID, standIn);

        assertThat(result.codes()).containsExactly(Code.INVALID_KEY);
        assertThat(result.message(Code.INVALID_KEY)).contains("activated", "e-mail");
        assertThat(calls()).isEqualTo("time status balance");
    }

    @ParameterizedTest
    @CsvSource({"Invalid API key, INVALID_KEY", "Invalid signature, BAD_SIGNATURE"})
    void legacy_wrongUserId_saysSoAndSpendsNoNonce(String text, Code code) {
        standIn.legacyWrongSignature(text);
        knowLegacy(KeyState.GOOD);

        var result = bench.check(cex, new Credentials(KEY, SECRET, "", "up999999999"), standIn);

        assertThat(result.codes()).containsExactly(code);
        assertThat(standIn.highestNonce(KEY)).isZero();
    }

    @Test
    void legacy_gunbotUsesAFinerScale_nonceAndNoSecondTry() {
        knowLegacy(KeyState.GOOD);
        long microseconds = Clock.systemUTC().millis() * 1000;
        standIn.bumpNonce(KEY, microseconds);

        assertThat(bench.check(cex, WITH_USER_ID, standIn).codes()).containsExactly(Code.NONCE);
        assertThat(calls()).isEqualTo("time status balance");
        assertThat(standIn.highestNonce(KEY)).isEqualTo(microseconds);
    }

    @Test
    void ourClockAhead_currentIsAsked_legacyIsNot() {
        standIn.clockAhead(Duration.ofSeconds(-10));
        knowLegacy(KeyState.GOOD);

        assertThat(bench.check(cex, WITH_USER_ID, standIn).codes()).containsExactly(Code.NONCE);
        assertThat(calls()).isEqualTo("time status");

        standIn.remove(KEY);
        standIn.forgetTraffic();
        assertThat(bench.check(cex, RIGHT, standIn).codes()).containsExactly(Code.AMBIGUOUS_REFUSAL);
    }

    @Test
    void timeNotTold_legacyIsNotAsked() {
        standIn.answer("POST /api/spot/rest-public/get_server_time", 200, "{\"ok\":\"ok\",\"data\":{}}", Map.of());
        knowLegacy(KeyState.GOOD);

        assertThat(bench.check(cex, WITH_USER_ID, standIn).finding(Code.NONCE).variant())
                .isEqualTo("uncompared");
        assertThat(calls()).isEqualTo("time status");
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, RATE_LIMITED",
        "BANNED,       RATE_LIMITED",
        "MAINTENANCE,  MAINTENANCE",
        "GARBAGE,      API_RETIRED",
        "FRONT_END_403, API_RETIRED",
        "RESET,        API_RETIRED",
        "EMPTY,        UNEXPECTED_ANSWER",
        "HUGE,         UNEXPECTED_ANSWER",
        "REDIRECT,     UNEXPECTED_ANSWER"
    })
    void legacy_fault_unknownAndNoBadKey(Fault fault, Code code) {
        knowLegacy(KeyState.GOOD);
        standIn.fault("/api/balance", fault);
        standIn.fault("/api/open_orders", fault);
        standIn.fault("/api/cancel_order", fault);

        var result = bench.check(cex, WITH_USER_ID, standIn);

        assertThat(result.codes()).containsExactly(code);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, RATE_LIMITED",
        "BANNED,       RATE_LIMITED",
        "MAINTENANCE,  MAINTENANCE",
        "REGION,       UNEXPECTED_ANSWER",
        "GARBAGE,      UNEXPECTED_ANSWER",
        "EMPTY,        UNEXPECTED_ANSWER",
        "TRUNCATED_JSON, UNEXPECTED_ANSWER",
        "HUGE,         UNEXPECTED_ANSWER",
        "ENDLESS,      UNEXPECTED_ANSWER",
        "GZIP_BOMB,    UNEXPECTED_ANSWER",
        "REDIRECT,     UNEXPECTED_ANSWER",
        "RESET,        UNREACHABLE"
    })
    void current_fault_unknownAndLegacyIsLeftAlone(Fault fault, Code code) {
        know(KeyState.GOOD);
        standIn.fault("/api/spot/rest/", fault);

        var result = bench.check(cex, WITH_USER_ID, standIn);

        assertThat(result.codes()).containsExactly(code);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(calls()).isEqualTo("time status");
    }

    @ParameterizedTest
    @CsvSource({"SILENT", "TRICKLE"})
    void silent_unreachableWithinTheTime(Fault fault) {
        try (var hurried = new Bench(Clock.systemUTC(), Map.of("preflight.probe.timeout", "300ms"))) {
            know(KeyState.GOOD);
            standIn.fault("/api/spot/rest/", fault);

            assertThat(hurried.check(cex, RIGHT, standIn).codes()).containsExactly(Code.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"ECHO", "ECHO_IN_GOOD_ANSWER"})
    void echo_noCredentialIsKept(Fault fault) {
        knowLegacy(KeyState.GOOD);
        standIn.fault(fault);

        var result = bench.check(cex, WITH_USER_ID, standIn);

        assertThat(result.toString()).doesNotContain(KEY, SECRET, WITH_USER_ID.clientId());
        standIn.log().stream()
                .flatMap(request -> request.header("X-AGGR-SIGNATURE").stream())
                .forEach(signature -> assertThat(result.toString()).doesNotContain(signature));
    }

    @Test
    void refusalProbesOff_noneIsSent() {
        try (var careful = new Bench(Clock.systemUTC(), Map.of("preflight.probe.refusal-probes", "false"))) {
            know(KeyState.READ_ONLY);
            assertThat(careful.check(cex, RIGHT, standIn).scopes()).startsWith("READ=ON TRADE_SPOT=UNKNOWN");
            assertThat(calls()).isEqualTo("time status");

            standIn.forgetTraffic();
            knowLegacy(KeyState.READ_ONLY);
            assertThat(careful.check(cex, WITH_USER_ID, standIn).scopes()).startsWith("READ=ON TRADE_SPOT=UNKNOWN");
            assertThat(calls()).isEqualTo("time status balance orders");
        }
    }

    private void know(KeyState state) {
        standIn.add(StandInKey.of(KEY, SECRET, state));
    }

    private void knowLegacy(KeyState state) {
        standIn.addLegacy(StandInKey.of(KEY, SECRET, state));
    }

    /** What was asked, in short and in order. */
    private String calls() {
        var names = Map.of(
                "POST /api/spot/rest-public/get_server_time", "time",
                "POST /api/spot/rest/get_my_account_status_v3", "status",
                "POST /api/spot/rest/do_cancel_my_order", "cancel",
                "POST /api/balance/", "balance",
                "POST /api/open_orders/", "orders",
                "POST /api/cancel_order/", "old-cancel");
        var asked = standIn.log().stream().map(request -> names.get(request.call()));
        return String.join(" ", asked.toList());
    }
}
