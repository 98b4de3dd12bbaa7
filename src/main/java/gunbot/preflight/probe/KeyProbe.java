package gunbot.preflight.probe;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Hole;
import gunbot.preflight.exchange.NotAllowedException;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.exchange.Pem;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One key's questions to its exchange, in sequence. Every request passes through {@link #send}: it is compared with the
 * exchange's allowed calls before it is signed, it obeys pauses and time limits, and it is counted.
 */
final class KeyProbe implements Probe {
    private static final int MOST_SIGNED = 6;
    private static final int MOST_REFUSALS = 2;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH'%3A'mm'%3A'ss").withZone(ZoneOffset.UTC);

    private final Exchange exchange;
    private final Question question;
    private final Line line;
    private final Uni<ServerTime> serverTime;
    private final Instant start;

    private final List<String> signatures = new ArrayList<>();
    private boolean compared;
    private ClockReading clock;
    private Refusal refusedForTime;
    private Refusal lastOfTheKey;
    private int ofTheKey;
    private int signed;
    private int requests;
    private long latencyMs = -1;
    private Reply lastReply;
    private boolean late;

    KeyProbe(Exchange exchange, Question question, Line line, Uni<ServerTime> serverTime) {
        this.exchange = exchange;
        this.question = question;
        this.line = line;
        this.serverTime = serverTime;
        this.start = line.clock().instant();
    }

    @Override
    public Uni<Optional<Refusal>> alive() {
        return compared().map(time -> Optional.ofNullable(time.refusal()));
    }

    @Override
    public Uni<Outcome> open(AllowedCall call) {
        return send(call.fill(holes(call, now(), Map.of())), Signature.NONE, call);
    }

    @Override
    public Uni<Outcome> signed(AllowedCall call, String style, Map<Hole, String> learnt) {
        if (ofTheKey >= MOST_REFUSALS) {
            return Uni.createFrom().item(Outcome.refused(lastOfTheKey));
        }
        return ready(call)
                .chain(stop -> stop.isPresent()
                        ? Uni.createFrom().item(Outcome.refused(stop.get()))
                        : once(call, style, learnt).chain(outcome -> again(call, style, learnt, outcome)));
    }

    /** The clocks are compared before the first signed request; what speaks against asking at all ends the key here. */
    private Uni<Optional<Refusal>> ready(AllowedCall call) {
        return compared().map(time -> time.stop(hasNonce(call)));
    }

    private Uni<ServerTime> compared() {
        return serverTime.invoke(time -> {
            if (!compared) {
                compared = true;
                requests += time.requests();
                clock = time.clock();
                late |= time.late();
            }
        });
    }

    private Uni<Outcome> once(AllowedCall call, String style, Map<Hole, String> learnt) {
        if (signed >= MOST_SIGNED) {
            return Uni.createFrom()
                    .item(Outcome.refused(
                            Refusal.of(Code.UNEXPECTED_ANSWER, "more requests than allowed for one check")));
        }
        if (call.kind() == AllowedCall.Kind.REFUSAL_PROBE && !mayProbeByRefusal()) { // whatever an adapter forgot
            return Uni.createFrom().item(Outcome.refused(Refusal.of(Code.UNEXPECTED_ANSWER, "not tried")));
        }
        signed++;
        // some exchanges want the nonce in a header that is signed: so signing gets the very one that fills the holes
        var now = hasNonce(call) ? nonce() : now();
        var request = call.fill(holes(call, now, learnt));
        requireAllowed(request);
        var signature = exchange.sign(request, credentials(), now, style);
        signatures.addAll(signature.secrets());
        return send(request, signature, call).invoke(this::note);
    }

