package gunbot.preflight.exchange.nash;

import static gunbot.preflight.exchange.nash.NashListing.ANY_KEY;
import static gunbot.preflight.exchange.nash.NashListing.API_TRADE;
import static gunbot.preflight.exchange.nash.NashListing.LISTING;

import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Hole;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * One key's questions once Nash answers at all: the token first, then whether the secret belongs to it, then what it is.
 *
 * @param market a market for the cancel, or empty
 * @param alive whether the exchange has answered as one; else its refusal of a key proves nothing against the key
 */
record NashQuestions(Probe probe, NashCalls calls, String market, boolean alive) {

    Uni<Facts> ask() {
        return probe.signed(calls.balances())
                .chain(outcome -> outcome.refusal()
                                .filter(r -> r.code() == Code.API_RETIRED)
                                .isPresent()
                        ? probe.signed(calls.orders()).chain(orders -> read(orders, "listAccountOrders"))
                        : read(outcome, "listAccountBalances"));
    }

    private Uni<Facts> read(Outcome outcome, String field) {
        return outcome.then(
                data -> data.path(field).isContainerNode()
                        ? secret(inferred(ANY_KEY, State.ON))
                        : item(Facts.refused(Refusal.of(Code.UNEXPECTED_ANSWER, "no " + field))),
                refusal -> item(Facts.refused(weighed(refusal))));
    }

    /** Nash that has just answered is not gone: a page is somebody's in between then. */
    private Refusal weighed(Refusal refusal) {
        boolean unproved = alive ? refusal.code() == Code.EXCHANGE_CLOSED : refusal.ofTheKey();
        return unproved ? unexpected(refusal) : refusal;
    }

    /** The token is good. Whether the secret is that of this token shows in a signed call alone. */
    private Uni<Facts> secret(Facts facts) {
        return probe.signed(calls.movements(), NashCalls.SIGNED_MOVEMENTS)
                .chain(outcome -> outcome.then(
                        data -> data.path("listMovements").isArray()
                                ? described(facts)
                                        .chain(told ->
                                                told.grant(Scope.TRADE_SPOT).state() == State.UNKNOWN
                                                        ? cancelled(told)
                                                        : item(told))
                                : unproved(facts, Refusal.of(Code.UNEXPECTED_ANSWER, "no listMovements")),
                        refusal -> switch (refusal.code()) {
                            case BAD_SIGNATURE, CLOCK_SKEW, RATE_LIMITED, MAINTENANCE, UNREACHABLE ->
                                item(facts.with(refusal));
                            case EXCHANGE_CLOSED -> item(facts.with(unexpected(refusal)));
                            default -> unproved(facts, refusal);
                        }));
    }

    /** The signed read is not offered to this key, or not any more: the cancel is signed in the same way. */
    private Uni<Facts> unproved(Facts facts, Refusal why) {
        return cancel().chain(outcome -> {
            var refusal = outcome.refusal().orElse(why);
            if (NashRefusals.authorised(refusal)) {
                return described(facts.with(inferred(API_TRADE, State.ON).grants()));
            }
            return refusal.code() == Code.BAD_SIGNATURE
                    ? item(facts.with(refusal))
                    : described(facts.with(unexpected(why).variant("nash-secret")));
        });
    }

    /** What the token is. Perhaps only the web site may ask; the token has proved to be good, so a refusal says nothing. */
    private Uni<Facts> described(Facts facts) {
        if (!Hole.ACCESS_KEY.admits(probe.key())) {
            return item(facts);
        }
        return probe.signed(calls.token())
                .map(outcome -> outcome.then(
                        data -> {
                            var told = NashAnswers.declaration(data.path("getToken"), probe.key());
                            var all = told.notes().stream()
                                    .reduce(facts.with(told.grants()).with(told.expiry()), Facts::with, (a, b) -> b);
                            return told.refusals().isEmpty()
                                    ? all
                                    : all.with(told.refusals().get(0));
                        },
                        refusal -> facts));
    }

    /** The secret is proved; so what is refused now is refused for want of the right. */
    private Uni<Facts> cancelled(Facts facts) {
        return facts.refusals().isEmpty()
                ? cancel().map(outcome -> outcome.refusal()
                        .map(refusal -> NashRefusals.authorised(refusal)
                                ? facts.with(inferred(API_TRADE, State.ON).grants())
                                : NashRefusals.denied(refusal)
                                        ? facts.with(
                                                inferred(API_TRADE, State.OFF).grants())
                                        : refusal.passing() ? facts.with(refusal) : facts)
                        .orElse(facts))
                : item(facts);
    }

    /** The cancel of an order that cannot exist, where it may be tried; else a refusal that says nothing. */
    private Uni<Outcome> cancel() {
        return probe.mayProbeByRefusal() && !market.isEmpty()
                ? probe.signed(calls.cancel(), NashCalls.SIGNED_CANCEL, Map.of(Hole.MARKET, market))
                : Uni.createFrom().item(Outcome.refused(Refusal.of(Code.UNEXPECTED_ANSWER, "not tried")));
    }

    /** Without the causes that were thought of. */
    private static Refusal unexpected(Refusal refusal) {
        return Refusal.of(Code.UNEXPECTED_ANSWER, refusal.theirCode(), refusal.theirWords());
    }

    private static Facts inferred(String box, State state) {
        return Facts.NONE.with(new Boxes(LISTING.boxes()).set(box, state).grants(Evidence.INFERRED));
    }

    private static Uni<Facts> item(Facts facts) {
        return Uni.createFrom().item(facts);
    }
}
