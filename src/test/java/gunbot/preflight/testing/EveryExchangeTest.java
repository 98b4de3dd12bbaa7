package gunbot.preflight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Verdict;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The control of all tests that go over every exchange: with nothing wrong, nothing is found. */
class EveryExchangeTest {
    @ParameterizedTest
    @MethodSource("gunbot.preflight.testing.EveryExchange#all")
    void goodKey_atItsStandIn_readsAndTradesAndNothingBlocks(EveryExchange each) {
        try (var bench = new Bench();
                var standIn = each.standInWithGoodKey(Clock.systemUTC())) {
            var result = bench.check(each.adapter(), each.credentials(), standIn);

            assertThat(result.judgement().verdict()).isIn(Verdict.READY, Verdict.ATTENTION);
            assertThat(result.told().facts().grant(Scope.READ).state()).isEqualTo(State.ON);
            assertThat(standIn.unexpected()).isEmpty();
        }
    }
}
