package gunbot.preflight.exchange.poloniex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Market;
import gunbot.preflight.keys.Role;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.poloniex.PoloniexStandIn;
import gunbot.preflight.testing.Bench;
import gunbot.preflight.testing.TestClock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One key of Poloniex that stands in an entry for spot and one for futures. */
class PoloniexBothMarketsTest {
    private static final String KEY = "POLOTEST-GUNBOT01-PREFLIGH-00001234";
    private static final String SECRET = "invented-secret-of-a-poloniex-key";

    private final TestClock clock = new TestClock();
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

    /** R(ead) and C(ancel) of spot, r(ead) and c(ancel) of futures; the first code of each market. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EXTRA_RIGHTS  | RCrc | READ=ON TRADE_SPOT=ON           | READ=ON TRADE_FUTURES=ON           | SCOPE_UNKNOWN     | SCOPE_UNKNOWN
                    GOOD          | RCrc | READ=ON TRADE_SPOT=ON           | READ=ON TRADE_FUTURES=OFF          | SCOPE_UNKNOWN     | TRADE_OFF
                    READ_ONLY     | RCrc | READ=ON TRADE_SPOT=OFF          | READ=ON TRADE_FUTURES=OFF          | TRADE_OFF         | TRADE_OFF
                    NO_READ       | RCr  | READ=OFF TRADE_SPOT=ON          | READ=UNKNOWN TRADE_FUTURES=UNKNOWN | READ_OFF          | AMBIGUOUS_REFUSAL
                    WRONG_ADDRESS | RC   | READ=UNKNOWN TRADE_SPOT=UNKNOWN | READ=UNKNOWN TRADE_FUTURES=UNKNOWN | AMBIGUOUS_REFUSAL | AMBIGUOUS_REFUSAL
                    """)
    void state_callsAndScopesOfBoth(
            KeyState state, String calls, String spot, String futures, Code ofSpot, Code ofFutures) {
        standIn.add(StandInKey.of(KEY, SECRET, state));

        var both = ask(Market.SPOT, Market.FUTURES);

        assertThat(signed()).isEqualTo(requests(calls));
        assertThat(both.get(0).scopes()).startsWith(spot).contains("TRADE_FUTURES=UNKNOWN");
        assertThat(both.get(1).scopes().replace("TRADE_SPOT=UNKNOWN ", "")).startsWith(futures);
        assertThat(both.get(0).codes().get(0)).isEqualTo(ofSpot);
        assertThat(both.get(1).codes().get(0)).isEqualTo(ofFutures);
    }

    @Test
    void futuresAndSwap_areOneSequence() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.EXTRA_RIGHTS));

        var all = ask(Market.SWAP, Market.FUTURES, Market.SPOT);

        assertThat(signed()).isEqualTo(requests("RCrc"));
        assertThat(all.get(0).scopes()).isEqualTo(all.get(1).scopes()).contains("TRADE_FUTURES=ON");
        assertThat(all.get(2).scopes()).contains("TRADE_SPOT=ON");
    }

    @Test
    void oneApiInTrouble_leavesTheOther() {
        standIn.fault("/v3", Fault.MAINTENANCE);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.EXTRA_RIGHTS));

        var both = ask(Market.SPOT, Market.FUTURES);

        assertThat(both.get(0).scopes()).startsWith("READ=ON TRADE_SPOT=ON");
        assertThat(both.get(1).codes()).containsExactly(Code.MAINTENANCE);
    }

    @Test
    void oldReadsRetired_theSixAreUsedUpAndNoMore() {
        List.of("GET /accounts", "GET /accounts/balances").forEach(call -> standIn.answer(call, 404, "", Map.of()));
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.EXTRA_RIGHTS));

        var both = ask(Market.SPOT, Market.FUTURES);

        assertThat(standIn.log()).hasSize(7); // with the time
        assertThat(both.get(0).scopes()).contains("TRADE_SPOT=ON");
        assertThat(both.get(1).scopes()).contains("TRADE_FUTURES=ON");
    }

    private List<Bench.Result> ask(Market... markets) {
        var credentials = new Credentials(KEY, SECRET, "", "");
        return bench.check(new Poloniex(), credentials, standIn, List.of(markets), false, Role.BOTH);
    }

    private Map<String, Integer> signed() {
        var requests = new TreeMap<>(standIn.requests());
        requests.remove("GET /timestamp");
        return requests;
    }

    private static Map<String, Integer> requests(String asked) {
        var requests = new TreeMap<String, Integer>();
        asked.chars()
                .mapToObj(letter -> switch (letter) {
                    case 'R' -> "GET /accounts";
                    case 'C' -> "DELETE /orders/1";
                    case 'r' -> "GET /v3/account/balance";
                    default -> "DELETE /v3/trade/order";
                })
                .forEach(call -> requests.merge(call, 1, Integer::sum));
        return requests;
    }
}
