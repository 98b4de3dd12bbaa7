package gunbot.preflight.exchange.binancefutures;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.binance.Binance;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Market;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.binancefutures.BinanceFuturesStandIn;
import gunbot.preflight.testing.Bench;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Binance's futures against their stand-in, in every state that a key can be in. */
class BinanceFuturesStatesTest {
    private static final String KEY = "dbefbc809e3e83c283a984c3a1459732ea7db1360ca80c5c2c8867408d28cc83";
    private static final String SECRET = "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9";
    private static final Credentials RIGHT = new Credentials(KEY, SECRET, "", "");
    private static final String DECLARATION = "GET /sapi/v1/account/apiRestrictions";
    private static final String USD_M = "GET /fapi/v1/accountConfig";
    private static final String COIN_M = "GET /dapi/v1/account";

    private final BinanceFutures futures = new BinanceFutures();
    private BinanceFuturesStandIn standIn;
    private BinanceFuturesStandIn testnet;
    private Bench bench;

    @BeforeEach
    void start() {
        standIn = BinanceFuturesStandIn.production(Clock.systemUTC()).start();
        testnet = BinanceFuturesStandIn.testnet(Clock.systemUTC()).start();
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
        standIn.close();
        testnet.close();
        assertThat(standIn.unexpected()).isEmpty();
        assertThat(testnet.unexpected()).isEmpty();
    }

