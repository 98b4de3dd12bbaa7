package gunbot.preflight.exchange.faults;

import gunbot.preflight.facts.Code;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.testing.Bench;
import gunbot.preflight.testing.EveryExchange;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries each row of a table on every exchange, on the question for the time, on the first about the key, on later ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TroubleTest {
    private static final Logger LOG = Logger.getLogger(TroubleTest.class);

    /** How many questions follow after the first about the key at the most. */
    private static final int LATER = 3;

    private static final KeyState[] STATES = {
        KeyState.WITHDRAW_ON, KeyState.READ_ONLY, KeyState.WITHDRAW_ON, KeyState.GOOD
    };

    private Matrix matrix;
    private int outcomes;

    /** What is tried. */
    abstract Stream<Trouble> rows();

    Map<String, String> settings() {
        return Map.of();
    }

    final Matrix matrix() {
        return matrix;
    }

    @BeforeAll
    void start() {
        matrix = new Matrix();
    }

    @AfterAll
    void stop() {
        matrix.close();
        LOG.infof(
                "%s: %d faults, %d exchanges, %d outcomes judged",
                getClass().getSimpleName(), rows().count(), matrix.exchanges().size(), outcomes);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void questionForTheTime_trouble_itsCodeAndNothingWorse(Trouble trouble) {
        matrix.attempt(each -> 1, KeyState.GOOD, settings(), trouble, (each, result, bench, softly) -> {
            var expected = trouble.atTime().containsKey(each.id())
                    ? trouble.atTime().get(each.id())
                    : ofTheTime(each, trouble.code());
            judged(each, KeyState.GOOD, trouble, expected, result, softly);
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void questionAboutTheKey_trouble_itsCodeAndTheOtherKeysUntouched(Trouble trouble) {
        matrix.halfByHalf(
                TroubleTest::firstAboutTheKey,
                settings(),
                trouble,
                (each, result, bench, softly) ->
                        judged(each, KeyState.GOOD, trouble, ofTheKey(each, trouble), result, softly));
    }

    /** A key that withdraws, after which one that does not trade: who guesses at rights is found out by one of them. */
    @ParameterizedTest
    @MethodSource("rows")
    void anyQuestion_troubleWithAKeyOfOtherRights_noneIsGuessed(Trouble trouble) {
        for (int later = 0; later <= LATER; later++) {
            int more = later;
            var state = STATES[later];
            matrix.attempt(
                    each -> firstAboutTheKey(each) + more,
                    state,
                    settings(),
                    trouble,
                    (each, result, bench, softly) -> {
                        if (more == 0) {
                            judged(each, state, trouble, ofTheKey(each, trouble), result, softly);
                        } else {
                            noBlockerIsNew(each, state, trouble, result, softly);
                        }
                    });
        }
    }

    private void judged(
            EveryExchange each,
            KeyState state,
            Trouble trouble,
            Code expected,
            Bench.Result result,
            SoftAssertions softly) {
        if (!trouble.certain()) {
            noBlockerIsNew(each, state, trouble, result, softly);
            return;
        }
        outcomes++;
        if (expected == null) {
            softly.assertThat(Matrix.grave(result))
                    .as(each + " " + state)
                    .isSubsetOf(Matrix.grave(matrix.well(each, state)));
        } else {
            softly.assertThat(Matrix.grave(result)).as(each + " " + state).isEqualTo(Set.of(expected));
        }
    }

    private void noBlockerIsNew(
            EveryExchange each, KeyState state, Trouble trouble, Bench.Result result, SoftAssertions softly) {
        outcomes++;
        if (trouble.isOwnRefusal(each.id())) {
            return;
        }
        var borne = new HashSet<>(Matrix.blockers(matrix.well(each, state)));
        borne.add(trouble.code());
        borne.add(trouble.atKey().get(each.id()));
        softly.assertThat(Matrix.blockers(result)).as(each + " " + state).isSubsetOf(borne);
    }

    /** Nash is asked for its markets before. */
    private static int firstAboutTheKey(EveryExchange each) {
        return each.id().equals("nash") ? 3 : 2;
    }

    /** Who cannot be reached or wants to be left alone is not asked on; with nonces nobody is whose time is not known. */
    private static Code ofTheTime(EveryExchange each, Code code) {
        if (code == null || code == Code.UNREACHABLE || code == Code.RATE_LIMITED) {
            return code;
        }
        if (each.adapter().listing().nonces()) {
            return code == Code.UNEXPECTED_ANSWER ? Code.NONCE : code;
        }
        return each.id().equals("nash") && code != Code.UNEXPECTED_ANSWER ? code : null;
    }

    /** Where the first question is only one of several ways to the rights, the others are tried. */
    private static Code ofTheKey(EveryExchange each, Trouble trouble) {
        if (trouble.atKey().containsKey(each.id())) {
            return trouble.atKey().get(each.id());
        }
        var code = trouble.code();
        boolean asksOn =
                switch (each.id()) {
                    case "huobi" -> code == Code.UNEXPECTED_ANSWER;
                    case "binance-futures" -> code == Code.UNEXPECTED_ANSWER || code == Code.MAINTENANCE;
                    default -> false;
                };
        return asksOn ? null : code;
    }
}
