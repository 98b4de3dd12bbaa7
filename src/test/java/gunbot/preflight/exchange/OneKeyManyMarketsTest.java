package gunbot.preflight.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Market;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.testing.Bench;
import gunbot.preflight.testing.SampleKeys;
import gunbot.preflight.testing.TestClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A key that stands in entries of several markets is asked once for all of them: each market learns what it would have learnt
 * alone, no call is sent twice, and rule 4's six are for all together.
 */
class OneKeyManyMarketsTest {
    private static final int MOST_SIGNED = 6;

    /** Two refusals of a key end its questions: here before the cancel that would have shown which right is missing. */
    private static final List<String> CUT_SHORT = List.of("poloniex NO_READ");

    private static StandIns standIns;

    private final TestClock clock = new TestClock();
    private final Bench bench = new Bench(clock, Map.of());

    @BeforeAll
    static void start() {
        standIns = StandIns.start(new TestClock());
    }

    @AfterAll
    static void stop() {
        standIns.close();
    }

    @AfterEach
    void close() {
        bench.close();
        standIns.all().forEach(standIn -> {
            standIn.offerDeclaration(true);
            standIn.clockAhead(Duration.ZERO);
        });
    }

    static Stream<Exchange> exchanges() {
        return AllExchanges.all().stream()
                .filter(exchange -> exchange.listing().markets().size() > 1);
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void everyState_eachMarketLearnsWhatItWouldAlone_andNothingIsSentTwice(Exchange exchange) {
        assertLikeAlone(exchange);
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void everyState_withoutDeclaration(Exchange exchange) {
        standIns.of(exchange.listing().id()).offerDeclaration(false);

        assertLikeAlone(exchange);
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void everyState_clockBehind(Exchange exchange) {
        standIns.of(exchange.listing().id()).clockAhead(Duration.ofSeconds(30));

        assertLikeAlone(exchange);
    }

    private void assertLikeAlone(Exchange exchange) {
        var id = exchange.listing().id();
        for (var state : KeyState.values()) {
            if (stands(id, state)) {
                assertLikeAlone(exchange, state);
            }
        }
    }

    private void assertLikeAlone(Exchange exchange, KeyState state) {
        var standIn = standIns.of(exchange.listing().id());
        var markets = exchange.listing().markets();
        var alone = new HashMap<Market, Bench.Result>();
        var calls = new HashMap<String, Integer>();
        for (var market : markets) {
            alone.putAll(ask(exchange, state, List.of(market)));
            standIn.requests().forEach((call, times) -> calls.merge(call, times, Math::max));
        }
        for (var order : List.of(markets, backwards(markets))) {
            var what = exchange.listing().id() + " " + state + " " + order;
            var together = ask(exchange, state, order);

            order.forEach(market -> {
                var verdict = together.get(market).judgement().verdict();
                assertThat(verdict)
                        .as(what)
                        .isEqualTo(alone.get(market).judgement().verdict());
                assertThat(together.get(market).told().requests())
                        .as(what)
                        .isEqualTo(standIn.log().size());
                if (CUT_SHORT.contains(exchange.listing().id() + " " + state)) {
                    assertThat(verdict).as(what).isEqualTo(Verdict.NOT_READY);
                } else {
                    assertThat(together.get(market).judgement())
                            .as(what)
                            .isEqualTo(alone.get(market).judgement());
                }
            });
            standIn.requests()
                    .forEach((call, times) ->
                            assertThat(times).as(what + " " + call).isLessThanOrEqualTo(calls.get(call)));
            assertThat(signed(exchange, standIn)).as(what).isLessThanOrEqualTo(MOST_SIGNED);
            assertThat(standIn.mostInFlight()).as(what).isEqualTo(1);
            assertThat(standIn.unexpected()).as(what).isEmpty();
        }
    }

    private Map<Market, Bench.Result> ask(Exchange exchange, KeyState state, List<Market> markets) {
        var id = exchange.listing().id();
        var entry = SampleKeys.entry(id, state.ordinal());
        var credentials = new Credentials(
                entry.getString("key"), entry.getString("secret"), entry.getString("passphrase", ""), "");
        standIns.of(id).forgetTraffic();
        return bench.check(exchange, credentials, standIns.of(id), markets, false, Role.BOTH).stream()
                .collect(Collectors.toMap(result -> result.key().market(), result -> result));
    }

    /** Whether a key can be so there; if so, there is one from now on. */
    private static boolean stands(String id, KeyState state) {
        try {
            standIns.of(id).add(SampleKeys.known(id, state.ordinal(), state));
            return true;
        } catch (IllegalArgumentException noKeyIsSo) {
            return false;
        }
    }

    /** None of these exchanges has an open call but for its time. */
    private static long signed(Exchange exchange, StandIn standIn) {
        var time =
                URI.create(exchange.timeCall(false).call().text().split(" ")[1]).getPath();
        return standIn.log().stream()
                .filter(request -> !request.path().equals(time))
                .count();
    }

    private static List<Market> backwards(List<Market> markets) {
        var other = new ArrayList<>(markets);
        Collections.reverse(other);
        return other;
    }
}
