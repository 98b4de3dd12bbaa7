package gunbot.preflight.exchange.bittrex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.bittrex.BittrexStandIn;
import gunbot.preflight.testing.Bench;
import gunbot.preflight.testing.TestClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Bittrex against its stand-in, as it is asked where an origin is set. */
class BittrexStatesTest {
    private static final String KEY = "bittrexkey0000000000000000001234";
    private static final String SECRET = "invented-secret-of-a-bittrex-key";
    private static final Credentials RIGHT = new Credentials(KEY, SECRET, "", "");
    private static final String UNKNOWN = "READ=UNKNOWN TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN";
    private static final List<String> READ_ALONE = List.of("GET /v3/ping", "GET /v3/balances");
    private static final List<String> ALL =
            List.of("GET /v3/ping", "GET /v3/balances", "GET /v3/account", "DELETE /v3/orders/<uuid>");

    private final TestClock clock = new TestClock();
    private final Bittrex bittrex = new Bittrex();
    private BittrexStandIn standIn;
    private Bench bench;

    @BeforeEach
    void start() {
        standIn = new BittrexStandIn(clock).start();
        bench = new Bench(clock, Map.of());
    }

    @AfterEach
    void stop() {
        bench.close();
        standIn.close();
        assertThat(standIn.unexpected()).isEmpty();
        assertThat(sent()).noneMatch(call -> call.contains("withdraw"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GOOD           | ATTENTION | READ=ON TRADE_SPOT=ON           | SCOPE_UNKNOWN
                    WITHDRAW_ON    | ATTENTION | READ=ON TRADE_SPOT=ON           | SCOPE_UNKNOWN
                    READ_ONLY      | NOT_READY | READ=ON TRADE_SPOT=OFF          | TRADE_OFF
                    NO_READ        | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN | PERMISSION_DENIED
                    WRONG_ADDRESS  | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN | IP_NOT_ALLOWED
                    DISABLED       | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN | INVALID_KEY
                    ACCOUNT_LOCKED | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN | ACCOUNT_LOCKED
                    """)
    void state_verdictAndScopes(KeyState state, Verdict verdict, String scopes, Code first) {
        var result = check(state);

        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        assertThat(result.scopes()).isEqualTo(scopes + " WITHDRAW=UNKNOWN");
        assertThat(result.codes().get(0)).isEqualTo(first);
        assertThat(sent()).isEqualTo(scopes.startsWith("READ=ON") ? ALL : READ_ALONE);
        assertThat(standIn.mostInFlight()).isEqualTo(1);
    }

    @Test
    void good_withdrawalsAreSaidToBeUnknown() {
        assertThat(check(KeyState.GOOD).remedy(Code.SCOPE_UNKNOWN)).contains("\"WITHDRAW\"");
    }

    @Test
    void cancels_nameAnotherOrderEachTime() {
        check(KeyState.GOOD);
        check(KeyState.GOOD);

        var cancels = standIn.log().stream()
                .map(request -> request.call())
                .filter(call -> call.startsWith("DELETE"))
                .toList();
        assertThat(cancels).hasSize(2);
        assertThat(new HashSet<>(cancels)).hasSize(2);
    }

    @Test
    void unknownKey_invalidKey() {
        assertThat(bench.check(bittrex, RIGHT, standIn).codes()).containsExactly(Code.INVALID_KEY);
    }

    @Test
    void wrongSecret_mayAsWellBeTheClock() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(bittrex, new Credentials(KEY, "wrong", "", ""), standIn);

        assertThat(result.codes()).containsExactly(Code.BAD_SIGNATURE);
        assertThat(result.message(Code.BAD_SIGNATURE)).contains("secret", "clock");
    }

    @ParameterizedTest
    @CsvSource({"300, behind", "-300, ahead"})
    void clockFarOff_askedOnceMoreAndBlocked(int seconds, String direction) {
        standIn.clockAhead(Duration.ofSeconds(seconds));

        var result = check(KeyState.GOOD);

        assertThat(result.scopes()).startsWith("READ=ON TRADE_SPOT=ON");
        assertThat(result.finding(Code.CLOCK_SKEW).severity()).isEqualTo(Severity.BLOCKER);
        assertThat(result.finding(Code.CLOCK_SKEW).values()).containsEntry("direction", direction);
    }

    /** The word for a wrong time is not known for certain; in the other one's place nothing is stated of the rights. */
    @ParameterizedTest
    @CsvSource({"INVALID_SIGNATURE, BAD_SIGNATURE", "SOMETHING_NEW, UNEXPECTED_ANSWER"})
    void clockFarOff_inOtherWords_everythingUnknown(String word, Code code) {
        standIn.refuseTimes(word);
        standIn.clockAhead(Duration.ofMinutes(5));

        var result = check(KeyState.GOOD);

        assertThat(result.codes()).containsExactly(code);
        assertThat(result.scopes()).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    403 | {"code":"INVALID_PERMISSION"}       | OFF
                    403 | {"code":"NOT_ALLOWED"}              | OFF
                    403 | ``                                  | OFF
                    403 | {}                                  | UNKNOWN
                    403 | <html></html>                       | UNKNOWN
                    403 | {"code":"SOMETHING_NEW"}            | UNKNOWN
                    403 | {"code":"SOURCE_OF_FUNDS_REQUIRED"} | UNKNOWN
                    409 | {"code":"INVALID_RESTRICTED_ACCOUNT"} | UNKNOWN
                    401 | {"code":"APIKEY_INVALID"}           | UNKNOWN
                    400 | {"code":"BAD_REQUEST"}              | UNKNOWN
                    """)
    void noRightToTrade_howeverRefused_neverOn(int status, String body, String state) {
        standIn.refuseRights(status, body);

        assertThat(check(KeyState.READ_ONLY).scopes()).isEqualTo("READ=ON TRADE_SPOT=" + state + " WITHDRAW=UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    404 | {"code":"NOT_FOUND"}            | ON
                    404 | {"code":"ORDER_DOES_NOT_EXIST"} | ON
                    404 | ``                              | UNKNOWN
                    404 | <html></html>                   | UNKNOWN
                    409 | {"code":"ORDER_NOT_OPEN"}       | UNKNOWN
                    400 | {"code":"BAD_REQUEST"}          | UNKNOWN
                    429 | {"code":"THROTTLED"}            | UNKNOWN
                    501 | ``                              | UNKNOWN
                    503 | {"code":"MARKET_OFFLINE"}       | UNKNOWN
                    200 | {"id":"1","status":"CLOSED"}    | UNKNOWN
                    """)
    void cancelRefused_onOnlyForItsOrder(int status, String body, String state) {
        standIn.refuseOrders(status, body);

        assertThat(check(KeyState.GOOD).scopes()).isEqualTo("READ=ON TRADE_SPOT=" + state + " WITHDRAW=UNKNOWN");
    }

    @Test
    void formToFillIn_blocksTheAccount() {
        standIn.needAction("SOURCE_OF_FUNDS");

        var result = check(KeyState.GOOD);

        assertThat(result.codes()).contains(Code.ACCOUNT_SETUP);
        assertThat(result.scopes()).startsWith("READ=ON TRADE_SPOT=ON");
    }

    @Test
    void accountNotTold_rightsAreProvedAllTheSame() {
        standIn.answer("GET /v3/account", 404, "", Map.of());

        assertThat(check(KeyState.GOOD).scopes()).startsWith("READ=ON TRADE_SPOT=ON");
    }

    @Test
    void refusalProbesOff_noneIsSentAndTradingStaysUnknown() {
        try (var careful = new Bench(clock, Map.of("preflight.probe.refusal-probes", "false"))) {
            for (var state : new KeyState[] {KeyState.GOOD, KeyState.READ_ONLY}) {
                standIn.add(StandInKey.of(KEY, SECRET, state));

                assertThat(careful.check(bittrex, RIGHT, standIn).scopes())
                        .isEqualTo("READ=ON TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN");
            }
        }
        assertThat(sent()).noneMatch(call -> call.startsWith("DELETE"));
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED,   RATE_LIMITED",
        "BANNED,         RATE_LIMITED",
        "REGION,         UNEXPECTED_ANSWER",
        "FRONT_END_403,  UNEXPECTED_ANSWER",
        "MAINTENANCE,    MAINTENANCE",
        "GARBAGE,        UNEXPECTED_ANSWER",
        "EMPTY,          UNEXPECTED_ANSWER",
        "TRUNCATED_JSON, UNEXPECTED_ANSWER",
        "HUGE,           UNEXPECTED_ANSWER",
        "ENDLESS,        UNEXPECTED_ANSWER",
        "GZIP_BOMB,      UNEXPECTED_ANSWER",
        "REDIRECT,       UNEXPECTED_ANSWER",
        "RESET,          UNREACHABLE"
    })
    void fault_unknownWithItsCode(Fault fault, Code code) {
        standIn.fault("/v3/balances", fault);

        var result = check(KeyState.GOOD);

        assertThat(result.codes()).containsExactly(code);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.scopes()).isEqualTo(UNKNOWN);
        assertThat(sent()).isEqualTo(READ_ALONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "SILENT", "TRICKLE", "ECHO", "ECHO_IN_GOOD_ANSWER"},
            mode = EnumSource.Mode.EXCLUDE)
    void faultOfTheCancel_readingStaysAndTradingIsUnknown(Fault fault) {
        standIn.fault("/v3/orders", fault);

        assertThat(check(KeyState.GOOD).scopes()).isEqualTo("READ=ON TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN");
        assertThat(sent()).isEqualTo(ALL);
    }

    @ParameterizedTest
    @CsvSource({"SILENT", "TRICKLE"})
    void silent_unreachableWithinTheTime(Fault fault) {
        try (var hurried = new Bench(clock, Map.of("preflight.probe.timeout", "300ms"))) {
            standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
            standIn.fault("/v3/balances", fault);

            assertThat(hurried.check(bittrex, RIGHT, standIn).codes()).containsExactly(Code.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"ECHO", "ECHO_IN_GOOD_ANSWER"})
    void echo_noCredentialIsKept(Fault fault) {
        standIn.fault("/v3/balances", fault);

        var result = check(KeyState.GOOD);

        var signature = standIn.log().get(1).header("Api-Signature").orElseThrow();
        assertThat(result.toString()).doesNotContain(KEY, SECRET, signature);
    }

    private Bench.Result check(KeyState state) {
        standIn.add(StandInKey.of(KEY, SECRET, state));
        return bench.check(bittrex, RIGHT, standIn);
    }

    /** What was sent, in its order, the ids left out. */
    private List<String> sent() {
        return standIn.log().stream()
                .map(request -> request.call().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<uuid>"))
                .toList();
    }
}