    /** A refusal for the time is asked once more with the exchange's own time, to learn the rights; the skew stays. */
    private Uni<Outcome> again(AllowedCall call, String style, Map<Hole, String> learnt, Outcome outcome) {
        var refusal = outcome.refusal().orElse(null);
        if (refusal == null || refusal.code() != Code.CLOCK_SKEW || refusedForTime != null || clock == null) {
            return Uni.createFrom().item(outcome);
        }
        refusedForTime = refusal;
        return once(call, style, learnt);
    }

    private void note(Outcome outcome) {
        outcome.refusal().filter(Refusal::ofTheKey).ifPresent(refusal -> {
            ofTheKey++;
            lastOfTheKey = refusal;
        });
    }

    /** Ours; theirs once ours was refused. */
    private long now() {
        var ours = line.clock().millis();
        return refusedForTime == null ? ours : clock.theirs(ours);
    }

    /** What was learnt comes first, so that it can never stand in for what is ours to fill in. */
    private Map<Hole, String> holes(AllowedCall call, long now, Map<Hole, String> learnt) {
        var values = new EnumMap<Hole, String>(Hole.class);
        values.putAll(learnt);
        put(values, call, Hole.TIME, String.valueOf(now));
        put(values, call, Hole.SECONDS, String.valueOf(now / 1000));
        put(values, call, Hole.UTC, UTC.format(Instant.ofEpochMilli(now)));
        put(values, call, Hole.ACCESS_KEY, key());
        put(values, call, Hole.UUID, UUID.randomUUID().toString());
        put(values, call, Hole.NONCE, String.valueOf(now));
        return values;
    }

    /** At an exchange with nonces in every call, maybe in a header; or in a call that names one, where only some do. */
    private boolean hasNonce(AllowedCall call) {
        return exchange.listing().nonces() || call.has(Hole.NONCE);
    }

    private long nonce() {
        return line.nonces().next(question.keyId(), clock.nonce(line.clock().millis()));
    }

    private static void put(Map<Hole, String> values, AllowedCall call, Hole hole, String value) {
        if (call.has(hole)) {
            values.put(hole, value);
        }
    }

    private void requireAllowed(Request request) {
        if (exchange.allowedCalls().stream().noneMatch(call -> call.admits(request))) {
            throw new NotAllowedException(request.method() + " " + request.host() + request.path());
        }
    }

    private Uni<Outcome> send(Request request, Signature signature, AllowedCall call) {
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
        var timeout = left.compareTo(line.limits().timeout()) < 0
                ? left
                : line.limits().timeout();
        requests++;
        boolean last = timeout.equals(left);
        return line.client()
                .send(request, signature, question.origin(), timeout)
                .map(reply -> read(reply, last))
                .invoke(outcome -> outcome.refusal().map(Refusal::pause).ifPresent(pause -> line.pauses()
                        .pause(request.host(), pause)));
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
        return last && reply.failure().code() == Code.UNREACHABLE
                ? late(reply.failure())
                : Outcome.refused(reply.failure());
    }

    /** Remembered here, since an adapter may pass over the refusal of a question that it can do without. */
    private Outcome late(Refusal refusal) {
        late = true;
        return Outcome.refused(refusal.variant(Refusal.LATE));
    }

    static Refusal paused(Instant until) {
        return Refusal.of(Code.RATE_LIMITED, "left alone until " + until).variant("paused");
    }

    private Credentials credentials() {
        return question.credentials();
    }

    ClockReading clock() {
        return clock;
    }

    Refusal refusedForTime() {
        return refusedForTime;
    }

    int requests() {
        return requests;
    }

    long latencyMs() {
        return latencyMs;
    }

    /** What the last request brought, for those who need its times. */
    Reply lastReply() {
        return lastReply;
    }

    /** Whether the time for this key was over before all was asked. */
    boolean late() {
        return late;
    }

    List<String> signatures() {
        return signatures;
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
        return credentials().key();
    }

    @Override
    public String clientId() {
        return credentials().clientId();
    }

    @Override
    public boolean privateKey() {
        return Pem.looksLikeOne(credentials().secret());
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
