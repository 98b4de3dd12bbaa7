package gunbot.preflight.watch;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.gunbot.Reading;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatienceTest {
    private final TestClock clock = new TestClock();
    private final Patience patience = new Patience(clock);
    private final Reading good = reading(SourceState.OK);

    @ParameterizedTest
    @EnumSource(names = {"MISSING", "UNREADABLE", "INVALID", "EMPTIED"})
    void badForAMoment_theGoodOneStands_badForLong_itIsTold(SourceState state) {
        patience.settle(good);
        var bad = reading(state);

        assertThat(patience.settle(bad)).isSameAs(good);
        clock.pass(Duration.ofMillis(4999));
        assertThat(patience.settle(bad)).isSameAs(good);
        assertThat(patience.waiting()).isTrue();

        clock.pass(Duration.ofMillis(1));
        assertThat(patience.settle(bad)).isSameAs(bad);
        assertThat(patience.waiting()).isFalse();
    }

    @Test
    void severalKindsOfBadInARow_areOneMoment() {
        patience.settle(good);
        patience.settle(reading(SourceState.MISSING));
        clock.pass(Duration.ofSeconds(3));
        patience.settle(reading(SourceState.INVALID));
        clock.pass(Duration.ofSeconds(3));

        assertThat(patience.settle(reading(SourceState.INVALID)).state()).isEqualTo(SourceState.INVALID);
    }

    @Test
    void goodInBetween_theMomentBeginsAnew() {
        patience.settle(good);
        patience.settle(reading(SourceState.INVALID));
        clock.pass(Duration.ofSeconds(4));
        patience.settle(good);
        assertThat(patience.waiting()).isFalse();
        clock.pass(Duration.ofSeconds(4));

        assertThat(patience.settle(reading(SourceState.INVALID))).isSameAs(good);
    }

    @Test
    void beforeAnyGoodOne_badIsToldAtOnce() {
        var bad = reading(SourceState.INVALID);

        assertThat(patience.settle(bad)).isSameAs(bad);
        assertThat(patience.waiting()).isFalse();
    }

    @Test
    void clockSetBack_theMomentEndsAllTheSame() {
        patience.settle(good);
        patience.settle(reading(SourceState.INVALID));
        clock.pass(Duration.ofDays(-1));
        patience.settle(reading(SourceState.INVALID));
        clock.pass(Duration.ofSeconds(5));

        assertThat(patience.settle(reading(SourceState.INVALID)).state()).isEqualTo(SourceState.INVALID);
    }

    private static Reading reading(SourceState state) {
        return new Reading(state, "config.js", null, List.of(), List.of(), List.of(), Set.of(), false, false);
    }
}
