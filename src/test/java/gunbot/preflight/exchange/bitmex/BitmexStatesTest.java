package gunbot.preflight.exchange.bitmex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.bitmex.BitmexStandIn;
import gunbot.preflight.testing.Bench;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BitMEX against its stand-in, in every state that a key can be in. */
class BitmexStatesTest {
    private static final String KEY = "GunbotTestKeyBitmex-1234";
    private static final String SECRET = "invented-secret-of-a-bitmex-key_48_characters-00";
    private static final Credentials RIGHT = new Credentials(KEY, SECRET, "", "");
    private static final Map<String, Integer> DECLARED = Map.of("GET /api/v1", 1, "GET /api/v1/apiKey", 1);
    private static final Map<String, Integer> PROVED =
            Map.of("GET /api/v1", 1, "GET /api/v1/apiKey", 1, "GET /api/v1/user/margin", 1, "DELETE /api/v1/order", 1);

    private final Bitmex bitmex = new Bitmex();
    private BitmexStandIn standIn;
    private Bench bench;

    @BeforeEach
    void start() {
        standIn = new BitmexStandIn(Clock.systemUTC()).start();
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
                    GOOD           | READY     | READ=ON TRADE_SPOT=ON TRADE_FUTURES=ON WITHDRAW=OFF          |
                    READ_ONLY      | NOT_READY | READ=ON TRADE_SPOT=OFF TRADE_FUTURES=OFF WITHDRAW=OFF        | TRADE_OFF
                    NO_MODIFY      | NOT_READY | READ=ON TRADE_SPOT=OFF TRADE_FUTURES=OFF WITHDRAW=OFF        | TRADE_OFF
                    WITHDRAW_ON    | NOT_READY | READ=ON TRADE_SPOT=ON TRADE_FUTURES=ON WITHDRAW=ON           | WITHDRAW_ON
                    UNRESTRICTED   | ATTENTION | READ=ON TRADE_SPOT=ON TRADE_FUTURES=ON WITHDRAW=OFF          | IP_UNRESTRICTED
                    NEW_RIGHT      | ATTENTION | READ=ON TRADE_SPOT=ON TRADE_FUTURES=ON WITHDRAW=OFF OTHER=ON | EXCESS_SCOPE
                    WRONG_ADDRESS  | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN | IP_NOT_ALLOWED
                    DISABLED       | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN | INVALID_KEY
                    ACCOUNT_LOCKED | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN | ACCOUNT_LOCKED
                    """)
    void declared_state_verdictAndScopes(KeyState state, Verdict verdict, String scopes, Code only) {
        standIn.add(StandInKey.of(KEY, SECRET, state));

        var result = bench.check(bitmex, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        assertThat(result.scopes()).isEqualTo(scopes);
        assertThat(result.codes()).isEqualTo(only == null ? List.of() : List.of(only));
        assertThat(standIn.requests()).isEqualTo(DECLARED);
        assertThat(result.told().requests()).isEqualTo(2);
    }

    @Test
    void declared_orderCancelAlone_remedyNamesTheEntryToChoose() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.NO_MODIFY));
        var result = bench.check(bitmex, RIGHT, standIn);

        assertThat(result.message(Code.TRADE_OFF)).contains("\"Order Cancel\"", "only cancels");
        assertThat(result.remedy(Code.TRADE_OFF))
                .contains("choose \"Order\"", "not \"Order Cancel\"", "https://www.bitmex.com/app/apiKeys");
    }

    @Test
    void declared_newRight_isNamed() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.NEW_RIGHT));

        assertThat(bench.check(bitmex, RIGHT, standIn)
                        .finding(Code.EXCESS_SCOPE)
                        .values())
                .containsEntry("boxes", "\"stake\"");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void declared_withOrWithoutOtherKeys_sameFactsAndNothingOfTheOthers(boolean others) {
        standIn.list(true, others);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(bitmex, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.READY);
        assertThat(result.told().facts().ip().addresses()).containsExactly("203.0.113.7/32");
        assertThat(result.toString()).doesNotContain("OtherKeyOfTheUser", "secret-of-another-key");
    }

    @Test
    void declared_switchedOff_blocked() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.answer(
                "GET /api/v1/apiKey",
                200,
                "[{\"id\":\"" + KEY + "\",\"permissions\":[\"order\"],\"enabled\":false}]",
                Map.of());

        var finding = bench.check(bitmex, RIGHT, standIn).finding(Code.INVALID_KEY);

        assertThat(finding.variant()).isEqualTo("disabled");
    }

    @Test
    void declared_masterKey_mayTradeIsSurplus() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(bitmex, RIGHT, standIn, Market.FUTURES, false, Role.MASTER);

        assertThat(result.codes()).containsOnly(Code.EXCESS_SCOPE);
    }

    @ParameterizedTest
    @CsvSource({"FUTURES", "SWAP", "DELIVERY", "SPOT"})
    void declared_everyMarket_needsTheSamePermission(Market market) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.READ_ONLY));

        var result = bench.check(bitmex, RIGHT, standIn, market, false, Role.BOTH);

        assertThat(result.codes()).containsExactly(Code.TRADE_OFF);
        assertThat(result.finding(Code.TRADE_OFF).values()).containsEntry("boxes", "\"Order\"");
    }

    @Test
    void testSite_isAskedInTheSameWay() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(bitmex, RIGHT, standIn, Market.FUTURES, true, Role.BOTH);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.READY);
        assertThat(standIn.requests()).isEqualTo(DECLARED);
    }

    @Test
    void unknownKey_invalidKey() {
        assertThat(bench.check(bitmex, RIGHT, standIn).codes()).containsExactly(Code.INVALID_KEY);
    }

    @Test
    void wrongSecret_badSignature() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(bitmex, new Credentials(KEY, "wrong-secret", "", ""), standIn);

        assertThat(result.codes()).containsExactly(Code.BAD_SIGNATURE);
    }

    @ParameterizedTest
    @CsvSource({"401", "403"})
    void disabledKey_eitherStatus_saysSo(int status) {
        standIn.disabledStatus(status);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.DISABLED));

        var finding = bench.check(bitmex, RIGHT, standIn).finding(Code.INVALID_KEY);

        assertThat(finding.variant()).isEqualTo("disabled");
        assertThat(finding.evidence()).isEqualTo(status + " This key is disabled.");
    }

    @ParameterizedTest
    @CsvSource({"400", "401"})
    void ourClockBehind_askedOnceMoreAndBlocked(int status) {
        standIn.lateStatus(status);
        standIn.clockAhead(Duration.ofMinutes(5));
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(bitmex, RIGHT, standIn);

        assertThat(result.scopes()).startsWith("READ=ON TRADE_SPOT=ON TRADE_FUTURES=ON");
        assertThat(result.finding(Code.CLOCK_SKEW).severity()).isEqualTo(Severity.BLOCKER);
        assertThat(result.finding(Code.CLOCK_SKEW).values()).containsEntry("direction", "behind");
        assertThat(standIn.requests()).containsEntry("GET /api/v1/apiKey", 2);
    }

    @Test
    void ourClockSomewhatBehind_warned() {
        standIn.clockAhead(Duration.ofSeconds(20));
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(bitmex, RIGHT, standIn);

        assertThat(result.finding(Code.CLOCK_SKEW).severity()).isEqualTo(Severity.WARNING);
        assertThat(standIn.requests()).isEqualTo(DECLARED);
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, RATE_LIMITED",
        "BANNED,       RATE_LIMITED",
        "REGION,       RATE_LIMITED",
        "FRONT_END_403, RATE_LIMITED",
        "MAINTENANCE,  MAINTENANCE",
        "GARBAGE,      UNEXPECTED_ANSWER",
        "EMPTY,        UNEXPECTED_ANSWER",
        "TRUNCATED_JSON, UNEXPECTED_ANSWER",
        "HUGE,         UNEXPECTED_ANSWER",
        "ENDLESS,      UNEXPECTED_ANSWER",
        "GZIP_BOMB,    UNEXPECTED_ANSWER",
        "REDIRECT,     UNEXPECTED_ANSWER",
        "RESET,        UNREACHABLE"
    })
    void declaration_fault_unknownWithItsCode(Fault fault, Code code) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.fault("/api/v1/", fault);

        var result = bench.check(bitmex, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(code);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(standIn.requests()).isEqualTo(DECLARED);
    }

    @ParameterizedTest
    @CsvSource({"SILENT", "TRICKLE"})
    void silent_unreachableWithinTheTime(Fault fault) {
        try (var hurried = new Bench(Clock.systemUTC(), Map.of("preflight.probe.timeout", "300ms"))) {
            standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
            standIn.fault("/api/v1/", fault);

            assertThat(hurried.check(bitmex, RIGHT, standIn).codes()).containsExactly(Code.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"ECHO", "ECHO_IN_GOOD_ANSWER"})
    void echo_noCredentialIsKept(Fault fault) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.fault("/api/v1/", fault);

        var result = bench.check(bitmex, RIGHT, standIn);

        var signature = standIn.log().get(1).header("api-signature").orElseThrow();
        assertThat(result.toString()).doesNotContain(KEY, SECRET, signature);
    }

    @Test
    void unreadableTime_isAskedAllTheSame() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.answer("GET /api/v1", 200, "{\"name\":\"BitMEX API\",\"timestamp\":null}", Map.of());

        var result = bench.check(bitmex, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.READY);
        assertThat(result.told().clock()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GOOD        | READ=ON TRADE_SPOT=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN
                    NO_MODIFY   | READ=ON TRADE_SPOT=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN
                    READ_ONLY   | READ=ON TRADE_SPOT=OFF TRADE_FUTURES=OFF WITHDRAW=UNKNOWN
                    WITHDRAW_ON | READ=ON TRADE_SPOT=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN
                    """)
    void noDeclaration_fallBacks_proveWhatCanBeProved(KeyState state, String scopes) {
        standIn.offerDeclaration(false);
        standIn.add(StandInKey.of(KEY, SECRET, state));

        var result = bench.check(bitmex, RIGHT, standIn);

        assertThat(result.scopes()).isEqualTo(scopes);
        assertThat(standIn.requests()).isEqualTo(PROVED);
        assertThat(standIn.mostInFlight()).isEqualTo(1);
    }

