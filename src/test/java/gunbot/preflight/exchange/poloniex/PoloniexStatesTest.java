package gunbot.preflight.exchange.poloniex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.poloniex.PoloniexRefusal;
import gunbot.preflight.standin.poloniex.PoloniexStandIn;
import gunbot.preflight.testing.Bench;
import gunbot.preflight.testing.TestClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Poloniex against its stand-in, in every state that a key can be in. Both clocks stand still: the window is a second. */
class PoloniexStatesTest {
    private static final String KEY = "POLOTEST-GUNBOT01-PREFLIGH-00001234";
    private static final String SECRET = "invented-secret-of-a-poloniex-key";
    private static final Credentials RIGHT = new Credentials(KEY, SECRET, "", "");
    private static final Map<String, Integer> READ_ALONE = Map.of("GET /timestamp", 1, "GET /accounts", 1);
    private static final Map<String, Integer> SPOT =
            Map.of("GET /timestamp", 1, "GET /accounts", 1, "DELETE /orders/1", 1);
    private static final Map<String, Integer> FUTURES =
            Map.of("GET /timestamp", 1, "GET /v3/account/balance", 1, "DELETE /v3/trade/order", 1);
    private static final String UNKNOWN = "READ=UNKNOWN TRADE_SPOT=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN";

    private final TestClock clock = new TestClock();
    private final Poloniex poloniex = new Poloniex();
    private PoloniexStandIn standIn;
    private Bench bench;

    @BeforeEach
    void start() {
        standIn = new PoloniexStandIn(clock).start();
        bench = new Bench(clock, Map.of());
    }

