package gunbot.preflight.exchange.huobi;

import static gunbot.preflight.exchange.huobi.HuobiListing.LISTING;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What can be proved of a key that HTX does not describe, a sub-user's above all: reading by reading the accounts, trading
 * by cancelling an order that does not exist.
 *
 * @param known what the description told all the same, such as the addresses
 * @param subUser whether the key was kept from the calls of the main account, as a sub-user's is
 */
record HuobiFallBacks(Probe probe, HuobiCalls calls, Facts known, boolean subUser) {

    Uni<Facts> ask() {
        return probe.signed(calls.accounts())
                .chain(outcome ->
                        outcome.then(this::tradeToo, refusal -> Uni.createFrom().item(known.with(refusal))));
    }

    private Uni<Facts> tradeToo(JsonNode accounts) {
        if (!accounts.isArray()) {
            return Uni.createFrom()
                    .item(known.with(Refusal.of(Code.UNEXPECTED_ANSWER, "no list of accounts in the answer")));
        }
        var facts = known.with(
                Scope.READ, new Grant(State.ON, Evidence.INFERRED, LISTING.labels(HuobiListing.READ), List.of()));
        if (subUser) {
            // keys of sub-users can have no right but "Read" and "Trade"
            facts = facts.with(Scope.WITHDRAW, new Grant(State.OFF, Evidence.INFERRED, List.of(), List.of()));
        }
        if (HuobiAnswers.spotLocked(accounts)) {
            return Uni.createFrom().item(facts.with(Refusal.of(Code.ACCOUNT_LOCKED, "state=lock")));
        }
        return probe.mayProbeByRefusal() ? cancel(facts) : Uni.createFrom().item(facts);
    }

    private Uni<Facts> cancel(Facts facts) {
        return probe.signed(calls.cancel())
                .map(outcome -> outcome.then(told -> cancelled(facts, told), refusal -> refused(facts, refusal)));
    }

    /** Whatever number comes back, the order logic has answered: a key without "Trade" is refused before. */
    private static Facts cancelled(Facts facts, JsonNode told) {
        return Json.number(told).isPresent()
                ? facts.with(Scope.TRADE_SPOT, HuobiAnswers.trade(State.ON, Evidence.INFERRED))
                : facts;
    }

    private static Facts refused(Facts facts, Refusal refusal) {
        if (refusal.code() == Code.ACCOUNT_LOCKED || refusal.passing()) {
            return facts.with(refusal);
        }
        if (!HuobiRefusals.lacksTheRight(refusal)) {
            return facts;
        }
        for (var scope : List.of(Scope.TRADE_SPOT, Scope.TRADE_MARGIN, Scope.TRADE_FUTURES, Scope.TRANSFER)) {
            facts = facts.with(scope, HuobiAnswers.trade(State.OFF, Evidence.INFERRED));
        }
        return facts;
    }
}
