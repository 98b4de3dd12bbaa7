package gunbot.preflight.exchange.kucoin;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.kucoin.AddressForm;
import gunbot.preflight.standin.kucoin.KucoinStandIn;
import gunbot.preflight.testing.Bench;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** KuCoin against its stand-in, in every state that a key can be in. The clock stands, so that skews are exact. */
class KucoinStatesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:40:00Z"), ZoneOffset.UTC);
    private static final String KEY = "66a0f1c2d3e4b5a697881234";
    private static final String SECRET = "3f1c2b9a-77d0-4e55-9c11-0a1b2c3d4e5f";
    private static final String PASSPHRASE = "Gunbot-Check-1";
    private static final Credentials RIGHT = new Credentials(KEY, SECRET, PASSPHRASE, "");

    private static final String TIME = "GET /api/v1/timestamp";
    private static final String KEY_INFO = "GET /api/v1/user/api-key";
    private static final String UNIFIED = "GET /api/ua/v1/user/api-key";
    private static final String ACCOUNTS = "GET /api/v1/accounts";
    private static final String CANCEL = "DELETE /api/v1/hf/orders/000000000000000000000000";
    private static final Map<String, Integer> USUAL = Map.of(TIME, 1, KEY_INFO, 1);
    private static final Map<String, Integer> TWO_VERSIONS = Map.of(TIME, 1, KEY_INFO, 2);

    private static final String GOOD_SCOPES =
            "READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF";
    private static final String NOTHING_KNOWN = GOOD_SCOPES.replaceAll("ON|OFF", "UNKNOWN");

    private final Kucoin kucoin = new Kucoin();
    private final KucoinStandIn standIn = new KucoinStandIn(CLOCK);
    private final Bench bench = new Bench(CLOCK, Map.of());

    @BeforeEach
    void start() {
        standIn.start();
    }

    @AfterEach
    void stop() {
        bench.close();
        standIn.close();
        assertThat(standIn.unexpected()).isEmpty();
        assertThat(standIn.mostInFlight(KEY)).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GOOD           | READY     | ON ON OFF OFF OFF OFF OFF OFF |
                    READ_ONLY      | NOT_READY | ON OFF OFF OFF OFF OFF OFF OFF | TRADE_OFF
                    WITHDRAW_ON    | NOT_READY | ON ON OFF OFF ON OFF OFF OFF | WITHDRAW_ON
                    TRANSFER_ON    | ATTENTION | ON ON OFF OFF OFF ON OFF OFF | TRANSFER_ON
                    EXTRA_RIGHTS   | ATTENTION | ON ON ON ON OFF OFF ON OFF   | EXCESS_SCOPE EXCESS_SCOPE EXCESS_SCOPE
                    UNRESTRICTED   | ATTENTION | ON ON OFF OFF OFF OFF OFF OFF | IP_UNRESTRICTED EXPIRES_BY_POLICY
                    NEW_RIGHT      | ATTENTION | ON ON OFF OFF OFF OFF OFF ON | EXCESS_SCOPE
                    NO_READ        | NOT_READY | unknown | PERMISSION_DENIED
                    EXPIRED        | NOT_READY | unknown | INVALID_KEY
                    DISABLED       | NOT_READY | unknown | INVALID_KEY
                    WRONG_ADDRESS  | NOT_READY | unknown | IP_NOT_ALLOWED
                    ACCOUNT_LOCKED | NOT_READY | unknown | ACCOUNT_LOCKED
                    """)
    void declared_state_verdictAndScopesWhateverTheStatus(
            KeyState state, Verdict verdict, String states, String codes) {
        standIn.add(key(state));
        for (var status200 : List.of(false, true)) {
            standIn.refuseWithStatus200(status200);
            standIn.forgetTraffic();

            var result = bench.check(kucoin, RIGHT, standIn);

            assertThat(result.scopes()).isEqualTo(scopes(states));
            assertThat(result.codes()).isEqualTo(codes(codes));
            assertThat(result.judgement().verdict()).isEqualTo(verdict);
            assertThat(standIn.requests()).isEqualTo("INVALID_KEY".equals(codes) ? TWO_VERSIONS : USUAL);
            assertThat(result.told().requests())
                    .isEqualTo(standIn.requests().values().stream()
                            .mapToInt(n -> n)
                            .sum());
        }
    }

    @Test
    void extraRights_excessNamesTheBoxes() {
        standIn.add(key(KeyState.EXTRA_RIGHTS));

        assertThat(bench.check(kucoin, RIGHT, standIn).judgement().findings())
                .extracting(f -> f.values().get("boxes"))
                .containsExactlyInAnyOrder("\"Margin\"", "\"Futures\"", "\"Earn\"");
    }

    @Test
    void withdrawOn_namesTheBoxOfThePage() {
        standIn.add(key(KeyState.WITHDRAW_ON));

        assertThat(bench.check(kucoin, RIGHT, standIn).finding(Code.WITHDRAW_ON).values())
                .containsEntry("boxes", "\"Withdrawal\"");
    }

    @Test
    void oldTradeToken_tradesSpot() {
        standIn.tradeToken("Trade");
        standIn.add(key(KeyState.GOOD));

        var result = bench.check(kucoin, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.READY);
        assertThat(result.scopes()).isEqualTo(GOOD_SCOPES.replace("TRADE_MARGIN=OFF", "TRADE_MARGIN=UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, UNRESTRICTED, OFF, ''",
        "MISSING_WHEN_NONE, UNRESTRICTED, OFF, ''",
        "PLAIN, GOOD, ON, 203.0.113.7",
        "STARRED, GOOD, ON, 203.**.7"
    })
    void addressForm_whicheverIsUsed_isUnderstood(AddressForm form, KeyState key, State state, String addresses) {
        standIn.addressForm(form);
        standIn.add(key(key));

        var ip = bench.check(kucoin, RIGHT, standIn).told().facts().ip();

        assertThat(ip.state()).isEqualTo(state);
        assertThat(String.join(" ", ip.addresses())).isEqualTo(addresses);
    }

    // --- who is refused

    @Test
    void wrongAddress_addressIsTold() {
        standIn.add(key(KeyState.WRONG_ADDRESS));

        var result = bench.check(kucoin, RIGHT, standIn);

        assertThat(result.told().facts().seenFrom()).isEqualTo(KucoinStandIn.SEEN_FROM);
        assertThat(result.finding(Code.IP_NOT_ALLOWED).values()).containsEntry("address", KucoinStandIn.SEEN_FROM);
    }

    @Test
    void noRead_namesTheBoxToTick() {
        standIn.add(key(KeyState.NO_READ));

        assertThat(bench.check(kucoin, RIGHT, standIn)
                        .finding(Code.PERMISSION_DENIED)
                        .variant())
                .isEqualTo("kucoin");
    }

    @ParameterizedTest
    @CsvSource({
        "unknown,  3f1c2b9a-77d0-4e55-9c11-0a1b2c3d4e5f, Gunbot-Check-1, INVALID_KEY",
        "66a0f1c2d3e4b5a697881234, 3f1c2b9a-77d0-4e55-9c11-0a1b2c3d4e50, Gunbot-Check-1, BAD_SIGNATURE",
        "66a0f1c2d3e4b5a697881234, 3f1c2b9a-77d0-4e55-9c11-0a1b2c3d4e5f, Gunbot-Check-2, BAD_PASSPHRASE"
    })
    void wrongCredential_itsCodeAfterBothVersions(String key, String secret, String passphrase, Code code) {
        standIn.add(key(KeyState.GOOD));

        var result = bench.check(kucoin, new Credentials(key, secret, passphrase, ""), standIn);

        assertThat(result.codes()).containsExactly(code);
        assertThat(standIn.requests()).isEqualTo(TWO_VERSIONS);
        assertThat(versions()).containsExactly("3", "2");
    }

    // --- the key's version

    @ParameterizedTest
    @CsvSource({"400003", "400004", "400005"})
    void version2Key_refusedAs3_askedOnceMoreAs2(String refusal) {
        standIn.onlyVersion("2", refusal);
        standIn.add(key(KeyState.GOOD));

        var result = bench.check(kucoin, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.READY);
        assertThat(result.scopes()).isEqualTo(GOOD_SCOPES);
        assertThat(standIn.requests()).isEqualTo(TWO_VERSIONS);
        assertThat(versions()).containsExactly("3", "2");
    }

    @Test
    void version3Key_neverAskedAs2() {
        standIn.onlyVersion("3", "400003");
        standIn.add(key(KeyState.GOOD));

        assertThat(bench.check(kucoin, RIGHT, standIn).judgement().verdict()).isEqualTo(Verdict.READY);
        assertThat(versions()).containsExactly("3");
    }

    @ParameterizedTest
    @CsvSource({"WRONG_ADDRESS, IP_NOT_ALLOWED", "ACCOUNT_LOCKED, ACCOUNT_LOCKED", "NO_READ, PERMISSION_DENIED"})
    void version2Key_refusedFurtherOn_thatRefusalCounts(KeyState state, Code code) {
        standIn.onlyVersion("2", "400004");
        standIn.add(key(state));

        assertThat(bench.check(kucoin, RIGHT, standIn).codes()).containsExactly(code);
        assertThat(standIn.requests()).isEqualTo(TWO_VERSIONS);
    }

    @Test
    void version2Key_ofAUnifiedAccount_declaredThere() {
        standIn.onlyVersion("2", "400003");
        standIn.add(key(KeyState.LEGACY_NO_DECLARATION));

        var result = bench.check(kucoin, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.ATTENTION);
        assertThat(standIn.requests()).isEqualTo(Map.of(TIME, 1, KEY_INFO, 2, UNIFIED, 1));
        assertThat(versions()).containsExactly("3", "2", "2");
    }

    // --- unified accounts and fall-backs

    @Test
    void unifiedAccount_unknownTokenIsShown() {
        standIn.add(key(KeyState.LEGACY_NO_DECLARATION));

        var result = bench.check(kucoin, RIGHT, standIn);

        assertThat(result.scopes())
                .isEqualTo("READ=ON TRADE_SPOT=ON TRADE_MARGIN=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=OFF TRANSFER=OFF"
                        + " EARN=OFF OTHER=ON");
        assertThat(result.finding(Code.EXCESS_SCOPE).values()).containsEntry("boxes", "\"Unified\"");
        assertThat(result.told().facts().ip().state()).isEqualTo(State.UNKNOWN);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.ATTENTION);
        assertThat(standIn.requests()).isEqualTo(Map.of(TIME, 1, KEY_INFO, 1, UNIFIED, 1));
    }

    @ParameterizedTest
    @CsvSource({"GOOD, READY", "READ_ONLY, NOT_READY", "WITHDRAW_ON, NOT_READY", "NO_READ, NOT_READY"})
    void unifiedAccount_usualTokens_areRead(KeyState state, Verdict verdict) {
        standIn.offerDeclaration(false);
        standIn.add(key(state));

        assertThat(bench.check(kucoin, RIGHT, standIn).judgement().verdict()).isEqualTo(verdict);
        assertThat(standIn.requests()).isEqualTo(Map.of(TIME, 1, KEY_INFO, 1, UNIFIED, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GOOD         | ATTENTION | READ=ON TRADE_SPOT=ON  | SCOPE_UNKNOWN
                    WITHDRAW_ON  | ATTENTION | READ=ON TRADE_SPOT=ON  | SCOPE_UNKNOWN
                    READ_ONLY    | NOT_READY | READ=ON TRADE_SPOT=OFF | TRADE_OFF
                    """)
    void noDeclaration_fallBacks_proveReadingAndTrading(KeyState state, Verdict verdict, String scopes, Code first) {
        noDeclaration();
        standIn.add(key(state));

        var result = bench.check(kucoin, RIGHT, standIn);

        assertThat(result.scopes())
                .isEqualTo(scopes + " TRADE_MARGIN=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN TRANSFER=UNKNOWN"
                        + " EARN=UNKNOWN OTHER=UNKNOWN");
        assertThat(result.told().facts().grant(Scope.TRADE_SPOT).evidence()).isEqualTo(Evidence.INFERRED);
        assertThat(result.codes()).first().isEqualTo(first);
        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        assertThat(standIn.requests()).isEqualTo(Map.of(TIME, 1, KEY_INFO, 1, UNIFIED, 1, ACCOUNTS, 1, CANCEL, 1));
        assertThat(standIn.log().get(4).query()).isEqualTo("symbol=BTC-USDT");
    }

    @Test
    void noDeclaration_noRead_deniedAndNoCancel() {
        noDeclaration();
        standIn.add(key(KeyState.NO_READ));

        assertThat(bench.check(kucoin, RIGHT, standIn).codes()).containsExactly(Code.PERMISSION_DENIED);
        assertThat(standIn.requests()).doesNotContainKey(CANCEL);
    }

    @Test
    void noDeclaration_refusalProbesOff_tradeUnknownAndNoCancel() {
        noDeclaration();
        standIn.add(key(KeyState.GOOD));

        try (var careful = new Bench(CLOCK, Map.of("preflight.probe.refusal-probes", "false"))) {
            assertThat(careful.check(kucoin, RIGHT, standIn).scopes()).startsWith("READ=ON TRADE_SPOT=UNKNOWN ");
        }
        assertThat(standIn.requests()).isEqualTo(Map.of(TIME, 1, KEY_INFO, 1, UNIFIED, 1, ACCOUNTS, 1));
    }

    @Test
    void noDeclaration_worstCase_isSixSignedCalls() {
        noDeclaration();
        standIn.onlyVersion("2", "400003");
        standIn.clockAhead(Duration.ofSeconds(10));
        standIn.add(key(KeyState.GOOD));

        var result = bench.check(kucoin, RIGHT, standIn);

        assertThat(result.scopes()).startsWith("READ=ON TRADE_SPOT=ON ");
        assertThat(result.codes()).first().isEqualTo(Code.CLOCK_SKEW);
        assertThat(standIn.requests()).isEqualTo(Map.of(TIME, 1, KEY_INFO, 3, UNIFIED, 1, ACCOUNTS, 1, CANCEL, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    400 | {"code":"400100","msg":"symbol not exists"}     | UNEXPECTED_ANSWER
                    429 | {"code":"429000","msg":"Too Many Requests"}     | RATE_LIMITED
                    403 | {"code":"400200","msg":"Forbidden to place an order"} | ACCOUNT_LOCKED
                    """)
    void noDeclaration_cancelRefusedForAnotherReason_tradeUnknownAndTheReasonTold(int status, String body, Code code) {
        noDeclaration();
        standIn.add(key(KeyState.GOOD));
        standIn.answer(CANCEL, status, body, Map.of());

        var result = bench.check(kucoin, RIGHT, standIn);

        assertThat(result.scopes()).startsWith("READ=ON TRADE_SPOT=UNKNOWN ");
        assertThat(result.codes()).first().isEqualTo(code);
        assertThat(result.judgement().verdict().ready()).isFalse();
    }

    @Test
    void noDeclaration_accountsThatAreNoList_proveNothing() {
        noDeclaration();
        standIn.add(key(KeyState.GOOD));
        standIn.answer(ACCOUNTS, 200, "{\"code\":\"200000\",\"data\":{}}", Map.of());

        assertThat(bench.check(kucoin, RIGHT, standIn).codes()).containsExactly(Code.UNEXPECTED_ANSWER);
        assertThat(standIn.requests()).doesNotContainKey(CANCEL);
    }

    // --- the clock

    @ParameterizedTest
    @CsvSource({"-10000, ahead, 10000", "-5001, ahead, 5001", "10000, behind, 10000", "5001, behind, 5001"})
    void skewBeyondTheWindow_askedOnceMoreWithTheirTime_rightsKnownAndBlocked(
            long theirsAhead, String direction, String skew) {
        standIn.clockAhead(Duration.ofMillis(theirsAhead));
        standIn.add(key(KeyState.GOOD));

        var result = bench.check(kucoin, RIGHT, standIn);

        assertThat(result.scopes()).isEqualTo(GOOD_SCOPES);
        assertThat(result.codes()).containsExactly(Code.CLOCK_SKEW);
        assertThat(result.finding(Code.CLOCK_SKEW).severity()).isEqualTo(Severity.BLOCKER);
        assertThat(result.finding(Code.CLOCK_SKEW).values())
                .containsEntry("direction", direction)
                .containsEntry("skew", skew);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(standIn.requests()).isEqualTo(TWO_VERSIONS);
        assertThat(versions()).containsExactly("3", "3");
    }

    @ParameterizedTest
    @CsvSource({"-5000, true", "-2501, true", "-2500, false", "2500, false", "2501, true", "5000, true"})
    void skewWithinTheWindow_beyondHalfOfIt_warns(long theirsAhead, boolean warned) {
        standIn.clockAhead(Duration.ofMillis(theirsAhead));
        standIn.add(key(KeyState.GOOD));

        var result = bench.check(kucoin, RIGHT, standIn);

        assertThat(result.codes()).isEqualTo(warned ? List.of(Code.CLOCK_SKEW) : List.of());
        assertThat(result.judgement().verdict()).isEqualTo(warned ? Verdict.ATTENTION : Verdict.READY);
        assertThat(standIn.requests()).isEqualTo(USUAL);
    }

    // --- faults

    @ParameterizedTest
    @EnumSource
    void signedCalls_fault_itsCodeAndNoSecrets(Fault fault) {
        standIn.add(key(KeyState.GOOD));
        standIn.fault("/api/v1/user", fault);
        var silent = fault == Fault.SILENT || fault == Fault.TRICKLE;

        try (var mine =
                new Bench(CLOCK, silent ? Map.of("preflight.probe.timeout", "300ms") : Map.<String, String>of())) {
            var result = mine.check(kucoin, RIGHT, standIn);

            assertThat(result.codes()).isEqualTo(expected(fault));
            assertThat(standIn.requests()).isEqualTo(USUAL);
            var sent = standIn.log().get(1);
            assertThat(result.told() + " " + result.judgement())
                    .doesNotContain(
                            KEY,
                            SECRET,
                            PASSPHRASE,
                            sent.header("KC-API-SIGN").orElseThrow(),
                            sent.header("KC-API-PASSPHRASE").orElseThrow());
            if (!List.of(Fault.NONE, Fault.ECHO_IN_GOOD_ANSWER).contains(fault)) {
                assertThat(result.scopes()).isEqualTo(NOTHING_KNOWN);
            }
        }
    }

    private static List<Code> expected(Fault fault) {
        return switch (fault) {
            case NONE -> List.of();
            case SILENT, RESET, TRICKLE -> List.of(Code.UNREACHABLE);
            case ENDLESS, HUGE, GZIP_BOMB, GARBAGE, EMPTY, TRUNCATED_JSON, REDIRECT, FRONT_END_403 ->
                List.of(Code.UNEXPECTED_ANSWER);
            case RATE_LIMITED, BANNED -> List.of(Code.RATE_LIMITED);
            case MAINTENANCE -> List.of(Code.MAINTENANCE);
            case REGION -> List.of(Code.REGION_BLOCKED);
            case ECHO -> List.of(Code.IP_NOT_ALLOWED);
            case ECHO_IN_GOOD_ANSWER -> List.of(Code.EXCESS_SCOPE);
        };
    }

    @Test
    void refusal_thatNamesTheKeyAsTheAddress_addressIsNotTold() {
        standIn.answerUnverified(
                KEY_INFO,
                403,
                "{\"code\":\"400006\",\"msg\":\"Invalid request ip, the current clientIp is:" + KEY + "\"}",
                Map.of());

        var result = bench.check(kucoin, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(Code.IP_NOT_ALLOWED);
        assertThat(result.told() + " " + result.judgement()).doesNotContain(KEY);
    }

    @ParameterizedTest
    @CsvSource({"RATE_LIMITED", "BANNED"})
    void rateLimited_pauseIsKept_secondCheckSendsNothing(Fault fault) {
        standIn.add(key(KeyState.GOOD));
        standIn.fault("/api/v1/user", fault);
        bench.check(kucoin, RIGHT, standIn);
        standIn.fault("/api/v1/user", Fault.NONE);
        standIn.forgetTraffic();

        var result = bench.check(kucoin, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(Code.RATE_LIMITED);
        assertThat(standIn.requests()).isEmpty();
        assertThat(result.told().requests()).isZero();
    }

    private void noDeclaration() {
        var notFound = "{\"code\":\"404000\",\"msg\":\"Url Not Found\"}";
        standIn.answer(KEY_INFO, 404, notFound, Map.of());
        standIn.answer(UNIFIED, 404, notFound, Map.of());
    }

    private List<String> versions() {
        return standIn.log().stream()
                .filter(request -> !request.call().equals(TIME))
                .map((Recorded request) -> request.header("KC-API-KEY-VERSION").orElse(""))
                .toList();
    }

    private static StandInKey key(KeyState state) {
        return StandInKey.of(KEY, SECRET, PASSPHRASE, state);
    }

    /** The states of the scopes in their order, written out. */
    private static String scopes(String states) {
        if (states.equals("unknown")) {
            return NOTHING_KNOWN;
        }
        var each = states.split(" ");
        var names = GOOD_SCOPES.replaceAll("=(ON|OFF)", "").split(" ");
        var text = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            text.append(names[i]).append('=').append(each[i]).append(' ');
        }
        return text.toString().strip();
    }

    private static List<Code> codes(String names) {
        return names == null
                ? List.of()
                : Arrays.stream(names.split(" ")).map(Code::valueOf).toList();
    }
}
