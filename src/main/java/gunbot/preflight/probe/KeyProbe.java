package gunbot.preflight.probe;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Hole;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.exchange.Pem;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One key's questions for one market. What an earlier market of the same key has asked already is answered from what that
 * brought, whether that was an answer or a refusal: no call is sent for a second market that was sent for the first.
 */
final class KeyProbe implements Probe {
    private final KeySession session;
    private final Question question;
    private final Line line;
    private final Map<Asked, Outcome> earlier;
    private final Map<Asked, Outcome> outcomes;

    /** A call as the adapter asked for it. What only time and chance fill in makes it no other call. */
    record Asked(String call, String style, Map<Hole, String> learnt) {}

    /**
     * @param outcomes what the key's earlier markets have asked; what this one asks is added
     */
    KeyProbe(KeySession session, Question question, Line line, Map<Asked, Outcome> outcomes) {
        this.session = session;
        this.question = question;
        this.line = line;
        this.earlier = Map.copyOf(outcomes);
        this.outcomes = outcomes;
    }

    @Override
    public Uni<Optional<Refusal>> alive() {
        return session.alive();
    }

    @Override
    public Uni<Outcome> open(AllowedCall call) {
        return once(new Asked(call.text(), "", Map.of()), () -> session.open(call));
    }

    @Override
    public Uni<Outcome> signed(AllowedCall call, String style, Map<Hole, String> learnt) {
        return once(new Asked(call.text(), style, learnt), () -> session.signed(call, style, learnt));
    }

    private Uni<Outcome> once(Asked asked, Supplier<Uni<Outcome>> send) {
        var known = earlier.get(asked);
        return known != null
                ? Uni.createFrom().item(known)
                : send.get().invoke(outcome -> outcomes.put(asked, outcome));
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
        return line.clock().instant();
    }

    @Override
    public boolean mayProbeByRefusal() {
        return line.limits().refusalProbes();
    }
}
