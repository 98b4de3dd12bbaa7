package gunbot.preflight.exchange.faults;

import gunbot.preflight.facts.Code;
import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.testing.EveryExchange;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that are off by minutes, and exchanges that lie about theirs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClockTest {
    private static final Pattern MILLIS = Pattern.compile("1[0-9]{12}");

    private Matrix matrix;

    @BeforeAll
    void start() {
        matrix = new Matrix();
    }

    @AfterAll
    void stop() {
        matrix.exchanges().forEach(each -> matrix.standIn(each).clockAhead(Duration.ZERO));
        matrix.close();
    }

    /** A positive number: the exchanges are ahead of us. Their rights are learnt all the same, where no nonce is at stake. */
    @ParameterizedTest
    @ValueSource(longs = {-3600, -300, -120, 120, 300, 3600})
    void clockOff_toldAndNoRightInvented(long seconds) {
        matrix.exchanges().forEach(each -> matrix.standIn(each).clockAhead(Duration.ofSeconds(seconds)));
        var nothing = Trouble.of("nothing", null, way -> way.pass());
        matrix.attempt(each -> 1, KeyState.WITHDRAW_ON, Map.of(), nothing, (each, result, bench, softly) -> {
            var blockers = Matrix.blockers(result);
            blockers.removeAll(Matrix.blockers(matrix.well(each, KeyState.WITHDRAW_ON)));
            // CEX.IO refuses a wrong time like a wrong key; the finding names both
            softly.assertThat(blockers)
                    .as(each.id())
                    .isSubsetOf(each.id().equals("cex") ? Code.AMBIGUOUS_REFUSAL : Code.CLOCK_SKEW);
            boolean notAsked = each.adapter().listing().nonces() && seconds < 0;
            softly.assertThat(Matrix.grave(result).contains(Code.NONCE))
                    .as(each.id())
                    .isEqualTo(notAsked);
            boolean told = result.codes().contains(Code.CLOCK_SKEW);
            softly.assertThat(told || !timed(each, seconds))
                    .as(each + " tells of the clock")
                    .isTrue();
        });
        matrix.exchanges().forEach(each -> matrix.standIn(each).clockAhead(Duration.ZERO));
    }

    /** The exchange's word for its time is a lie, its clock is right. */
    @ParameterizedTest
    @CsvSource({"-3600000", "-120000", "120000", "3600000", "-1700000000000", "8000000000000"})
    void timeIsALie_noNonceIsSpoiltAndNoRightInvented(long millis) {
        var lie = Trouble.uncertain("a lie", way -> way.passWithBody(shifted(way.genuine(), millis)));
        matrix.attempt(each -> 1, KeyState.WITHDRAW_ON, Map.of(), lie, (each, result, bench, softly) -> {
            softly.assertThat(Matrix.blockers(result))
                    .as(each.id())
                    .isSubsetOf(Matrix.blockers(matrix.well(each, KeyState.WITHDRAW_ON)));
        });
    }

    /** A Date header that is not the time: no exchange but one tells its time so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 22 Nov 2020 08:40:00 GMT",
                "Sun, 22 Nov 2099 08:40:00 GMT",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "yesterday",
                "",
                "-1"
            })
    void dateHeaderIsALie_onlyWhoTellsTheTimeSoIsDoubted(String date) {
        var lie = Trouble.of("a lie", null, way -> way.passWith("date", date));
        for (int n = 1; n <= 2; n++) {
            int nth = n;
            matrix.attempt(each -> nth, KeyState.GOOD, Map.of(), lie, (each, result, bench, softly) -> {
                boolean tellsTheTimeSo = nth == 1 && each.id().equals("bitfinex");
                softly.assertThat(Matrix.grave(result))
                        .as(each.id())
                        .isSubsetOf(tellsTheTimeSo ? Set.of(Code.NONCE) : Set.of());
            });
        }
    }

    /** Whether requests carry a time that this exchange looks at. */
    private static boolean timed(EveryExchange each, long seconds) {
        return switch (each.id()) {
            case "nash", "kraken", "bitfinex" -> false; // no time, or a nonce
            case "bitmex" -> seconds > 0; // an end that the request itself sets, which may be far off
            default -> true;
        };
    }

    private static Buffer shifted(Answer genuine, long millis) {
        return Buffer.buffer(MILLIS.matcher(genuine.body().toString())
                .replaceAll(found -> String.valueOf(Long.parseLong(found.group()) + millis)));
    }
}
