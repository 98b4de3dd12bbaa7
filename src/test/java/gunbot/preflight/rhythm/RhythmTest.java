package gunbot.preflight.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.testing.TestSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {
    private static final Instant START = Instant.parse("2026-11-22T08:40:00Z");
    private static final boolean NONCES = true;
    private static final boolean OPEN = true;
    private static final boolean SHUT = false;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "5, 15", "6, 15", "600, 15"})
    void curableAndShut_lessAndLessOften_withNoncesToo(int streak, int minutes) {
        var asked = START.plusSeconds(77);

        for (var hasNonces : new boolean[] {false, true}) {
            var due = defaults().due(refused(asked, streak, Code.IP_NOT_ALLOWED), hasNonces, SHUT, asked);
            assertLateByATenthAtMost(due, asked, Duration.ofMinutes(minutes));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TRADE_OFF", "WITHDRAW_ON", "OTP_REQUIRED", "ACCOUNT_LOCKED", "EXPIRED", "AMBIGUOUS_REFUSAL", "UNREACHABLE",
        "NO_NETWORK", "MAINTENANCE", "RATE_LIMITED", "NONCE", "UNEXPECTED_ANSWER", "CLOCK_SKEW", "KEY_NOT_ACTIVE"
    })
    void everythingThatIsCuredElsewhere_afterAMinute(Code code) {
        var due = defaults().due(refused(START, 1, code), false, SHUT, START);
        assertLateByATenthAtMost(due, START, Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({"INVALID_KEY", "BAD_SIGNATURE", "BAD_PASSPHRASE"})
    void curedByAnEdit_hourlyWhileShut_neverOnceOpen(Code code) {
        for (var hasNonces : new boolean[] {false, true}) {
            var due = rhythm("30m", "30m").due(refused(START, 3, code), hasNonces, SHUT, START);
            assertLateByATenthAtMost(due, START, Duration.ofHours(1));
            assertThat(rhythm("30m", "30m").due(refused(START, 3, code), hasNonces, OPEN, START))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, true"})
    void fineOrOpen_onTheNextMark_lateByATenthAtMost(boolean refused, boolean open) {
        var last = refused ? refused(START.plusSeconds(12), 4, Code.UNREACHABLE) : fine(START.plusSeconds(12));

        var due = defaults().due(last, false, open, START).orElseThrow();

        assertThat(due).isBetween(START.plus(Duration.ofMinutes(30)), START.plus(Duration.ofMinutes(33)));
    }

    @Test
    void marks_doNotDriftByTheTimeThatChecksTake() {
        var rhythm = defaults();
        var asked = START;
        for (int n = 1; n <= 10_000; n++) {
            var due = rhythm.due(fine(asked), false, OPEN, asked).orElseThrow();
            var mark = START.plus(Duration.ofMinutes(30L * n));
            assertThat(due).isBetween(mark, mark.plus(Duration.ofMinutes(3)));
            asked = due.plusSeconds(20); // as long as a check takes
        }
    }

    @Test
    void jitter_differsFromMarkToMarkAndIsTheSameWheneverOneLooks() {
        var rhythm = defaults();

        var jitters = IntStream.range(0, 100)
                .mapToObj(n -> START.plus(Duration.ofMinutes(30L * n)))
                .map(asked -> Duration.between(
                        asked, rhythm.due(fine(asked), false, OPEN, asked).orElseThrow()))
                .distinct()
                .count();

        assertThat(jitters).isGreaterThan(90);
        assertThat(rhythm.due(fine(START), false, OPEN, START))
                .isEqualTo(rhythm.due(fine(START.plusSeconds(900)), false, OPEN, START.plusSeconds(900)));
    }

    @Test
    void checkLongerThanTheInterval_theNextMarkIsStillAhead() {
        var ended = START.plusMillis(950);

        assertThat(rhythm("200ms", "off").due(fine(ended), false, OPEN, ended).orElseThrow())
                .isBetween(START.plusMillis(1000), START.plusMillis(1020));
    }

    @Test
    void keyWithNonces_openOnlyByItsOwnSetting_shutLikeTheOthers() {
        for (var last : new Remembered[] {fine(START), refused(START, 2, Code.UNREACHABLE)}) {
            assertThat(rhythm("30m", "off").due(last, NONCES, OPEN, START)).isEmpty();
            assertThat(rhythm("30m", "2h").due(last, NONCES, OPEN, START).orElseThrow())
                    .isBetween(START.plus(Duration.ofMinutes(120)), START.plus(Duration.ofMinutes(132)));
        }
        for (var own : new String[] {"off", "2h"}) {
            assertThat(rhythm("30m", own).due(fine(START), NONCES, SHUT, START).orElseThrow())
                    .isBetween(START.plus(Duration.ofMinutes(30)), START.plus(Duration.ofMinutes(33)));
        }
        assertThat(rhythm("off", "2h").due(fine(START), NONCES, SHUT, START)).isEmpty();
    }

    @Test
    void off_onlyWhatHoldsTheGateIsAskedAgain() {
        var off = rhythm("off", "off");

        assertThat(off.due(fine(START), false, SHUT, START)).isEmpty();
        assertThat(off.due(fine(START), false, OPEN, START)).isEmpty();
        assertThat(off.due(refused(START, 1, Code.UNREACHABLE), false, OPEN, START))
                .isEmpty();
        assertThat(off.due(refused(START, 1, Code.UNREACHABLE), false, SHUT, START))
                .isPresent();
    }

    @Test
    void askedBeforeARestart_aWholeIntervalAfterThat() {
        var asked = START.minus(Duration.ofMinutes(10));

        assertThat(defaults().due(refused(asked, 1, Code.UNREACHABLE), false, OPEN, START))
                .contains(asked.plus(Duration.ofMinutes(30)));
    }

    @Test
    void check_onEveryMark_evenWhereNoKeyIsDue() {
        assertThat(defaults().mark(START.plusSeconds(5), START.plusSeconds(5)).orElseThrow())
                .isBetween(START.plus(Duration.ofMinutes(30)), START.plus(Duration.ofMinutes(33)));
        assertThat(defaults().mark(START, START.minus(Duration.ofDays(2)))).contains(START.minus(Duration.ofDays(2)));
        assertThat(rhythm("off", "1h").mark(START, START)).isEmpty();
    }

    @Test
    void clockSetBack_whatIsEverAskedAgainIsAskedNow() {
        var before = START.minus(Duration.ofDays(2));

        assertThat(defaults().due(fine(START), false, OPEN, before)).contains(before);
        assertThat(defaults().due(refused(START, 5, Code.UNREACHABLE), false, SHUT, before))
                .contains(before);
        assertThat(defaults().due(fine(START), NONCES, OPEN, before)).isEmpty();
        var soon = defaults().due(refused(START, 1, Code.UNREACHABLE), false, SHUT, START.minusSeconds(30));
        assertLateByATenthAtMost(soon, START, Duration.ofMinutes(1));
    }

    @Test
    void programsThatWereRefusedTogether_driftApart_whatOneAsksTogetherStaysTogether() {
        var refused = refused(START, 1, Code.MAINTENANCE);

        var moments = IntStream.range(0, 40)
                .mapToObj(seed -> new Rhythm(TestSettings.of(Map.of()).recheck(), START, new Random(seed)))
                .map(rhythm -> rhythm.due(refused, false, SHUT, START).orElseThrow())
                .distinct()
                .count();

        assertThat(moments).isGreaterThan(30);
        var one = defaults();
        assertThat(one.due(refused, false, SHUT, START)).isEqualTo(one.due(refused, true, SHUT, START));
    }

    private static void assertLateByATenthAtMost(Optional<Instant> due, Instant asked, Duration wait) {
        assertThat(due.orElseThrow())
                .isBetween(asked.plus(wait), asked.plus(wait.multipliedBy(11).dividedBy(10)));
    }

    private static Remembered fine(Instant asked) {
        return new Remembered(asked, 0, null);
    }

    private static Remembered refused(Instant asked, int streak, Code code) {
        return new Remembered(asked, streak, code);
    }

    private static Rhythm defaults() {
        return new Rhythm(TestSettings.of(Map.of()).recheck(), START, new Random(7));
    }

    private static Rhythm rhythm(String every, String nonces) {
        var settings =
                TestSettings.of(Map.of("preflight.recheck.every", every, "preflight.recheck.nonce-exchanges", nonces));
        return new Rhythm(settings.recheck(), START, new Random(7));
    }
}
