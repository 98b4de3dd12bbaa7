package gunbot.preflight.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.testing.TestSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Rule 4, whatever a key's history: nobody is asked sooner than is fair. */
class RhythmPropertiesTest {
    private static final Instant START = Instant.parse("2026-11-22T08:40:00Z");
    private static final Set<Code> BY_AN_EDIT = Set.of(Code.INVALID_KEY, Code.BAD_SIGNATURE, Code.BAD_PASSPHRASE);
    private static final List<Integer> MINUTES = List.of(1, 2, 4, 8, 15);

    @Property(seed = "20261122", tries = 1500)
    void refusedKey_whileShut_notBeforeItsTime(
            @ForAll Code code,
            @ForAll @IntRange(min = 1, max = 1000) int inARow,
            @ForAll boolean nonces,
            @ForAll long seed) {
        var due = rhythm(seed)
                .due(new Remembered(START, inARow, code), nonces, false, START)
                .orElseThrow();

        var minutes = BY_AN_EDIT.contains(code) ? 60 : MINUTES.get(Math.min(inARow, MINUTES.size()) - 1);
        assertThat(due).isBetween(START.plusSeconds(minutes * 60L), START.plusSeconds(minutes * 66L));
    }

    @Property(seed = "20261122", tries = 1500)
    void openGate_regularMarksAlone_andNoncesNever(
            @ForAll Code code,
            @ForAll @IntRange(max = 1000) int inARow,
            @ForAll boolean nonces,
            @ForAll @IntRange(max = 200_000) int seconds,
            @ForAll long seed) {
        var asked = START.plusSeconds(seconds);
        var last = new Remembered(asked, inARow, inARow == 0 ? null : code);

        var due = rhythm(seed).due(last, nonces, true, asked);

        if (nonces || inARow > 0 && BY_AN_EDIT.contains(code)) {
            assertThat(due).isEmpty();
        } else {
            assertThat(due.orElseThrow()).isAfter(asked).isBefore(asked.plus(Duration.ofMinutes(64)));
        }
    }

    private static Rhythm rhythm(long seed) {
        return new Rhythm(TestSettings.of(Map.of()).recheck(), START, new Random(seed));
    }
}
