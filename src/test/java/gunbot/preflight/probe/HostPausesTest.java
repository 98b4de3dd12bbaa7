package gunbot.preflight.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.testing.TestClock;
import gunbot.preflight.testing.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPausesTest {
    private final TestClock clock = new TestClock();
    private final HostPauses pauses = new HostPauses(clock, clock::nanos);

    @Test
    void restored_holdsUntilItsEnd() {
        pauses.restore(Map.of("a", clock.instant().plusSeconds(60)));
        assertThat(pauses.until("a")).isPresent();
        assertThat(pauses.until("b")).isEmpty();

        clock.pass(Duration.ofSeconds(60));
        assertThat(pauses.until("a")).isEmpty();
    }

    @Test
    void restored_neverShortensOneThatRuns() {
        pauses.pause("a", Duration.ofMinutes(10));
        pauses.restore(Map.of("a", clock.instant().plusSeconds(60)));

        assertThat(pauses.until("a")).contains(clock.instant().plusSeconds(600));
    }

    @Test
    void added_allAreTold() {
        var told = new ArrayList<Map<String, Instant>>();
        pauses.onChange(told::add);
        pauses.restore(Map.of("a", clock.instant().plusSeconds(60)));

        pauses.pause("b", Duration.ofSeconds(5));

        assertThat(told)
                .containsExactly(Map.of(
                        "a",
                        clock.instant().plusSeconds(60),
                        "b",
                        clock.instant().plusSeconds(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P3650D", "PT2H", "-PT2H", "-P20000D"})
    void clockSetMeanwhile_thePauseLastsAsLongAsItWasAskedFor(Duration by) {
        var passing = new TestClock();
        var wall = new WallClock(passing, Duration.ZERO);
        var moved = new HostPauses(wall, passing::nanos);
        moved.pause("a", Duration.ofMinutes(10));
        wall.set(by);

        assertThat(moved.until("a")).contains(passing.instant().plus(by).plusSeconds(600));
        passing.pass(Duration.ofSeconds(599));
        assertThat(moved.until("a")).isPresent();
        passing.pass(Duration.ofSeconds(1));
        assertThat(moved.until("a")).isEmpty();
    }
}