    /** How far the questions go: T(ime), D(eclaration), I(nfo), A(ccount at the futures host), S(tatus of trading). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GOOD           | READY     | READ=ON TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=ON WITHDRAW=OFF TRANSFER=OFF OTHER=OFF  | ''                    | TDIAS
                    READ_ONLY      | NOT_READY | READ=ON TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF OTHER=OFF | TRADE_OFF             | TDI
                    NO_READ        | NOT_READY | READ=OFF TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=ON WITHDRAW=OFF TRANSFER=OFF OTHER=OFF | READ_OFF              | TD
                    WITHDRAW_ON    | NOT_READY | READ=ON TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=ON WITHDRAW=ON TRANSFER=OFF OTHER=OFF   | WITHDRAW_ON           | TDIAS
                    TRANSFER_ON    | ATTENTION | READ=ON TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=ON WITHDRAW=OFF TRANSFER=ON OTHER=OFF   | TRANSFER_ON           | TDIAS
                    EXTRA_RIGHTS   | ATTENTION | READ=ON TRADE_SPOT=ON TRADE_MARGIN=ON TRADE_FUTURES=ON WITHDRAW=OFF TRANSFER=OFF OTHER=ON     | EXCESS_SCOPE          | TDIAS
                    NEW_RIGHT      | ATTENTION | READ=ON TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=ON WITHDRAW=OFF TRANSFER=OFF OTHER=ON   | EXCESS_SCOPE          | TDIAS
                    UNRESTRICTED   | ATTENTION | READ=ON TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=ON WITHDRAW=OFF TRANSFER=OFF OTHER=OFF  | IP_UNRESTRICTED       | TDIAS
                    ACCOUNT_LOCKED | NOT_READY | READ=ON TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=ON WITHDRAW=OFF TRANSFER=OFF OTHER=OFF  | ACCOUNT_LOCKED        | TDIA
                    """)
    void usdM_declaredState_verdictScopesAndRequests(
            KeyState state, Verdict verdict, String scopes, String codes, String asked) {
        standIn.add(StandInKey.of(KEY, SECRET, state));

        var result = bench.check(futures, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        assertThat(result.scopes()).isEqualTo(scopes);
        assertThat(result.codes()).extracting(Code::name).isEqualTo(words(codes));
        assertThat(standIn.requests()).isEqualTo(requests(asked));
    }

    @ParameterizedTest
    @CsvSource({"GOOD, READY", "READ_ONLY, NOT_READY", "ACCOUNT_LOCKED, NOT_READY", "WITHDRAW_ON, NOT_READY"})
    void coinM_declaredState_itsOwnHostIsAsked(KeyState state, Verdict verdict) {
        standIn.add(StandInKey.of(KEY, SECRET, state));

        var result = delivery(standIn, false);

        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        assertThat(standIn.requests()).isEqualTo(requests(state == KeyState.READ_ONLY ? "TDI" : "TDIC"));
    }

    @Test
    void extraRights_excess_sparesWhatGunbotsPageTicks() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.EXTRA_RIGHTS));

        assertThat(bench.check(futures, RIGHT, standIn)
                        .finding(Code.EXCESS_SCOPE)
                        .values()
                        .get("boxes"))
                .isEqualTo("\"Enable European Options\", \"FIX API trading\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    WRONG_ADDRESS | true  | IP_NOT_ALLOWED
                    WRONG_ADDRESS | false | AMBIGUOUS_REFUSAL
                    DISABLED      | true  | AMBIGUOUS_REFUSAL
                    """)
    void refused_state_itsCodeAfterOneQuestion(KeyState state, boolean addressShown, Code code) {
        standIn.showAddressOnSpotHost(addressShown);
        standIn.add(StandInKey.of(KEY, SECRET, state));

        var result = bench.check(futures, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(code);
        assertThat(standIn.requests()).isEqualTo(requests("TD"));
    }

    @Test
    void unknownKeyOrWrongSecret_areTold() {
        assertThat(bench.check(futures, RIGHT, standIn).codes()).containsExactly(Code.INVALID_KEY);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(futures, new Credentials(KEY, "wrong", "", ""), standIn)
                        .codes())
                .containsExactly(Code.BAD_SIGNATURE);
    }

    @Test
    void futuresNotOpened_accountSetup() {
        standIn.futuresOpened(false);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(futures, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(Code.TRADE_OFF, Code.ACCOUNT_SETUP);
        assertThat(result.finding(Code.ACCOUNT_SETUP).variant()).isEqualTo("futures");
        assertThat(standIn.requests()).isEqualTo(requests("TDI"));
    }

    @Test
    void portfolioMargin_accountSetup() {
        standIn.portfolioMargin(true);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(futures, RIGHT, standIn)
                        .finding(Code.ACCOUNT_SETUP)
                        .variant())
                .isEqualTo("portfolio-margin");
        assertThat(standIn.requests()).isEqualTo(requests("TDI"));
    }

    @Test
    void inactive_onUsdMAlone_accountSetup() {
        standIn.inactive(true);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(futures, RIGHT, standIn)
                        .finding(Code.ACCOUNT_SETUP)
                        .variant())
                .isEqualTo("inactive");
        assertThat(delivery(standIn, false).judgement().verdict()).isEqualTo(Verdict.READY);
    }

    @ParameterizedTest
    @CsvSource({"ACCOUNT, NOT_READY", "BTCUSDT, READY"})
    void tradingStatus_lock_countsForTheAccountAlone(String lock, Verdict verdict) {
        standIn.lock(lock);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(futures, RIGHT, standIn).judgement().verdict()).isEqualTo(verdict);
    }

    @Test
    void futuresHostRefuses_whatIsDeclaredOn_permissionDenied() {
        standIn.answer(
                USD_M,
                401,
                "{\"code\":-2015,\"msg\":\"Invalid API-key, IP, or permissions for action, request ip: 203.0.113.9\"}",
                Map.of());
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(futures, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(Code.PERMISSION_DENIED);
        assertThat(result.finding(Code.PERMISSION_DENIED).variant()).isEqualTo("binance-futures");
        assertThat(result.told().facts().seenFrom()).isEqualTo("203.0.113.9");
    }

    /** What is known already stands, whatever keeps the rest from being asked. */
    @ParameterizedTest
    @CsvSource({
        "/fapi, RATE_LIMITED, READY",
        "/fapi, MAINTENANCE, READY",
        "/fapi, RESET, READY",
        "/fapi, GARBAGE, ATTENTION",
        "/fapi, REGION, NOT_READY",
        "/sapi/v1/account/info, RATE_LIMITED, READY",
        "/sapi/v1/account/info, GARBAGE, READY"
    })
    void laterQuestions_fault_theDeclarationStands(String path, Fault fault, Verdict verdict) {
        standIn.fault(path, fault);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(futures, RIGHT, standIn).judgement().verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LEGACY_NO_DECLARATION | false | ATTENTION | READ=ON TRADE_SPOT=UNKNOWN TRADE_MARGIN=UNKNOWN TRADE_FUTURES=ON WITHDRAW=UNKNOWN
                    READ_ONLY             | false | NOT_READY | READ=ON TRADE_SPOT=UNKNOWN TRADE_MARGIN=UNKNOWN TRADE_FUTURES=OFF WITHDRAW=UNKNOWN
                    READ_ONLY             | true  | UNKNOWN   | READ=UNKNOWN TRADE_SPOT=UNKNOWN TRADE_MARGIN=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN
                    """)
    void noDeclaration_provedAtTheFuturesHost(
            KeyState state, boolean readsNeedFutures, Verdict verdict, String scopes) {
        standIn.offerDeclaration(false);
        standIn.readsNeedFutures(readsNeedFutures);
        standIn.add(StandInKey.of(KEY, SECRET, state));

        for (var market : List.of(Market.FUTURES, Market.DELIVERY)) {
            var result = bench.check(futures, RIGHT, standIn, market, false, Role.BOTH);

            assertThat(result.scopes()).startsWith(scopes);
            assertThat(result.judgement().verdict()).isEqualTo(verdict);
        }
    }

    @ParameterizedTest
    @CsvSource({"{}", "'{\"enableReading\":null,\"enableFutures\":\"true\"}'"})
    void declaration_withoutRights_provedOrUnknown(String body) {
        standIn.answer(DECLARATION, 200, body, Map.of());
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(futures, RIGHT, standIn).scopes())
                .contains("READ=ON", "TRADE_FUTURES=ON", "WITHDRAW=UNKNOWN");

        standIn.fault("/fapi", Fault.GARBAGE);
        var nothing = bench.check(futures, RIGHT, standIn);
        assertThat(nothing.codes()).containsExactly(Code.UNEXPECTED_ANSWER);
        assertThat(nothing.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void noDeclaration_accountAsleep_isToldAllTheSame() {
        standIn.offerDeclaration(false);
        standIn.inactive(true);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.answer(USD_M, 200, "{\"canTrade\":true}", Map.of());

        assertThat(bench.check(futures, RIGHT, standIn).codes()).contains(Code.ACCOUNT_SETUP);
    }

    @ParameterizedTest
    @CsvSource({"FUTURES, /fapi/v1/accountConfig, /fapi/v1/order", "DELIVERY, /dapi/v1/account, /dapi/v1/order"})
    void testnet_provedByReadingAndByACancel(Market market, String read, String cancel) {
        testnet.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(futures, RIGHT, testnet, market, true, Role.BOTH);

        assertThat(result.scopes()).startsWith("READ=ON").contains("TRADE_FUTURES=ON", "WITHDRAW=UNKNOWN");
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.ATTENTION);
        assertThat(testnet.requests())
                .isEqualTo(Map.of("GET /fapi/v1/time", 1, "GET " + read, 1, "DELETE " + cancel, 1));
    }

    @Test
    void testnet_keyRefusedByOneHost_isShownToTheOther() {
        testnet.add(StandInKey.of(KEY, SECRET, KeyState.DISABLED));

        var result = bench.check(futures, RIGHT, testnet, Market.FUTURES, true, Role.BOTH);

        assertThat(result.codes()).containsExactly(Code.AMBIGUOUS_REFUSAL);
        assertThat(result.finding(Code.AMBIGUOUS_REFUSAL).values())
                .containsEntry("address", BinanceFuturesStandIn.SEEN_FROM);
        assertThat(testnet.requests()).isEqualTo(Map.of("GET /fapi/v1/time", 1, USD_M, 2));
    }

    @Test
    void testnet_refusalProbesOff_noneIsSent() {
        try (var careful = new Bench(Clock.systemUTC(), Map.of("preflight.probe.refusal-probes", "false"))) {
            testnet.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

            var result = careful.check(futures, RIGHT, testnet, Market.FUTURES, true, Role.BOTH);

            assertThat(result.scopes()).contains("READ=ON", "TRADE_FUTURES=UNKNOWN");
            assertThat(testnet.requests()).isEqualTo(Map.of("GET /fapi/v1/time", 1, USD_M, 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"-30, ahead", "30, behind"})
    void skewedClock_askedOnceMoreWithTheirs_blocksAllTheSame(long aheadSeconds, String direction) {
        standIn.clockAhead(Duration.ofSeconds(aheadSeconds));
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(futures, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(Code.CLOCK_SKEW);
        assertThat(result.finding(Code.CLOCK_SKEW).values()).containsEntry("direction", direction);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(result.scopes()).contains("READ=ON", "TRADE_FUTURES=ON", "WITHDRAW=OFF");
        assertThat(standIn.requests()).isEqualTo(requests("TDDIAS"));
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, RATE_LIMITED",
        "BANNED, RATE_LIMITED",
        "MAINTENANCE, MAINTENANCE",
        "GARBAGE, UNEXPECTED_ANSWER",
        "EMPTY, UNEXPECTED_ANSWER",
        "TRUNCATED_JSON, UNEXPECTED_ANSWER",
        "HUGE, UNEXPECTED_ANSWER",
        "ENDLESS, UNEXPECTED_ANSWER",
        "GZIP_BOMB, UNEXPECTED_ANSWER",
        "REDIRECT, UNEXPECTED_ANSWER",
        "RESET, UNREACHABLE",
        "FRONT_END_403, RATE_LIMITED"
    })
    void everyCall_fault_unknownWithItsCode(Fault fault, Code code) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.fault("/sapi", fault);
        standIn.fault("/fapi", fault);

        var result = bench.check(futures, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(code);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.scopes()).doesNotContain("=ON").doesNotContain("=OFF");
    }

    @ParameterizedTest
    @CsvSource({"SILENT", "TRICKLE"})
    void silent_unreachableWithinTheTime(Fault fault) {
        try (var hurried = new Bench(Clock.systemUTC(), Map.of("preflight.probe.timeout", "300ms"))) {
            standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
            standIn.fault("/sapi", fault);

            assertThat(hurried.check(futures, RIGHT, standIn).codes()).containsExactly(Code.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"ECHO", "ECHO_IN_GOOD_ANSWER"})
    void echo_noSecretInWhatIsKept(Fault fault) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.fault(fault);

        assertThat(bench.check(futures, RIGHT, standIn).toString()).doesNotContain(KEY, SECRET);
    }

    @Test
    void region_blocked_saysNothingOfTheKey() {
        standIn.fault("/sapi", Fault.REGION);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(futures, RIGHT, standIn).codes()).containsExactly(Code.REGION_BLOCKED);
    }

    @ParameterizedTest
    @CsvSource({
        "binance, '', binance",
        "binance, SPOT, binance",
        "binance, MARGIN, binance",
        "binance, FUTURES, binance-futures",
        "binance, DELIVERY, binance-futures",
        "binanceFutures, '', binance-futures",
        "binanceFutures#2, FUTURES, binance-futures",
        "binance-futures, DELIVERY, binance-futures"
    })
    void catalogue_nameAndMarket_pickTheExchange(String name, String market, String id) {
        var catalogue = new Catalogue(List.of(futures, new Binance()));

        assertThat(catalogue
                        .named(name, Market.of(market).orElse(null))
                        .orElseThrow()
                        .listing()
                        .id())
                .isEqualTo(id);
    }

    private Bench.Result delivery(StandIn at, boolean testnet) {
        return bench.check(futures, RIGHT, at, Market.DELIVERY, testnet, Role.BOTH);
    }

    private static Map<String, Integer> requests(String asked) {
        var requests = new TreeMap<String, Integer>();
        asked.chars()
                .mapToObj(letter -> switch (letter) {
                    case 'T' -> "GET /api/v3/time";
                    case 'D' -> DECLARATION;
                    case 'I' -> "GET /sapi/v1/account/info";
                    case 'A' -> USD_M;
                    case 'C' -> COIN_M;
                    default -> "GET /fapi/v1/apiTradingStatus";
                })
                .forEach(call -> requests.merge(call, 1, Integer::sum));
        return requests;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
