package gunbot.preflight.check;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoNetworkTest {
    private static final Question A = question("binance");
    private static final Question B = question("kraken");
    private static final Question C = question("bitfinex");
    private static final Facts READ =
            Facts.NONE.with(Scope.READ, new Grant(State.ON, Evidence.DECLARED, List.of(), List.of()));
    private static final Told FINE = told(READ);
    private static final Told SILENT = told(Facts.refused(Refusal.of(Code.UNREACHABLE, "x")));

    @Test
    void allOfOneRoundAreSilent_saidOfThose() {
        var marked = NoNetwork.mark(Map.of(A, SILENT, B, SILENT), Set.of(A, B));

        assertThat(List.of(code(marked, A), code(marked, B))).containsOnly(Code.NO_NETWORK);
    }

    @Test
    void goodAnswerFromBefore_hidesNothing_andStays() {
        var marked = NoNetwork.mark(Map.of(A, SILENT, B, SILENT, C, FINE), Set.of(A, B));

        assertThat(List.of(code(marked, A), code(marked, B))).containsOnly(Code.NO_NETWORK);
        assertThat(marked.get(C)).isEqualTo(FINE);
    }

    @Test
    void silenceFromBefore_addsNothing() {
        var told = Map.of(A, SILENT, B, SILENT);

        assertThat(NoNetwork.mark(told, Set.of(A))).isEqualTo(told);
        assertThat(NoNetwork.mark(told, Set.of())).isEqualTo(told);
    }

    @Test
    void someRightsWereTold_theLineIsThere_andTheyAreKept() {
        var told = Map.of(A, SILENT, B, told(READ.with(Refusal.of(Code.UNREACHABLE, "x"))));

        assertThat(NoNetwork.mark(told, Set.of(A, B))).isEqualTo(told);
    }

    @Test
    void keyThatIsGone_doesNotCount() {
        var told = Map.of(A, SILENT);

        assertThat(NoNetwork.mark(told, Set.of(A, B))).isEqualTo(told);
    }

    private static Code code(Map<Question, Told> told, Question question) {
        return told.get(question).facts().refusals().get(0).code();
    }

    private static Question question(String exchange) {
        return new Question(exchange, new Credentials("key", "secret", "", ""), Market.SPOT, false, null);
    }

    private static Told told(Facts facts) {
        return new Told(facts, null, null, 1, 5, Instant.parse("2026-11-22T08:40:00Z"));
    }
}
