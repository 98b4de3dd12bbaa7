package gunbot.preflight.exchange.nash;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.nash.NashSecret;
import gunbot.preflight.standin.nash.NashStandIn;
import gunbot.preflight.standin.nash.NashStandIn.Occasion;
import gunbot.preflight.testing.Bench;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nash against its stand-in, in every state that a key can be in, and with every answer that is not documented. */
class NashStatesTest {
    private static final String KEY = "5b2f0c1e-1111-4222-8333-abcdef123456";
    private static final String SECRET = NashSecret.of(NashSecret.PRIVATE, NashSecret.PUBLIC);
    private static final Credentials RIGHT = new Credentials(KEY, SECRET, "", "");
    private static final List<String> ALIVE = List.of("getExchangeStatus", "listMarkets");
    private static final String NOTHING = "READ=UNKNOWN TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN";

    private final Nash nash = new Nash();
    private NashStandIn standIn;
    private Bench bench;

    @BeforeEach
    void start() {
        standIn = new NashStandIn(Clock.systemUTC()).start();
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
            quoteCharacter = '`',
            textBlock =
                    """
                    GOOD                  | READY     | READ=ON TRADE_SPOT=ON WITHDRAW=OFF     | ``                          | listAccountBalances listMovements getToken
                    WITHDRAW_ON           | NOT_READY | READ=ON TRADE_SPOT=ON WITHDRAW=ON      | WITHDRAW_ON                 | listAccountBalances listMovements getToken
                    EXPIRES_SOON          | ATTENTION | READ=ON TRADE_SPOT=ON WITHDRAW=OFF     | EXPIRES_SOON                | listAccountBalances listMovements getToken
                    EXPIRED               | NOT_READY | READ=ON TRADE_SPOT=ON WITHDRAW=OFF     | EXPIRED                     | listAccountBalances listMovements getToken
                    NEW_RIGHT             | ATTENTION | READ=ON TRADE_SPOT=ON WITHDRAW=UNKNOWN | SCOPE_UNKNOWN               | listAccountBalances listMovements getToken cancelOrder
                    LEGACY_NO_DECLARATION | ATTENTION | READ=ON TRADE_SPOT=ON WITHDRAW=UNKNOWN | SCOPE_UNKNOWN               | listAccountBalances listMovements getToken cancelOrder
                    READ_ONLY             | NOT_READY | READ=ON TRADE_SPOT=OFF WITHDRAW=UNKNOWN | TRADE_OFF SCOPE_UNKNOWN    | listAccountBalances listMovements getToken cancelOrder
                    DISABLED              | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN | AMBIGUOUS_REFUSAL | listAccountBalances
                    WRONG_ADDRESS         | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN | AMBIGUOUS_REFUSAL | listAccountBalances
                    """)
    void state_verdictScopesAndRequests(
            KeyState state, Verdict verdict, String scopes, String codes, String operations) {
        standIn.add(StandInKey.of(KEY, SECRET, state));

        var result = bench.check(nash, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        assertThat(result.scopes()).isEqualTo(scopes);
        assertThat(result.codes().stream().map(Code::name).toList())
                .isEqualTo(codes.isEmpty() ? List.of() : Arrays.asList(codes.split(" ")));
        assertThat(standIn.operations()).startsWith("getExchangeStatus", "listMarkets");
        assertThat(standIn.operations().subList(2, standIn.operations().size()))
                .isEqualTo(Arrays.asList(operations.split(" ")));
        assertThat(result.told().requests()).isEqualTo(standIn.operations().size());
        assertThat(standIn.mostInFlight()).isEqualTo(1);
    }

    @Test
    void withdraw_addresses_remedySaysWhatToDo() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.WITHDRAW_ON));

        var result = bench.check(nash, RIGHT, standIn);

        assertThat(result.message(Code.WITHDRAW_ON)).contains("white-listed");
        assertThat(result.remedy(Code.WITHDRAW_ON)).contains("Generate new key");
    }

    @Test
    void compressedPublicKey_isSentAsWritten() {
        var secret = NashSecret.of(NashSecret.PRIVATE, NashSecret.COMPRESSED);
        standIn.add(StandInKey.of(KEY, secret, KeyState.GOOD));

        var result = bench.check(nash, new Credentials(KEY, secret, "", ""), standIn);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void sandbox_isAskedInTheSameWay() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(nash, RIGHT, standIn, NashListing.LISTING.defaultMarket(), true, Role.BOTH);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.READY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    200 | {"errors":[{"message":"Unauthorized"}]}        | AMBIGUOUS_REFUSAL
                    200 | {"errors":[{"message":"Invalid token"}]}       | AMBIGUOUS_REFUSAL
                    200 | {"errors":[{"message":"Token has expired"}]}   | EXPIRED
                    200 | {"errors":[{"message":"IP is not whitelisted"}]} | IP_NOT_ALLOWED
                    200 | {"errors":[{"message":"something new"}]}       | UNEXPECTED_ANSWER
                    200 | {"data":{"listAccountBalances":null}}          | UNEXPECTED_ANSWER
                    200 | {"data":null}                                  | UNEXPECTED_ANSWER
                    401 | no                                             | AMBIGUOUS_REFUSAL
                    403 | {}                                             | AMBIGUOUS_REFUSAL
                    400 | no                                             | UNEXPECTED_ANSWER
                    """)
    void unknownToken_howeverSaid_noState(int status, String body, Code code) {
        standIn.say(Occasion.UNKNOWN_TOKEN, status, body);

        var result = bench.check(nash, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(code);
        assertThat(result.scopes()).isEqualTo(NOTHING);
        assertThat(standIn.operations()).containsExactly("getExchangeStatus", "listMarkets", "listAccountBalances");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    200 | {"errors":[{"message":"Signature validation failed"}]} | BAD_SIGNATURE     | NOT_READY
                    200 | {"errors":[{"message":"invalid signature"}]}           | BAD_SIGNATURE     | NOT_READY
                    200 | {"errors":[{"message":"Unauthorized"}]}                | UNEXPECTED_ANSWER | UNKNOWN
                    200 | {"errors":[{"message":"something new"}]}               | UNEXPECTED_ANSWER | UNKNOWN
                    403 | {}                                                     | UNEXPECTED_ANSWER | UNKNOWN
                    500 | no                                                     | MAINTENANCE       | UNKNOWN
                    """)
    void wrongSecret_howeverSaid_neverReady(int status, String body, Code code, Verdict verdict) {
        standIn.say(Occasion.WRONG_SIGNATURE, status, body);
        standIn.add(
                StandInKey.of(KEY, NashSecret.of(NashSecret.OTHER_PRIVATE, NashSecret.OTHER_PUBLIC), KeyState.GOOD));

        var result = bench.check(nash, RIGHT, standIn);

        assertThat(result.codes()).contains(code);
        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        assertThat(result.scopes()).startsWith("READ=ON").doesNotContain("TRADE_SPOT=OFF");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Order not found         | ON
                    order does not exist    | ON
                    Insufficient Funds      | ON
                    Not authorized          | OFF
                    missing permission      | OFF
                    invalid token           | UNKNOWN
                    market is closed        | UNKNOWN
                    something new           | UNKNOWN
                    Signature validation failed | UNKNOWN
                    """)
    void cancel_howeverSaid_onlyClearWordsCount(String message, String state) {
        standIn.offerDeclaration(false);
        standIn.say(Occasion.UNKNOWN_ORDER, 200, "{\"errors\":[{\"message\":\"" + message + "\"}]}");
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(nash, RIGHT, standIn).scopes())
                .isEqualTo("READ=ON TRADE_SPOT=" + state + " WITHDRAW=UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    200 | {"errors":[{"message":"Cannot query field \\"getToken\\""}]}
                    200 | {"errors":[{"message":"something new"}]}
                    200 | {"data":{"getToken":null}}
                    200 | {"data":{"getToken":{"id":"another","type":"API_TRADE","whitelistedAddresses":[]}}}
                    401 | no
                    403 | {}
                    200 | <html></html>
                    """)
    void description_howeverRefused_tradeIsProved(int status, String body) {
        standIn.offerDeclaration(false);
        standIn.say(Occasion.NO_DESCRIPTION, status, body);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(nash, RIGHT, standIn).scopes()).isEqualTo("READ=ON TRADE_SPOT=ON WITHDRAW=UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCESS", "KYC", "TWO_FACTOR_LOGIN"})
    void session_isNoKey(String type) {
        standIn.tokenType(type);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(nash, RIGHT, standIn);

        assertThat(result.message(Code.INVALID_KEY)).contains("session");
        assertThat(standIn.operations()).doesNotContain("cancelOrder");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void movementsNotOffered_cancelProvesTheSecret(boolean right) {
        var known = right ? SECRET : NashSecret.of(NashSecret.OTHER_PRIVATE, NashSecret.OTHER_PUBLIC);
        standIn.answerTo("listMovements", 200, "{\"errors\":[{\"message\":\"Cannot query field\"}]}");
        standIn.add(StandInKey.of(KEY, known, KeyState.GOOD));

        var result = bench.check(nash, RIGHT, standIn);

        assertThat(result.codes()).isEqualTo(right ? List.of() : result.codes());
        assertThat(result.codes().contains(Code.BAD_SIGNATURE)).isEqualTo(!right);
        assertThat(result.judgement().verdict()).isEqualTo(right ? Verdict.READY : Verdict.NOT_READY);
    }

    @Test
    void balancesNotOffered_ordersProveTheToken() {
        standIn.answerTo("listAccountBalances", 200, "{\"errors\":[{\"message\":\"Cannot query field\"}]}");
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(nash, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.READY);
        assertThat(standIn.operations()).contains("listAccountOrders");
    }

    @Test
    void refusalProbesOff_noneIsSentAndTradeStaysUnknown() {
        try (var careful = new Bench(Clock.systemUTC(), Map.of("preflight.probe.refusal-probes", "false"))) {
            standIn.offerDeclaration(false);
            standIn.add(StandInKey.of(KEY, SECRET, KeyState.READ_ONLY));

            var result = careful.check(nash, RIGHT, standIn);

            assertThat(result.scopes()).isEqualTo("READ=ON TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN");
            assertThat(standIn.operations()).doesNotContain("cancelOrder");
        }
    }

    @Test
    void refusalProbesOff_secretUntested_saysSo() {
        try (var careful = new Bench(Clock.systemUTC(), Map.of("preflight.probe.refusal-probes", "false"))) {
            standIn.answerTo("listMovements", 403, "{}");
            standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

            var result = careful.check(nash, RIGHT, standIn);

            assertThat(result.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(result.message(Code.UNEXPECTED_ANSWER)).contains("secret");
            assertThat(standIn.operations()).doesNotContain("cancelOrder");
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void time_eitherUnit_skewIsMeasured(boolean seconds) {
        standIn.tellSeconds(seconds);
        standIn.clockAhead(Duration.ofMinutes(5));
        standIn.window(Duration.ofMinutes(1));
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(nash, RIGHT, standIn);

        assertThat(result.scopes()).isEqualTo("READ=ON TRADE_SPOT=ON WITHDRAW=OFF");
        assertThat(result.finding(Code.CLOCK_SKEW).severity()).isEqualTo(Severity.BLOCKER);
        assertThat(result.finding(Code.CLOCK_SKEW).values()).containsEntry("direction", "behind");
    }

    @Test
    void statusAndMarketsWantAToken_goodKey_isAskedAllTheSame() {
        standIn.openToAll(false);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(nash, RIGHT, standIn).judgement().verdict()).isEqualTo(Verdict.READY);
    }

    @ParameterizedTest
    @CsvSource({"401, no", "200, '{\"errors\":[{\"message\":\"Unauthorized\"}]}'"})
    void nothingButRefusals_proveNothingAgainstTheKey(int status, String body) {
        standIn.openToAll(false);
        standIn.say(Occasion.UNKNOWN_TOKEN, status, body);

        var result = bench.check(nash, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(Code.UNEXPECTED_ANSWER);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    getExchangeStatus | 200 | {"data":{"getExchangeStatus":{"status":"PAUSED","serverTimestamp":1700000000}}} | MAINTENANCE
                    getExchangeStatus | 200 | <html></html>                                                | EXCHANGE_CLOSED
                    listMarkets       | 200 | <html></html>                                                | EXCHANGE_CLOSED
                    listMarkets       | 200 | {"data":{"listMarkets":[]}}                                  | EXCHANGE_CLOSED
                    listMarkets       | 200 | {"data":{"listMarkets":[{"name":"a","status":"STOPPED"}]}}   | EXCHANGE_CLOSED
                    listMarkets       | 200 | {"data":{"listMarkets":[{"name":"a","status":"PAUSED"}]}}    | MAINTENANCE
                    listMarkets       | 429 | no                                                           | RATE_LIMITED
                    """)
    void notAlive_keyIsNeverSent(String operation, int status, String body, Code code) {
        standIn.answerTo(operation, status, body);

        var result = bench.check(nash, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(code);
        assertThat(standIn.operations()).isSubsetOf(ALIVE);
        assertThat(standIn.log())
                .allSatisfy(sent -> assertThat(sent.header("Authorization")).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"getExchangeStatus", "listMarkets"})
    void oneQuestionNotOffered_theOtherIsEnough(String operation) {
        standIn.answerTo(operation, 200, "{\"errors\":[{\"message\":\"Cannot query field\"}]}");
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(nash, RIGHT, standIn).judgement().verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void noConnection_exchangeClosed() {
        standIn.close();

        var result = bench.check(nash, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(Code.EXCHANGE_CLOSED);
        assertThat(result.message(Code.EXCHANGE_CLOSED)).contains("says nothing of the key");
    }

    @ParameterizedTest
    @CsvSource({
        "GARBAGE,        EXCHANGE_CLOSED,   NOT_READY",
        "RATE_LIMITED,   RATE_LIMITED,      UNKNOWN",
        "BANNED,         RATE_LIMITED,      UNKNOWN",
        "REGION,         UNEXPECTED_ANSWER, UNKNOWN",
        "FRONT_END_403,  UNEXPECTED_ANSWER, UNKNOWN",
        "MAINTENANCE,    MAINTENANCE,       UNKNOWN",
        "EMPTY,          UNEXPECTED_ANSWER, UNKNOWN",
        "TRUNCATED_JSON, UNEXPECTED_ANSWER, UNKNOWN",
        "HUGE,           UNEXPECTED_ANSWER, UNKNOWN",
        "ENDLESS,        UNEXPECTED_ANSWER, UNKNOWN",
        "GZIP_BOMB,      UNEXPECTED_ANSWER, UNKNOWN",
        "REDIRECT,       UNEXPECTED_ANSWER, UNKNOWN",
        "ECHO,           UNEXPECTED_ANSWER, UNKNOWN",
        "RESET,          UNREACHABLE,       UNKNOWN"
    })
    void fault_itsCode_keyIsNeverSent(Fault fault, Code code, Verdict verdict) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.fault(fault);

        var result = bench.check(nash, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(code);
        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        assertThat(standIn.operations()).isSubsetOf(ALIVE);
    }

    @ParameterizedTest
    @CsvSource({"SILENT", "TRICKLE"})
    void silent_unreachableWithinTheTime(Fault fault) {
        try (var hurried = new Bench(Clock.systemUTC(), Map.of("preflight.probe.timeout", "300ms"))) {
            standIn.fault(fault);

            assertThat(hurried.check(nash, RIGHT, standIn).codes()).containsExactly(Code.UNREACHABLE);
        }
    }

    @Test
    void echoInGoodAnswers_noCredentialIsKept() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.fault(Fault.ECHO_IN_GOOD_ANSWER);

        assertNothingKept(bench.check(nash, RIGHT, standIn).toString());
    }

    @Test
    void echoOfASignedRequest_noCredentialOrSignatureIsKept() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.answerTo("listMovements", 200, "{\"errors\":[{\"message\":\"no " + NashSecret.PUBLIC + "\"}]}");
        standIn.answerTo("cancelOrder", 200, "{\"errors\":[{\"message\":\"no " + NashSecret.PRIVATE + "\"}]}");

        var result = bench.check(nash, RIGHT, standIn);

        assertThat(result.finding(Code.UNEXPECTED_ANSWER).evidence()).isEqualTo("no […]");
        assertNothingKept(result.toString());
    }

    private void assertNothingKept(String text) {
        assertThat(text).doesNotContain(KEY, SECRET, NashSecret.PRIVATE, NashSecret.PUBLIC, NashSecret.SHARE);
        standIn.log().stream()
                .map(sent -> sent.bodyText())
                .filter(body -> body.contains("signedDigest"))
                .forEach(body -> assertThat(text)
                        .doesNotContain(body.split("signedDigest\":\"")[1].split("\"")[0]));
    }
}
