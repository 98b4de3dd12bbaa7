package gunbot.preflight.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.binance.BinanceStandIn;
import gunbot.preflight.testing.Bench;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Binance's test network, which declares no rights: what reading and a refused cancel prove. */
class BinanceTestnetTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:40:00Z"), ZoneOffset.UTC);
    private static final String KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
    private static final String SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

    private static final String TIME = "GET /api/v3/time";
    private static final String ACCOUNT = "GET /api/v3/account";
    private static final String CANCEL = "DELETE /api/v3/order";

    private final BinanceStandIn testnet = BinanceStandIn.testnet(CLOCK);
    private final Bench bench = new Bench(CLOCK, Map.of());

    @BeforeEach
    void start() {
        testnet.start();
    }

    @AfterEach
    void stop() {
        bench.close();
        testnet.close();
        assertThat(testnet.unexpected()).isEmpty();
        assertThat(testnet.mostInFlight(KEY)).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GOOD                  | ATTENTION | READ=ON TRADE_SPOT=ON           | SCOPE_UNKNOWN
                    UNRESTRICTED          | ATTENTION | READ=ON TRADE_SPOT=ON           | SCOPE_UNKNOWN
                    LEGACY_NO_DECLARATION | ATTENTION | READ=ON TRADE_SPOT=ON           | SCOPE_UNKNOWN
                    READ_ONLY             | NOT_READY | READ=ON TRADE_SPOT=OFF          | TRADE_OFF
                    ACCOUNT_LOCKED        | NOT_READY | READ=ON TRADE_SPOT=UNKNOWN      | ACCOUNT_LOCKED
                    NO_READ               | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN | AMBIGUOUS_REFUSAL
                    DISABLED              | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN | AMBIGUOUS_REFUSAL
                    WRONG_ADDRESS         | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN | IP_NOT_ALLOWED
                    """)
    void state_whatReadingAndCancellingProve(KeyState state, Verdict verdict, String scopes, Code first) {
        testnet.add(StandInKey.of(KEY, SECRET, state));

        var result = onTestnet(bench);

        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        assertThat(result.scopes())
                .isEqualTo(
                        scopes
                                + " TRADE_MARGIN=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN TRANSFER=UNKNOWN OTHER=UNKNOWN");
        assertThat(result.codes()).first().isEqualTo(first);
        assertThat(result.told().facts().account() != null).isEqualTo(scopes.startsWith("READ=ON"));
        assertThat(result.told().facts().ip().state()).isEqualTo(State.UNKNOWN);
        assertThat(testnet.requests())
                .isEqualTo(
                        scopes.startsWith("READ=ON")
                                ? Map.of(TIME, 1, ACCOUNT, 1, CANCEL, 1)
                                : Map.of(TIME, 1, ACCOUNT, 1));
    }

    @Test
    void refusalProbesOff_tradeUnknownAndNoCancel() {
        testnet.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        try (var careful = new Bench(CLOCK, Map.of("preflight.probe.refusal-probes", "false"))) {
            assertThat(onTestnet(careful).scopes()).startsWith("READ=ON TRADE_SPOT=UNKNOWN ");
        }
        assertThat(testnet.requests()).isEqualTo(Map.of(TIME, 1, ACCOUNT, 1));
    }

    @Test
    void cancel_namesAnOrderMadeForThisRequest() {
        testnet.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        onTestnet(bench);
        onTestnet(bench);

        var ids = testnet.log().stream()
                .filter(request -> request.call().equals(CANCEL))
                .map(request -> request.parameters().one("origClientOrderId").orElseThrow())
                .toList();
        assertThat(ids).hasSize(2).doesNotHaveDuplicates().allMatch(id -> id.length() == 36);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    429 | {"code":-1003,"msg":"Too much request weight used"} | RATE_LIMITED
                    503 | {"code":-1008,"msg":"overloaded"}                   | MAINTENANCE
                    400 | {"code":-1121,"msg":"Invalid symbol."}              | UNEXPECTED_ANSWER
                    """)
    void cancelRefusedForAnotherReason_tradeUnknownAndTheReasonTold(int status, String body, Code code) {
        testnet.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        testnet.answer(CANCEL, status, body, Map.of());

        var result = onTestnet(bench);

        assertThat(result.scopes()).startsWith("READ=ON TRADE_SPOT=UNKNOWN ");
        assertThat(result.codes()).first().isEqualTo(code);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"{}", "'{\"balances\":null}'", "'{\"serverTime\":1}'"})
    void accountThatShowsNoBalances_provesNothing(String body) {
        testnet.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        testnet.answer(ACCOUNT, 200, body, Map.of());

        assertThat(onTestnet(bench).codes()).containsExactly(Code.UNEXPECTED_ANSWER);
        assertThat(testnet.requests()).isEqualTo(Map.of(TIME, 1, ACCOUNT, 1));
    }

    private Bench.Result onTestnet(Bench with) {
        return with.check(new Binance(), new Credentials(KEY, SECRET, "", ""), testnet, Market.SPOT, true, Role.BOTH);
    }
}
