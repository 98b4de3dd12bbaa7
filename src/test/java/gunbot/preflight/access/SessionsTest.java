package gunbot.preflight.access;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.testing.TestClock;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final TestClock clock = new TestClock();
    private final Sessions sessions = new Sessions(clock);

    @Test
    void session_goesOnUntilItIsEnded() {
        var id = sessions.begin();

        assertThat(sessions.goesOn(id)).isTrue();
        sessions.end(id);
        assertThat(sessions.goesOn(id)).isFalse();
    }

    @Test
    void unknownId_isNoSession() {
        var id = sessions.begin();

        assertThat(sessions.goesOn(null)).isFalse();
        assertThat(sessions.goesOn("")).isFalse();
        assertThat(sessions.goesOn(id.substring(1))).isFalse();
        assertThat(sessions.goesOn(id + "A")).isFalse();
        sessions.end("another");
        sessions.end(null);
        assertThat(sessions.goesOn(id)).isTrue();
    }

    @Test
    void ids_have256BitsAndNeverRepeat() {
        var ids = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            ids.add(sessions.begin());
        }

        assertThat(ids).hasSize(1000).allMatch(id -> id.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void idleSession_endsAfterTwelveHours() {
        var id = sessions.begin();
        clock.pass(Sessions.IDLE);
        assertThat(sessions.goesOn(id)).isTrue();
        clock.pass(Sessions.IDLE.plusSeconds(1));

        assertThat(sessions.goesOn(id)).isFalse();
    }

    @Test
    void usedSession_endsAfterSevenDaysAllTheSame() {
        var id = sessions.begin();
        for (int hour = 0; hour < 7 * 24; hour += 6) {
            clock.pass(Duration.ofHours(6));
            assertThat(sessions.goesOn(id)).as("hour %s", hour).isTrue();
        }
        clock.pass(Duration.ofSeconds(1));

        assertThat(sessions.goesOn(id)).isFalse();
    }

    @Test
    void oneMoreThanTheMost_endsTheLongestUnused() {
        var first = sessions.begin();
        clock.pass(Duration.ofSeconds(1));
        var second = sessions.begin();
        for (int i = 2; i < Sessions.MOST; i++) {
            sessions.begin();
        }
        clock.pass(Duration.ofSeconds(1));
        assertThat(sessions.goesOn(first)).isTrue();
        sessions.begin();

        assertThat(sessions.goesOn(first)).isTrue();
        assertThat(sessions.goesOn(second)).isFalse();
    }
}
