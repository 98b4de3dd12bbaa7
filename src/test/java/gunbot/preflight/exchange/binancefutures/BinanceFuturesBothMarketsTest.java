package gunbot.preflight.exchange.binancefutures;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
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
import gunbot.preflight.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One key of Binance that trades both USD-M and COIN-M: one sequence of at most six signed calls, two verdicts. */
class BinanceFuturesBothMarketsTest {
    private static final String KEY = "dbefbc809e3e83c283a984c3a1459732ea7db1360ca80c5c2c8867408d28cc83";
    private static final String SECRET = "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9";
    private static final String COIN_M = "GET /dapi/v1/account";

    private final TestClock clock = new TestClock();
    private BinanceFuturesStandIn standIn;
    private BinanceFuturesStandIn testnet;
    private Bench bench;

    @BeforeEach
    void start() {
        standIn = BinanceFuturesStandIn.production(clock).start();
        testnet = BinanceFuturesStandIn.testnet(clock).start();
        bench = new Bench(clock, Map.of());
    }

    @AfterEach
    void stop() {
        bench.close();
        standIn.close();
        testnet.close();
        assertThat(standIn.unexpected()).isEmpty();
        assertThat(testnet.unexpected()).isEmpty();
    }

    /** D(eclaration), I(nfo), A(ccount of USD-M), S(tatus of trading), C(OIN-M's account); small ones are cancels. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GOOD                  | DIASC | READY     | READY
                    WITHDRAW_ON           | DIASC | NOT_READY | NOT_READY
                    READ_ONLY             | DI    | NOT_READY | NOT_READY
                    NO_READ               | D     | NOT_READY | NOT_READY
                    WRONG_ADDRESS         | D     | NOT_READY | NOT_READY
                    DISABLED              | D     | NOT_READY | NOT_READY
                    LEGACY_NO_DECLARATION | DAaCc | ATTENTION | ATTENTION
                    """)
    void state_callsOfBoth(KeyState state, String calls, Verdict usdM, Verdict coinM) {
        standIn.add(StandInKey.of(KEY, SECRET, state));

        assertThat(verdicts(ask(standIn, false))).containsExactly(usdM, coinM);
        assertThat(signed(standIn)).isEqualTo(requests(calls));
    }

    @Test
    void usdMAsleep_coinMIsReady() {
        standIn.inactive(true);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var both = ask(standIn, false);

        assertThat(both.get(0).codes()).containsExactly(Code.ACCOUNT_SETUP);
        assertThat(both.get(1).judgement().verdict()).isEqualTo(Verdict.READY);
        assertThat(signed(standIn)).isEqualTo(requests("DIAC"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"code":-4109,"msg":"This account is inactive."}                                              | ACCOUNT_SETUP
                    {"code":-2015,"msg":"Invalid API-key, IP, or permissions for action, request ip: 203.0.113.9"} | PERMISSION_DENIED
                    """)
    void coinMRefuses_usdMIsReady(String words, Code code) {
        standIn.answer(COIN_M, 400, words, Map.of());
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var both = ask(standIn, false);

        assertThat(both.get(0).judgement().verdict()).isEqualTo(Verdict.READY);
        assertThat(both.get(0).told().facts().seenFrom()).isNull();
        assertThat(both.get(1).codes()).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "/fapi, RATE_LIMITED, READY, READY",
        "/fapi, MAINTENANCE, READY, READY",
        "/dapi, RATE_LIMITED, READY, READY",
        // an answer that says nothing understood of the account is told, where it belongs
        "/fapi, EMPTY, ATTENTION, READY",
        "/dapi, GARBAGE, READY, ATTENTION"
    })
    void oneHostInTrouble_theDeclarationStandsForBoth(String path, Fault fault, Verdict usdM, Verdict coinM) {
        standIn.fault(path, fault);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(verdicts(ask(standIn, false))).containsExactly(usdM, coinM);
    }

    @ParameterizedTest
    @CsvSource({"true, DDIASC", "false, DDAaCc"})
    void clockBehind_stillWithinSix(boolean declared, String calls) {
        standIn.clockAhead(Duration.ofSeconds(30));
        standIn.offerDeclaration(declared);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var both = ask(standIn, false);

        assertThat(signed(standIn)).isEqualTo(requests(calls));
        assertThat(both).allSatisfy(each -> {
            assertThat(each.codes()).contains(Code.CLOCK_SKEW);
            assertThat(each.scopes()).contains("READ=ON", "TRADE_FUTURES=ON");
        });
    }

    @Test
    void testnet_bothProved() {
        testnet.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(verdicts(ask(testnet, true))).containsExactly(Verdict.ATTENTION, Verdict.ATTENTION);
        assertThat(signed(testnet)).isEqualTo(requests("AaCc"));
    }

    @Test
    void testnet_unknownKey_twoRefusalsAreAll() {
        var both = ask(testnet, true);

        assertThat(both).allSatisfy(each -> assertThat(each.codes()).containsExactly(Code.INVALID_KEY));
        assertThat(signed(testnet)).isEqualTo(requests("AA")); // one at each test host
    }

    private List<Bench.Result> ask(StandIn at, boolean onTestnet) {
        var both = bench.check(
                new BinanceFutures(),
                new Credentials(KEY, SECRET, "", ""),
                at,
                List.of(Market.FUTURES, Market.DELIVERY),
                onTestnet,
                Role.BOTH);
        assertThat(at.mostInFlight(KEY)).isEqualTo(1);
        assertThat(both).allSatisfy(each -> assertThat(each.told().requests())
                .isEqualTo(at.log().size()));
        return both;
    }

    private static List<Verdict> verdicts(List<Bench.Result> results) {
        return results.stream().map(result -> result.judgement().verdict()).toList();
    }

    private static Map<String, Integer> signed(StandIn at) {
        var requests = new TreeMap<>(at.requests());
        requests.keySet().removeIf(call -> call.endsWith("/time"));
        assertThat(requests.values().stream().mapToInt(times -> times).sum()).isLessThanOrEqualTo(6);
        return requests;
    }

    private static Map<String, Integer> requests(String asked) {
        var requests = new TreeMap<String, Integer>();
        asked.chars()
                .mapToObj(letter -> switch (letter) {
                    case 'D' -> "GET /sapi/v1/account/apiRestrictions";
                    case 'I' -> "GET /sapi/v1/account/info";
                    case 'A' -> "GET /fapi/v1/accountConfig";
                    case 'a' -> "DELETE /fapi/v1/order";
                    case 'C' -> COIN_M;
                    case 'c' -> "DELETE /dapi/v1/order";
                    default -> "GET /fapi/v1/apiTradingStatus";
                })
                .forEach(call -> requests.merge(call, 1, Integer::sum));
        return requests;
    }
}
