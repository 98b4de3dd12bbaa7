package gunbot.preflight.probe;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Hole;
import gunbot.preflight.exchange.NotAllowedException;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The only way by which a request of one key leaves. Whatever an adapter asks for, a request is compared with the
 * exchange's allowed calls before it is signed, and once more before it is sent; it obeys pauses and time limits, and it
 * is counted.
 */
final class WayOut {
    private final Exchange exchange;
    private final Question question;
    private final Line line;
    private final Instant start;

    private final List<String> signatures = new ArrayList<>();
    private int requests;
    private long latencyMs = -1;
    private Reply lastReply;
    private boolean late;

    /** The time for the key begins here. */
    WayOut(Exchange exchange, Question question, Line line) {
        this.exchange = exchange;
        this.question = question;
        this.line = line;
        this.start = line.clock().instant();
    }

    Uni<Outcome> open(AllowedCall call, Map<Hole, String> values) {
        return send(call.fill(values), Signature.NONE);
    }

    /**
     * @param millis the time or nonce that stands in the values, for exchanges that want it in a header
     */
    Uni<Outcome> signed(AllowedCall call, Map<Hole, String> values, long millis, String style) {
        var request = call.fill(values);
        requireAllowed(request);
        var signature = exchange.sign(request, question.credentials(), millis, style);
        signatures.addAll(signature.secrets());
        return send(request, signature);
    }

    private Uni<Outcome> send(Request request, Signature signature) {
        requireAllowed(request);
        var paused = line.pauses().until(request.host());
        if (paused.isPresent()) {
            return Uni.createFrom().item(Outcome.refused(paused(paused.get())));
        }
        var left = line.limits()
                .deadline()
                .minus(Duration.between(start, line.clock().instant()));
        if (left.isNegative() || left.isZero()) {
            return Uni.createFrom().item(late(Refusal.of(Code.UNREACHABLE, "the time for this key was used up")));
        }
        boolean last = left.compareTo(line.limits().timeout()) <= 0;
        requests++;
        return line.client()
                .send(
                        request,
                        signature,
                        question.origin(),
                        last ? left : line.limits().timeout())
                .map(reply -> read(reply, last))
                .invoke(outcome -> outcome.refusal().map(Refusal::pause).ifPresent(pause -> line.pauses()
                        .pause(request.host(), pause)));
    }

    private void requireAllowed(Request request) {
        if (exchange.allowedCalls().stream().noneMatch(call -> call.admits(request))) {
            throw new NotAllowedException(request.method() + " " + request.host() + request.path());
        }
    }

    /**
     * @param last whether the time for the whole key ran out with this request's
     */
    private Outcome read(Reply reply, boolean last) {
        lastReply = reply;
        if (latencyMs < 0) {
            latencyMs = reply.millis();
        }
        if (reply.answer() != null) {
            return exchange.read(reply.answer());
        }
        late |= reply.late(); // of its own time limit too: that question was not asked to its end either
        return last && reply.late() ? late(reply.failure()) : Outcome.refused(reply.failure());
    }

    /** Remembered here, since an adapter may pass over the refusal of a question that it can do without. */
    private Outcome late(Refusal refusal) {
        late = true;
        return Outcome.refused(refusal.variant(Refusal.LATE));
    }

    private static Refusal paused(Instant until) {
        return Refusal.of(Code.RATE_LIMITED, "left alone until " + until).variant("paused");
    }

    /** How many requests went out. */
    int requests() {
        return requests;
    }

    /** How long the first request took, or -1 where none went out. */
    long latencyMs() {
        return latencyMs;
    }

    /** What the last request brought, for those who need its times. */
    Reply lastReply() {
        return lastReply;
    }

    /** Whether a request was given up because its time was over, or not sent because the key's was. */
    boolean late() {
        return late;
    }

    /** What signing made, and what no text may show. */
    List<String> signatures() {
        return signatures;
    }
}
