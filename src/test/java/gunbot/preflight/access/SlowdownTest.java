package gunbot.preflight.access;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.testing.TestClock;
import gunbot.preflight.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowdownTest {
    private final TestClock clock = new TestClock();
    private final VirtualTime time = new VirtualTime(clock);
    private final Slowdown slowdown = new Slowdown(time, clock);
    private final List<Duration> answers = new ArrayList<>();

    @Test
    void firstMistakes_areAnsweredAtOnce_laterOnesLaterAndLater() {
        for (int i = 0; i < 10; i++) {
            wrong("a");
            time.pass(Slowdown.LONGEST);
        }

        assertThat(answers)
                .extracting(Duration::toMillis)
                .containsExactly(0L, 0L, 0L, 250L, 500L, 1000L, 2000L, 4000L, 4000L, 4000L);
    }

    @Test
    void manyHeldBack_oneAddressMustWait_othersNot_andNobodyForGood() {
        for (int i = 0; i < 3 + Slowdown.MOST_OF_ONE; i++) {
            assertThat(slowdown.admits("a")).isTrue();
            wrong("a");
        }
        assertThat(slowdown.admits("a")).isFalse();
        assertThat(slowdown.admits("b")).isTrue();
        time.pass(Slowdown.LONGEST);

        assertThat(slowdown.admits("a")).isTrue();
        assertThat(answers).hasSize(3 + Slowdown.MOST_OF_ONE);
    }

    @Test
    void manyAddresses_areBoundedTogether() {
        for (int i = 0; i < 3 + Slowdown.MOST; i++) {
            wrong("a" + i);
        }
        assertThat(slowdown.admits("new")).isFalse();
        time.pass(Slowdown.LONGEST);

        assertThat(slowdown.admits("new")).isTrue();
        assertThat(time.pending()).isZero();
    }

    @Test
    void oldMistakes_areForgotten() {
        for (int i = 0; i < 9; i++) {
            wrong("a");
        }
        time.pass(Slowdown.FORGOTTEN.plusSeconds(1));
        answers.clear();
        wrong("a");

        assertThat(answers).containsExactly(Duration.ZERO);
    }

    private void wrong(String address) {
        var from = clock.instant();
        slowdown.wrong(address, () -> answers.add(Duration.between(from, clock.instant())));
    }
}
