package gunbot.preflight.testing;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Hole;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.exchange.Pem;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.probe.Question;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A probe whose requests are answered at once, by what their path holds.
 *
 * @param answers by a part of the call; a call that none belongs to is not understood by the exchange
 */
record Answering(Exchange exchange, Question question, Map<String, Answer> answers) implements Probe {

    @Override
    public Uni<Optional<Refusal>> alive() {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Outcome> open(AllowedCall call) {
        return signed(call, "", Map.of());
    }

    @Override
    public Uni<Outcome> signed(AllowedCall call, String style, Map<Hole, String> learnt) {
        return Uni.createFrom().item(() -> answers.entrySet().stream()
                .filter(answer -> call.text().contains(answer.getKey()))
                .findFirst()
                .map(answer -> exchange.read(answer.getValue()))
                .orElse(Outcome.refused(Refusal.of(Code.UNEXPECTED_ANSWER, "no answer"))));
    }

    @Override
    public Market market() {
        return question.market();
    }

    @Override
    public boolean testnet() {
        return question.testnet();
    }

    @Override
    public String key() {
        return question.credentials().key();
    }

    @Override
    public String clientId() {
        return question.credentials().clientId();
    }

    @Override
    public boolean privateKey() {
        return Pem.looksLikeOne(question.credentials().secret());
    }

    @Override
    public Instant instant() {
        return Situation.NOW;
    }

    @Override
    public boolean mayProbeByRefusal() {
        return true;
    }
}