    @Test
    void noDeclaration_forThisKey_fallBacks() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.LEGACY_NO_DECLARATION));

        assertThat(bench.check(bitmex, RIGHT, standIn).scopes()).startsWith("READ=ON TRADE_SPOT=UNKNOWN");
    }

    @Test
    void notInTheList_neverTheRightsOfAnotherKey() {
        standIn.list(false, true);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.READ_ONLY));

        var result = bench.check(bitmex, RIGHT, standIn);

        assertThat(result.scopes()).isEqualTo("READ=ON TRADE_SPOT=OFF TRADE_FUTURES=OFF WITHDRAW=UNKNOWN");
        assertThat(result.told().facts().ip().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void noDeclaration_orderLookedUpFirst_tradeStaysUnknown() {
        standIn.offerDeclaration(false);
        standIn.lookForTheOrderFirst(true);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.READ_ONLY));

        assertThat(bench.check(bitmex, RIGHT, standIn).scopes())
                .isEqualTo("READ=ON TRADE_SPOT=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN");
    }

    @Test
    void noDeclaration_lockedForOrders_saysSo() {
        standIn.offerDeclaration(false);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.answer(
                "DELETE /api/v1/order",
                400,
                "{\"error\":{\"message\":\"We require all new traders to verify their identity\",\"name\":\"HTTPError\"}}",
                Map.of());

        assertThat(bench.check(bitmex, RIGHT, standIn).codes()).contains(Code.ACCOUNT_LOCKED);
    }

    @Test
    void noDeclaration_refusalProbesOff_noneIsSent() {
        try (var careful = new Bench(Clock.systemUTC(), Map.of("preflight.probe.refusal-probes", "false"))) {
            standIn.offerDeclaration(false);
            standIn.add(StandInKey.of(KEY, SECRET, KeyState.READ_ONLY));

            var result = careful.check(bitmex, RIGHT, standIn);

            assertThat(result.scopes()).startsWith("READ=ON TRADE_SPOT=UNKNOWN TRADE_FUTURES=UNKNOWN");
            assertThat(standIn.requests()).doesNotContainKey("DELETE /api/v1/order");
        }
    }
}
