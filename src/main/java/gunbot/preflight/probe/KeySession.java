package gunbot.preflight.probe;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Hole;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All that is sent about one key in one check, in sequence, for however many markets: the clocks are compared first, no more
 * is asked than is fair, and a refusal for the time is asked again with the exchange's. Requests leave by the {@link WayOut}
 * alone.
 */
final class KeySession {
    private final Exchange exchange;
    private final Question question;
    private final Line line;
    private final Uni<ServerTime> serverTime;
    private final WayOut out;
    private final Quota quota;

    private ServerTime compared;
    private Refusal refusedForTime;

    /**
     * @param question about the key, for whichever market
     */
    KeySession(Exchange exchange, Question question, Line line, Uni<ServerTime> serverTime) {
        this.exchange = exchange;
        this.question = question;
        this.line = line;
        this.serverTime = serverTime;
        this.out = new WayOut(exchange, question, line);
        this.quota = new Quota(line.limits().refusalProbes());
    }

    /** Why the exchange's time call was refused, or nothing where it told the time. */
    Uni<Optional<Refusal>> alive() {
        return compared().map(time -> Optional.ofNullable(time.refusal()));
    }

    /** An unsigned call. */
    Uni<Outcome> open(AllowedCall call) {
        return out.open(call, Holes.of(call, now(), keyId(), Map.of()));
    }

    /** A signed call, sent once more where it was refused for its time. */
    Uni<Outcome> signed(AllowedCall call, String style, Map<Hole, String> learnt) {
        var refused = quota.refusedForGood();
        return refused.isPresent()
                ? refused(refused.get())
                : compared().chain(time -> time.stop(hasNonce(call))
                        .map(KeySession::refused)
                        .orElseGet(
                                () -> once(call, style, learnt).chain(outcome -> again(call, style, learnt, outcome))));
    }

    /** The clocks are compared before the first signed request; what speaks against asking at all ends the key here. */
    private Uni<ServerTime> compared() {
        return serverTime.invoke(time -> compared = time);
    }

    private Uni<Outcome> once(AllowedCall call, String style, Map<Hole, String> learnt) {
        var over = quota.take(call);
        if (over.isPresent()) {
            return refused(over.get());
        }
        // some exchanges want the nonce in a header that is signed: so signing gets the very one that fills the holes
        var now = hasNonce(call) ? nonce() : OptionalLong.of(now());
        return now.isEmpty()
                ? refused(Refusal.of(Code.NONCE, "our clock was set back").variant("set-back"))
                : out.signed(call, Holes.of(call, now.getAsLong(), keyId(), learnt), now.getAsLong(), style)
                        .invoke(quota::note);
    }

    /** A refusal for the time is asked once more with the exchange's own time, to learn the rights; the skew stays. */
    private Uni<Outcome> again(AllowedCall call, String style, Map<Hole, String> learnt, Outcome outcome) {
        var refusal = outcome.refusal().orElse(null);
        if (refusal == null || refusal.code() != Code.CLOCK_SKEW || refusedForTime != null || clock() == null) {
            return Uni.createFrom().item(outcome);
        }
        refusedForTime = refusal;
        return once(call, style, learnt);
    }

    private static Uni<Outcome> refused(Refusal refusal) {
        return Uni.createFrom().item(Outcome.refused(refusal));
    }

    private String keyId() {
        return question.credentials().key();
    }

    /** Ours; theirs once ours was refused. */
    private long now() {
        var ours = line.clock().millis();
        return refusedForTime == null ? ours : clock().theirs(ours);
    }

    /** At an exchange with nonces in every call, maybe in a header; or in a call that names one, where only some do. */
    private boolean hasNonce(AllowedCall call) {
        return exchange.listing().nonces() || call.has(Hole.NONCE);
    }

    private OptionalLong nonce() {
        var ours = line.clock().millis();
        var latest = compared.latestNonce(ours, line.nanos().getAsLong());
        return line.nonces().next(question.keyId(), ours, latest);
    }

    /** Our clock against the exchange's, or null. */
    ClockReading clock() {
        return compared == null ? null : compared.clock();
    }

    /** The refusal for our clock, or null. */
    Refusal refusedForTime() {
        return refusedForTime;
    }

    /** How many requests were sent for this key, the shared one for the time included. */
    int requests() {
        return out.requests() + (compared == null ? 0 : compared.requests());
    }

    /** Whether the time for this key was over before all was asked. */
    boolean late() {
        return out.late() || compared != null && compared.late();
    }

    WayOut out() {
        return out;
    }
}
