package gunbot.preflight.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.binance.BinanceStandIn;
import gunbot.preflight.testing.Bench;
import gunbot.preflight.testing.PrivateKeys;
import java.security.KeyPair;
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

/** Binance against its stand-in, in every state that a key can be in. The clock stands, so that skews are exact. */
class BinanceStatesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:40:00Z"), ZoneOffset.UTC);
    private static final String KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
    private static final String SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    private static final Credentials RIGHT = new Credentials(KEY, SECRET, "", "");

    private static final String TIME = "GET /api/v3/time";
    private static final String RESTRICTIONS = "GET /sapi/v1/account/apiRestrictions";
    private static final String INFO = "GET /sapi/v1/account/info";
    private static final String STATUS = "GET /sapi/v1/account/apiTradingStatus";
    private static final Map<String, Integer> USUAL = Map.of(TIME, 1, RESTRICTIONS, 1, INFO, 1, STATUS, 1);
    private static final Map<String, Integer> NO_ACCOUNT = Map.of(TIME, 1, RESTRICTIONS, 1);

    private static final String GOOD_SCOPES =
            "READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF OTHER=OFF";
    private static final String NOTHING_KNOWN =
            "READ=UNKNOWN TRADE_SPOT=UNKNOWN TRADE_MARGIN=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN"
                    + " TRANSFER=UNKNOWN OTHER=UNKNOWN";

    private final Binance binance = new Binance();
    private final BinanceStandIn standIn = BinanceStandIn.production(CLOCK);
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
                    GOOD           | READY     | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF OTHER=OFF  |
                    READ_ONLY      | NOT_READY | READ=ON TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF OTHER=OFF | TRADE_OFF
                    NO_READ        | NOT_READY | READ=OFF TRADE_SPOT=ON TRADE_MARGIN=UNKNOWN TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF OTHER=OFF | READ_OFF SCOPE_UNKNOWN
                    WITHDRAW_ON    | NOT_READY | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=ON TRANSFER=OFF OTHER=OFF   | WITHDRAW_ON
                    TRANSFER_ON    | ATTENTION | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=ON OTHER=OFF   | TRANSFER_ON
                    EXTRA_RIGHTS   | ATTENTION | READ=ON TRADE_SPOT=ON TRADE_MARGIN=ON TRADE_FUTURES=ON WITHDRAW=OFF TRANSFER=OFF OTHER=ON     | EXCESS_SCOPE EXCESS_SCOPE EXCESS_SCOPE
                    UNRESTRICTED   | ATTENTION | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF OTHER=OFF  | IP_UNRESTRICTED EXPIRES_BY_POLICY
                    NEW_RIGHT      | ATTENTION | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF OTHER=ON   | EXCESS_SCOPE
                    EXPIRES_SOON   | ATTENTION | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF OTHER=OFF  | IP_UNRESTRICTED EXPIRES_SOON
                    EXPIRED        | NOT_READY | READ=ON TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF OTHER=OFF | TRADE_OFF IP_UNRESTRICTED
                    ACCOUNT_LOCKED | NOT_READY | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF OTHER=OFF  | ACCOUNT_LOCKED
                    WRONG_ADDRESS  | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN TRADE_MARGIN=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN TRANSFER=UNKNOWN OTHER=UNKNOWN | IP_NOT_ALLOWED
                    DISABLED       | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN TRADE_MARGIN=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN TRANSFER=UNKNOWN OTHER=UNKNOWN | AMBIGUOUS_REFUSAL
                    """)
    void declared_state_verdictAndScopes(KeyState state, Verdict verdict, String scopes, String codes) {
        standIn.add(StandInKey.of(KEY, SECRET, state));

        var result = bench.check(binance, RIGHT, standIn);

        assertThat(result.scopes()).isEqualTo(scopes);
        assertThat(result.codes()).isEqualTo(codes(codes));
        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        var trades = scopes.contains("TRADE_SPOT=ON") && scopes.contains("READ=ON");
        assertThat(standIn.requests()).isEqualTo(trades ? USUAL : NO_ACCOUNT);
        assertThat(result.told().requests())
                .isEqualTo(standIn.requests().values().stream().mapToInt(n -> n).sum());
    }

    @Test
    void extraRights_excessNamesTheBoxes() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.EXTRA_RIGHTS));

        assertThat(bench.check(binance, RIGHT, standIn).judgement().findings())
                .extracting(f -> f.values().get("boxes"))
                .containsExactlyInAnyOrder(
                        "\"Enable Margin Loan, Repay & Transfer\"",
                        "\"Enable Futures\", \"Enable Portfolio Margin Trading\"",
                        "\"Enable European Options\", \"FIX API trading\"");
    }

    @Test
    void newRight_isNamed() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.NEW_RIGHT));

        assertThat(bench.check(binance, RIGHT, standIn)
                        .finding(Code.EXCESS_SCOPE)
                        .values())
                .containsEntry("boxes", "\"enableCopyTrading\"");
    }

    @Test
    void unrestricted_dateTold_expiresThen() {
        standIn.tellUnrestrictedLife(Duration.ofDays(29));
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.UNRESTRICTED));

        var result = bench.check(binance, RIGHT, standIn);

        assertThat(result.told().facts().expiry())
                .isEqualTo(Expiry.at(CLOCK.instant().plus(Duration.ofDays(29))));
        assertThat(result.codes()).containsExactly(Code.IP_UNRESTRICTED);
    }

    @Test
    void marginMarket_accountWithoutMargin_accountSetup() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(binance, RIGHT, standIn, Market.MARGIN, false, Role.BOTH);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(result.scopes()).contains("TRADE_MARGIN=OFF");
        assertThat(result.codes()).containsExactly(Code.ACCOUNT_SETUP); // no box is missing
        assertThat(result.message(Code.ACCOUNT_SETUP)).contains("no margin account");
    }

    @Test
    void marginMarket_boxMissing_tradeOffNamesIt() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.READ_ONLY));

        var result = bench.check(binance, RIGHT, standIn, Market.MARGIN, false, Role.BOTH);

        assertThat(result.codes()).contains(Code.TRADE_OFF).doesNotContain(Code.ACCOUNT_SETUP);
        assertThat(result.finding(Code.TRADE_OFF).values())
                .containsEntry("scope", "TRADE_MARGIN")
                .containsEntry("boxes", "\"Enable Spot & Margin Trading\"");
    }

    @Test
    void masterKey_readingIsEnough() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.READ_ONLY));

        var result = bench.check(binance, RIGHT, standIn, Market.SPOT, false, Role.MASTER);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void accountCallsRefused_declarationStands() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.answer(
                INFO, 401, "{\"code\":-2015,\"msg\":\"Invalid API-key, IP, or permissions for action.\"}", Map.of());
        standIn.answer(STATUS, 500, "{\"code\":-1001,\"msg\":\"Internal error\"}", Map.of());

        var result = bench.check(binance, RIGHT, standIn);

        assertThat(result.scopes()).isEqualTo(GOOD_SCOPES.replace("TRADE_MARGIN=OFF", "TRADE_MARGIN=UNKNOWN"));
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.READY);
        assertThat(standIn.requests()).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @CsvSource({"{}", "[]", "'{\"ipRestrict\":true}'", "'{\"enableReading\":\"true\"}'"})
    void declaration_thatTellsNothing_unexpectedAnswerAndNeverReady(String body) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.answer(RESTRICTIONS, 200, body, Map.of());

        var result = bench.check(binance, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(Code.UNEXPECTED_ANSWER);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.scopes()).isEqualTo(NOTHING_KNOWN);
        assertThat(standIn.requests()).isEqualTo(NO_ACCOUNT);
    }

    // --- who is refused

    @Test
    void wrongSecret_badSignatureAndNoSecondTry() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(binance, new Credentials(KEY, SECRET.toLowerCase(), "", ""), standIn);

        assertThat(result.codes()).containsExactly(Code.BAD_SIGNATURE);
        assertThat(standIn.requests()).isEqualTo(NO_ACCOUNT);
    }

    @Test
    void unknownKey_invalidKey() {
        assertThat(bench.check(binance, RIGHT, standIn).codes()).containsExactly(Code.INVALID_KEY);
        assertThat(bench.check(binance, new Credentials("short", SECRET, "", ""), standIn)
                        .codes())
                .containsExactly(Code.INVALID_KEY);
    }

    @Test
    void unknownKey_toldByTheCommonCode_namesTheThreeCauses() {
        standIn.tellUnknownKeys(false);

        assertThat(bench.check(binance, RIGHT, standIn)
                        .finding(Code.AMBIGUOUS_REFUSAL)
                        .values())
                .containsEntry("causes", "IP_NOT_ALLOWED INVALID_KEY PERMISSION_DENIED");
    }

    @Test
    void wrongAddress_shown_addressIsTold() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.WRONG_ADDRESS));

        var result = bench.check(binance, RIGHT, standIn);

        assertThat(result.told().facts().seenFrom()).isEqualTo(BinanceStandIn.SEEN_FROM);
        assertThat(result.finding(Code.IP_NOT_ALLOWED).values()).containsEntry("address", BinanceStandIn.SEEN_FROM);
    }

    @Test
    void wrongAddress_notShown_ambiguous() {
        standIn.showAddress(false);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.WRONG_ADDRESS));

        var result = bench.check(binance, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(Code.AMBIGUOUS_REFUSAL);
        assertThat(result.told().facts().seenFrom()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"Ed25519, 255", "RSA, 2048"})
    void privateKey_signs_likeASecret(String algorithm, int size) {
        KeyPair pair = PrivateKeys.pair(algorithm, size);
        standIn.add(StandInKey.of(KEY, pair.getPublic(), KeyState.GOOD));

        var right = bench.check(binance, new Credentials(KEY, PrivateKeys.pem(pair.getPrivate()), "", ""), standIn);
        var wrong = bench.check(
                binance,
                new Credentials(
                        KEY, PrivateKeys.pem(PrivateKeys.pair(algorithm, size).getPrivate()), "", ""),
                standIn);

        assertThat(right.judgement().verdict()).isEqualTo(Verdict.READY);
        assertThat(right.scopes()).isEqualTo(GOOD_SCOPES);
        assertThat(wrong.codes()).containsExactly(Code.BAD_SIGNATURE);
    }

    // --- the clock

    @ParameterizedTest
    @CsvSource({"-10000, ahead, 10000", "-1000, ahead, 1000", "10000, behind, 10000", "5001, behind, 5001"})
    void skewBeyondTheWindow_askedOnceMoreWithTheirTime_rightsKnownAndBlocked(
            long theirsAhead, String direction, String skew) {
        standIn.clockAhead(Duration.ofMillis(theirsAhead));
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(binance, RIGHT, standIn);

        assertThat(result.scopes()).isEqualTo(GOOD_SCOPES);
        assertThat(result.codes()).containsExactly(Code.CLOCK_SKEW);
        assertThat(result.finding(Code.CLOCK_SKEW).severity()).isEqualTo(Severity.BLOCKER);
        assertThat(result.finding(Code.CLOCK_SKEW).values())
                .containsEntry("direction", direction)
                .containsEntry("skew", skew);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(standIn.requests()).isEqualTo(Map.of(TIME, 1, RESTRICTIONS, 2, INFO, 1, STATUS, 1));
    }

    @ParameterizedTest
    @CsvSource({"-999, true", "-501, true", "-500, false", "2500, false", "2501, true", "5000, true"})
    void skewWithinTheWindow_beyondHalfOfIt_warns(long theirsAhead, boolean warned) {
        standIn.clockAhead(Duration.ofMillis(theirsAhead));
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(binance, RIGHT, standIn);

        assertThat(result.codes()).isEqualTo(warned ? List.of(Code.CLOCK_SKEW) : List.of());
        assertThat(result.judgement().verdict()).isEqualTo(warned ? Verdict.ATTENTION : Verdict.READY);
        assertThat(result.told().clock().skewMillis()).isEqualTo(-theirsAhead);
        assertThat(standIn.requests()).isEqualTo(USUAL);
    }

    @Test
    void skew_refusedAgainWithTheirTime_toldOnceAndNoThirdTry() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.answer(RESTRICTIONS, 400, "{\"code\":-1021,\"msg\":\"Timestamp\"}", Map.of());

        var result = bench.check(binance, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(Code.CLOCK_SKEW);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(standIn.requests()).isEqualTo(Map.of(TIME, 1, RESTRICTIONS, 2));
    }

    @ParameterizedTest
    @CsvSource({"GARBAGE", "EMPTY", "MAINTENANCE", "HUGE"})
    void timeNotTold_keyIsAskedAllTheSame(Fault fault) {
        standIn.fault("/api/v3/time", fault);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(binance, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.READY);
        assertThat(result.told().clock()).isNull();
        assertThat(result.told().requests()).isEqualTo(4);
        assertThat(standIn.requests()).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @CsvSource({"7", "99999999999999", "-1", "'\"soon\"'"})
    void timeThatIsNone_isNoSkew(String time) {
        standIn.answer(TIME, 200, "{\"serverTime\":" + time + "}", Map.of());
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(binance, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.READY);
        assertThat(result.told().clock()).isNull();
    }

    // --- faults

    @ParameterizedTest
    @EnumSource
    void signedCalls_fault_itsCodeAndNoSecrets(Fault fault) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.fault("/sapi", fault);
        var quick = Map.of("preflight.probe.timeout", "300ms");

        try (var mine = new Bench(CLOCK, isSilent(fault) ? quick : Map.of())) {
            var result = mine.check(binance, RIGHT, standIn);

            assertThat(result.codes()).isEqualTo(expected(fault));
            assertThat(standIn.requests().get(RESTRICTIONS)).isEqualTo(1);
            assertThat(result.told() + " " + result.judgement()).doesNotContain(KEY, SECRET, signature());
            if (!List.of(Fault.NONE, Fault.ECHO_IN_GOOD_ANSWER).contains(fault)) {
                assertThat(result.scopes()).isEqualTo(NOTHING_KNOWN);
                assertThat(standIn.requests()).isEqualTo(NO_ACCOUNT);
            }
        }
    }

    private String signature() {
        return standIn.log().get(1).parameters().one("signature").orElseThrow();
    }

    private static List<Code> expected(Fault fault) {
        return switch (fault) {
            case NONE -> List.of();
            case SILENT, RESET, TRICKLE -> List.of(Code.UNREACHABLE);
            case ENDLESS, HUGE, GZIP_BOMB, GARBAGE, EMPTY, TRUNCATED_JSON, REDIRECT -> List.of(Code.UNEXPECTED_ANSWER);
            case RATE_LIMITED, BANNED, FRONT_END_403 -> List.of(Code.RATE_LIMITED);
            case MAINTENANCE -> List.of(Code.MAINTENANCE);
            case REGION -> List.of(Code.REGION_BLOCKED);
            case ECHO -> List.of(Code.AMBIGUOUS_REFUSAL);
            case ECHO_IN_GOOD_ANSWER -> List.of(Code.EXCESS_SCOPE);
        };
    }

    private static boolean isSilent(Fault fault) {
        return fault == Fault.SILENT || fault == Fault.TRICKLE;
    }

    @ParameterizedTest
    @CsvSource({"RESET, UNREACHABLE", "RATE_LIMITED, RATE_LIMITED", "BANNED, RATE_LIMITED"})
    void everything_fault_onlyTheTimeIsAsked(Fault fault, Code code) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.fault(fault);

        assertThat(bench.check(binance, RIGHT, standIn).codes()).containsExactly(code);
        assertThat(standIn.requests()).isEqualTo(Map.of(TIME, 1));
    }

    @ParameterizedTest
    @CsvSource({"RATE_LIMITED", "BANNED", "FRONT_END_403"})
    void rateLimited_pauseIsKept_secondCheckSendsNothing(Fault fault) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.fault("/sapi", fault);
        bench.check(binance, RIGHT, standIn);
        standIn.fault("/sapi", Fault.NONE);
        standIn.forgetTraffic();

        var result = bench.check(binance, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(Code.RATE_LIMITED);
        assertThat(standIn.requests()).isEmpty();
        assertThat(result.told().requests()).isZero();
    }

    private static List<Code> codes(String names) {
        return names == null
                ? List.of()
                : Arrays.stream(names.split(" ")).map(Code::valueOf).toList();
    }
}
