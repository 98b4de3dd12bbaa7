package gunbot.preflight.exchange.wrongtypes;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.probe.Tape;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.testing.TestClock;
import gunbot.preflight.testing.TestSettings;
import io.vertx.mutiny.core.Vertx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every answer of every exchange, recorded from its stand-in, with each of its nodes taken away, nulled, of every other
 * type, out of range, renamed, told twice: what rested on the node is UNKNOWN then, nothing else comes up, and no key
 * becomes READY by it.
 */
class WrongTypesTest {
    private static final int FEWEST = 500;

    private static Vertx vertx;
    private static TestClock clock;
    private static List<Recording> recordings;

    @BeforeAll
    static void record() {
        vertx = Vertx.vertx();
        clock = new TestClock();
        recordings = Recording.all(vertx, clock);
    }

    @AfterAll
    static void end() {
        vertx.closeAndAwait();
    }

    static Stream<String> exchanges() {
        return AllExchanges.all().stream().map(Exchange::listing).map(listing -> listing.id());
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void answer_bentAtEachNode_claimsNothingThatItDoesNotSupport(String exchange, TestReporter reporter) {
        var tape = new Tape(vertx, clock, TestSettings.of(Map.of()));
        var own = recordings.stream()
                .filter(r -> r.situation().exchange().equals(exchange))
                .toList();
        var wrong = new ArrayList<String>();
        var used = new HashSet<Meant>();
        Set<List<Object>> tried = new HashSet<>();
        int cases = 0;
        for (var recording : own) {
            if (recording.situation().bends(recording.state())) {
                var others = own.stream().filter(other -> other != recording).toList();
                var trial = new Trial(tape, recording, others, fallBack(recording, others), tried).run();
                wrong.addAll(trial.wrong());
                used.addAll(trial.used());
                cases += trial.cases();
            }
        }
        reporter.publishEntry(exchange, cases + " cases");

        assertThat(wrong).isEmpty();
        assertThat(cases).isGreaterThan(FEWEST);
        assertThat(Meant.ALL.stream().filter(m -> exchange.matches(m.exchange())))
                .as("exceptions, each of which is needed")
                .allMatch(used::contains);
    }

    private static Recording fallBack(Recording recording, List<Recording> others) {
        return others.stream()
                .filter(other -> other.situation().name().equals(Situation.PROVED)
                        && other.state() == recording.state()
                        && other.question().market() == recording.question().market())
                .findFirst()
                .orElse(null);
    }
}
