package gunbot.preflight.notify;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Expiry;
import gunbot.preflight.judge.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    private static final Instant START = Instant.parse("2026-11-22T08:40:00Z");

    private final Standing standing = new Standing();

    /** A report every ten minutes: what is told of each. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    READY                                       , -
                    ATTENTION                                   , -
                    NOT_READY                                   , WORSE
                    NOT_READY NOT_READY NOT_READY               , WORSE - -
                    READY READY                                 , - -
                    READY NOT_READY NOT_READY READY             , - WORSE - BETTER
                    READY ATTENTION NOT_READY ATTENTION READY   , - WORSE WORSE BETTER BETTER
                    READY UNKNOWN READY                         , - - -
                    READY UNKNOWN UNKNOWN READY                 , - - - -
                    READY UNKNOWN UNKNOWN UNKNOWN UNKNOWN READY , - - - WORSE - BETTER
                    READY UNKNOWN READY UNKNOWN READY UNKNOWN   , - - - - - -
                    UNKNOWN READY                               , - -
                    UNKNOWN UNKNOWN UNKNOWN READY               , - - WORSE BETTER
                    UNKNOWN NOT_READY                           , - WORSE
                    NOT_READY UNKNOWN UNKNOWN UNKNOWN NOT_READY , WORSE - - - -
                    NOT_READY UNKNOWN UNKNOWN UNKNOWN READY     , WORSE - - - BETTER
                    READY UNKNOWN UNKNOWN UNKNOWN NOT_READY     , - - - WORSE WORSE
                    """)
    void verdicts_toldWhenTheyWorsenOrRecover(String verdicts, String told) {
        var at = START;
        var heard = new ArrayList<String>();
        for (var verdict : verdicts.split(" ")) {
            var kind = standing.verdict(Verdict.valueOf(verdict), at);
            heard.add(kind == null ? "-" : kind.name());
            at = at.plus(Duration.ofMinutes(10));
        }

        assertThat(String.join(" ", heard)).isEqualTo(told);
    }

    /** The days that are left at each look: those of which something is told. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    30 20 15 14 13 10 4 3 2 1 0 , 14 3
                    30 20 12 11 4 2 1           , 12 2
                    30 1 1                      , 1
                    10 9 4 3 2                  , 3
                    2 1                         , 2
                    0 -1                        , ''
                    """)
    void expiry_toldOnceAt14AndAt3Days_atTheStartOnlyWithin3(String left, String told) {
        var ends = START.plus(Duration.ofDays(100));
        var heard = new ArrayList<String>();
        for (var days : left.split(" ")) {
            var at = ends.minus(Duration.ofDays(Long.parseLong(days)));
            if (standing.expiry(Expiry.at(ends), at) != null) {
                heard.add(days);
            }
        }

        assertThat(heard.stream().collect(Collectors.joining(" "))).isEqualTo(told);
    }

    @Test
    void expiryThatIsUnknownForAWhile_isRemembered() {
        var ends = START.plus(Duration.ofDays(15));
        standing.expiry(Expiry.at(ends), START);

        assertThat(standing.expiry(Expiry.UNKNOWN, START.plus(Duration.ofDays(2))))
                .isEqualTo(ends);
        assertThat(standing.expiry(Expiry.at(ends), START.plus(Duration.ofDays(3))))
                .isNull();
    }

    @Test
    void keyIsRenewed_toldAgainBeforeItsNewEnd() {
        var ends = START.plus(Duration.ofDays(2));
        var later = START.plus(Duration.ofDays(90));
        assertThat(standing.expiry(Expiry.at(ends), START)).isEqualTo(ends);
        assertThat(standing.expiry(Expiry.at(later), START)).isNull();

        assertThat(standing.expiry(Expiry.at(later), later.minus(Duration.ofDays(14))))
                .isEqualTo(later);
        assertThat(standing.expiry(Expiry.NEVER, later.minus(Duration.ofDays(3))))
                .isNull();
    }
}