    @AfterEach
    void stop() {
        bench.close();
        standIn.close();
        assertThat(standIn.unexpected()).isEmpty();
        assertThat(standIn.mostInFlight()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GOOD          | ATTENTION | READ=ON TRADE_SPOT=ON      | SCOPE_UNKNOWN
                    WITHDRAW_ON   | ATTENTION | READ=ON TRADE_SPOT=ON      | SCOPE_UNKNOWN
                    EXTRA_RIGHTS  | ATTENTION | READ=ON TRADE_SPOT=ON      | SCOPE_UNKNOWN
                    UNRESTRICTED  | ATTENTION | READ=ON TRADE_SPOT=ON      | SCOPE_UNKNOWN
                    READ_ONLY     | NOT_READY | READ=ON TRADE_SPOT=OFF     | TRADE_OFF
                    NO_READ       | NOT_READY | READ=OFF TRADE_SPOT=ON     | READ_OFF
                    WRONG_ADDRESS | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN | AMBIGUOUS_REFUSAL
                    DISABLED      | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN | AMBIGUOUS_REFUSAL
                    """)
    void spot_state_verdictAndScopes(KeyState state, Verdict verdict, String scopes, Code first) {
        var result = check(state);

        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        assertThat(result.scopes()).isEqualTo(scopes + " TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN");
        assertThat(result.codes().get(0)).isEqualTo(first);
        assertThat(result.codes()).isSubsetOf(first, Code.SCOPE_UNKNOWN);
        assertThat(standIn.requests()).isEqualTo(SPOT);
        assertThat(result.told().requests()).isEqualTo(3);
    }

    @Test
    void spot_good_statesRestOnAnswersAndTheRestIsSaidToBeUnknown() {
        var result = check(KeyState.GOOD);

        assertThat(result.told().facts().grant(Scope.TRADE_SPOT).evidence()).isEqualTo(Evidence.INFERRED);
        assertThat(result.finding(Code.SCOPE_UNKNOWN).severity()).isEqualTo(Severity.WARNING);
        assertThat(result.finding(Code.SCOPE_UNKNOWN).values()).containsEntry("scope", "WITHDRAW");
        assertThat(result.remedy(Code.SCOPE_UNKNOWN))
                .contains("\"Enable Withdrawals\"", "https://poloniex.com/apiKeys");
    }

    @Test
    void spot_mayNotTrade_remedyNamesTheBox() {
        assertThat(check(KeyState.READ_ONLY).remedy(Code.TRADE_OFF)).contains("\"Enable Trading\"");
    }

    @Test
    void spot_refusedWithoutAWord_namesTheCausesAndWhatToLookFor() {
        var result = check(KeyState.WRONG_ADDRESS);

        assertThat(result.message(Code.AMBIGUOUS_REFUSAL)).contains("address", "secret", "right");
        assertThat(result.remedy(Code.AMBIGUOUS_REFUSAL)).contains("IP access restriction", "\"Enable Reading\"");
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void spot_lockedAccount_saidEitherWay(boolean refusal) {
        standIn.lockIsARefusal(refusal);

        var result = check(KeyState.ACCOUNT_LOCKED);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(result.codes()).contains(Code.ACCOUNT_LOCKED).doesNotContain(Code.TRADE_OFF);
        assertThat(result.scopes()).startsWith(refusal ? UNKNOWN : "READ=ON TRADE_SPOT=UNKNOWN");
        assertThat(standIn.requests()).isEqualTo(READ_ALONE);
    }

    /** Nobody has published how a missing right is refused: what is not clear stays unknown. */
    @ParameterizedTest
    @CsvSource({
        "BARE_401,          OFF,     TRADE_OFF",
        "BARE_403,          OFF,     TRADE_OFF",
        "ACCESS_DENY,       OFF,     TRADE_OFF",
        "PERMISSION_WORDS,  OFF,     TRADE_OFF",
        "INVALID_KEY_WORDS, UNKNOWN, UNEXPECTED_ANSWER",
        "PAGE,              UNKNOWN, UNEXPECTED_ANSWER",
        "NEW_CODE,          UNKNOWN, UNEXPECTED_ANSWER",
        "EMPTY_DOCUMENT,    UNKNOWN, UNEXPECTED_ANSWER"
    })
    void noRightToTrade_howeverRefused_neverOn(PoloniexRefusal how, String state, Code code) {
        standIn.refuseRights(how);

        var spot = check(KeyState.READ_ONLY);
        var futures = check(KeyState.GOOD, Market.FUTURES);

        assertThat(spot.scopes()).startsWith("READ=ON TRADE_SPOT=" + state);
        assertThat(spot.codes().get(0)).isEqualTo(code);
        assertThat(futures.scopes()).startsWith("READ=ON TRADE_SPOT=UNKNOWN TRADE_FUTURES=" + state);
        assertThat(futures.codes().get(0)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "BARE_401,          OFF,     ON,      READ_OFF",
        "BARE_403,          OFF,     ON,      READ_OFF",
        "ACCESS_DENY,       OFF,     ON,      READ_OFF",
        "PERMISSION_WORDS,  OFF,     ON,      READ_OFF",
        "INVALID_KEY_WORDS, UNKNOWN, UNKNOWN, INVALID_KEY",
        "PAGE,              UNKNOWN, UNKNOWN, UNEXPECTED_ANSWER",
        "NEW_CODE,          UNKNOWN, UNKNOWN, UNEXPECTED_ANSWER",
        "EMPTY_DOCUMENT,    UNKNOWN, UNKNOWN, UNEXPECTED_ANSWER"
    })
    void noRightToRead_howeverRefused_neverOn(PoloniexRefusal how, String read, String trade, Code code) {
        standIn.refuseRights(how);

        var spot = check(KeyState.NO_READ);
        var futures = check(KeyState.NO_READ, Market.FUTURES);

        assertThat(spot.scopes()).startsWith("READ=" + read + " TRADE_SPOT=" + trade);
        assertThat(spot.codes().get(0)).isEqualTo(code);
        assertThat(futures.scopes()).startsWith("READ=" + read + " TRADE_SPOT=UNKNOWN TRADE_FUTURES=" + trade);
    }

    @ParameterizedTest
    @EnumSource(PoloniexRefusal.class)
    void wrongKeySecretOrAddress_howeverRefused_everythingUnknown(PoloniexRefusal how) {
        standIn.refuseKeys(how);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.WRONG_ADDRESS));

        for (var credentials : new Credentials[] {
            RIGHT, new Credentials(KEY, "wrong", "", ""), new Credentials("unknown-key-00001", SECRET, "", "")
        }) {
            var result = bench.check(poloniex, credentials, standIn);

            assertThat(result.scopes()).isEqualTo(UNKNOWN);
            assertThat(result.judgement().verdict().ready()).isFalse();
        }
    }

    /** Status and code of the refused cancel, which no document pairs. */
    @ParameterizedTest
    @CsvSource({
        "200, 21301, ON",
        "400, 21301, ON",
        "404, 21301, ON",
        "422, 21301, ON",
        "400, 21302, ON",
        "400, 21304, ON",
        "400, 21305, ON",
        "400, 21307, ON",
        "400, 21359, ON",
        "400, 21346, UNKNOWN",
        "400, 21340, UNKNOWN",
        "400, 21351, UNKNOWN",
        "400, 21353, UNKNOWN",
        "400, 21354, UNKNOWN",
        "400, 25010, UNKNOWN",
        "400, 601, UNKNOWN",
        "400, 11008, UNKNOWN",
        "400, 500, UNKNOWN",
        "400, 29999, UNKNOWN",
        "200, 200, UNKNOWN"
    })
    void spot_cancelRefused_onOnlyForItsOrder(int status, int code, String state) {
        standIn.refuseOrders(status, code);

        assertThat(check(KeyState.GOOD).scopes()).startsWith("READ=ON TRADE_SPOT=" + state);
    }

    @ParameterizedTest
    @CsvSource({"21340, MAINTENANCE, UNKNOWN", "21351, ACCOUNT_LOCKED, NOT_READY", "21354, ACCOUNT_SETUP, NOT_READY"})
    void spot_cancelRefusedForTheAccount_saysSo(int code, Code finding, Verdict verdict) {
        standIn.refuseOrders(400, code);

        var result = check(KeyState.GOOD);

        assertThat(result.codes()).contains(finding);
        assertThat(result.judgement().verdict()).isEqualTo(verdict);
    }

    @Test
    void spot_cancelAccepted_statesNothing() {
        standIn.answer(
                "DELETE /orders/1", 200, "{\"orderId\":\"1\",\"state\":\"PENDING_CANCEL\",\"code\":200}", Map.of());

        assertThat(check(KeyState.GOOD).scopes()).startsWith("READ=ON TRADE_SPOT=UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EXTRA_RIGHTS   | ATTENTION | READ=ON TRADE_SPOT=UNKNOWN TRADE_FUTURES=ON           | SCOPE_UNKNOWN
                    GOOD           | NOT_READY | READ=ON TRADE_SPOT=UNKNOWN TRADE_FUTURES=OFF          | TRADE_OFF
                    NO_READ        | NOT_READY | READ=OFF TRADE_SPOT=UNKNOWN TRADE_FUTURES=ON          | READ_OFF
                    DISABLED       | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN TRADE_FUTURES=UNKNOWN | AMBIGUOUS_REFUSAL
                    """)
    void futures_state_verdictAndScopes(KeyState state, Verdict verdict, String scopes, Code first) {
        for (var market : new Market[] {Market.FUTURES, Market.SWAP}) {
            standIn.forgetTraffic();

            var result = check(state, market);

            assertThat(result.judgement().verdict()).isEqualTo(verdict);
            assertThat(result.scopes()).isEqualTo(scopes + " WITHDRAW=UNKNOWN");
            assertThat(result.codes().get(0)).isEqualTo(first);
            assertThat(standIn.requests()).isEqualTo(FUTURES);
        }
    }

    @Test
    void futures_lockedAccount_saysSo() {
        assertThat(check(KeyState.ACCOUNT_LOCKED, Market.FUTURES).codes()).containsExactly(Code.ACCOUNT_LOCKED);
    }

    @ParameterizedTest
    @CsvSource({"GET /accounts/balances", "GET /orders"})
    void spot_listOfAccountsNotOffered_theNextReadProvesReading(String last) {
        standIn.answer("GET /accounts", 404, "", Map.of());
        if (last.endsWith("orders")) {
            standIn.answer("GET /accounts/balances", 404, "", Map.of());
        }

        assertThat(check(KeyState.GOOD).scopes()).startsWith("READ=ON TRADE_SPOT=ON");
        assertThat(standIn.requests()).containsEntry(last, 1).containsEntry("DELETE /orders/1", 1);
    }

    @Test
    void spot_noReadOffered_saysSoAndStatesNothing() {
        standIn.answer("GET /accounts", 404, "", Map.of());
        standIn.answer("GET /accounts/balances", 404, "", Map.of());
        standIn.answer("GET /orders", 404, "", Map.of());

        var result = check(KeyState.GOOD);

        assertThat(result.codes()).containsExactly(Code.API_RETIRED);
        assertThat(result.scopes()).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"SPOT", "FUTURES"})
    void refusalProbesOff_noneIsSentAndTradingStaysUnknown(Market market) {
        try (var careful = new Bench(clock, Map.of("preflight.probe.refusal-probes", "false"))) {
            for (var state : new KeyState[] {KeyState.GOOD, KeyState.READ_ONLY, KeyState.EXTRA_RIGHTS}) {
                standIn.add(StandInKey.of(KEY, SECRET, state));

                var result = careful.check(poloniex, RIGHT, standIn, market, false, Role.BOTH);

                assertThat(result.scopes())
                        .isEqualTo("READ=ON TRADE_SPOT=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN");
            }
            standIn.add(StandInKey.of(KEY, SECRET, KeyState.NO_READ));
            assertThat(careful.check(poloniex, RIGHT, standIn, market, false, Role.BOTH)
                            .scopes())
                    .isEqualTo(UNKNOWN);
            assertThat(standIn.requests()).doesNotContainKeys("DELETE /orders/1", "DELETE /v3/trade/order");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    400 | ``                                                    | 300  | behind
                    400 | ``                                                    | -300 | ahead
                    400 | {"code":400,"message":"signTimestamp out of range"}   | 300  | behind
                    408 | ``                                                    | 300  | behind
                    408 | {"code":408,"message":"recvWindow"}                   | -300 | ahead
                    """)
    void clockFarOff_askedOnceMoreAndBlocked(int status, String body, int seconds, String direction) {
        standIn.refuseTimes(status, body);
        standIn.clockAhead(Duration.ofSeconds(seconds));

        var result = check(KeyState.GOOD);

        assertThat(result.scopes()).startsWith("READ=ON TRADE_SPOT=ON");
        assertThat(result.finding(Code.CLOCK_SKEW).severity()).isEqualTo(Severity.BLOCKER);
        assertThat(result.finding(Code.CLOCK_SKEW).values()).containsEntry("direction", direction);
        assertThat(standIn.requests()).containsEntry("GET /accounts", 2).containsEntry("DELETE /orders/1", 1);
    }

    @Test
    void clockSomewhatOff_warned() {
        standIn.clockAhead(Duration.ofMillis(700));

        var result = check(KeyState.GOOD);

        assertThat(result.finding(Code.CLOCK_SKEW).severity()).isEqualTo(Severity.WARNING);
        assertThat(standIn.requests()).isEqualTo(SPOT);
    }

    @Test
    void unreadableTime_isAskedAllTheSame() {
        standIn.answer("GET /timestamp", 200, "{\"serverTime\":null}", Map.of());

        var result = check(KeyState.GOOD);

        assertThat(result.scopes()).startsWith("READ=ON TRADE_SPOT=ON");
        assertThat(result.told().clock()).isNull();
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
        standIn.fault("/accounts", fault);

        var read = check(KeyState.GOOD);

        assertThat(read.codes()).containsExactly(code);
        assertThat(read.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(read.scopes()).isEqualTo(UNKNOWN);
        assertThat(standIn.requests()).isEqualTo(READ_ALONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "SILENT", "TRICKLE", "ECHO", "ECHO_IN_GOOD_ANSWER"},
            mode = EnumSource.Mode.EXCLUDE)
    void faultOfTheCancel_readingStaysAndTradingIsUnknown(Fault fault) {
        standIn.fault("/orders", fault);

        var result = check(KeyState.GOOD);

        assertThat(result.scopes()).startsWith("READ=ON TRADE_SPOT=UNKNOWN");
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(standIn.requests()).isEqualTo(SPOT);
    }

    @ParameterizedTest
    @CsvSource({"SILENT", "TRICKLE"})
    void silent_unreachableWithinTheTime(Fault fault) {
        try (var hurried = new Bench(clock, Map.of("preflight.probe.timeout", "300ms"))) {
            standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
            standIn.fault("/accounts", fault);

            assertThat(hurried.check(poloniex, RIGHT, standIn).codes()).containsExactly(Code.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"ECHO, SPOT", "ECHO_IN_GOOD_ANSWER, SPOT", "ECHO, FUTURES", "ECHO_IN_GOOD_ANSWER, FUTURES"})
    void echo_noCredentialIsKept(Fault fault, Market market) {
        standIn.fault("/accounts", fault);
        standIn.fault("/v3", fault);

        var result = check(KeyState.GOOD, market);

        var signature = standIn.log().get(1).header("signature").orElseThrow();
        assertThat(result.toString()).doesNotContain(KEY, SECRET, signature);
    }

    private Bench.Result check(KeyState state) {
        return check(state, Market.SPOT);
    }

    private Bench.Result check(KeyState state, Market market) {
        standIn.add(StandInKey.of(KEY, SECRET, state));
        return bench.check(poloniex, RIGHT, standIn, market, false, Role.BOTH);
    }
}
