package gunbot.preflight.exchange.kraken;

import static gunbot.preflight.exchange.kraken.KrakenListing.CLOSED;
import static gunbot.preflight.exchange.kraken.KrakenListing.FUNDS;
import static gunbot.preflight.exchange.kraken.KrakenListing.LISTING;
import static gunbot.preflight.exchange.kraken.KrakenListing.OPEN;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Outcome;
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
import java.util.function.UnaryOperator;

/**
 * What can be proved where {@code GetApiKeyInfo} is not offered: each reading right by reading, the right to withdraw by
 * listing the methods, a missing right to trade by a refused cancel. Placing orders cannot be proved this way.
 */
final class KrakenFallBacks {
    private final Probe probe;
    private final Boxes reads = new Boxes(LISTING.boxes());
    private Facts facts = Facts.NONE;
    private boolean stopped;

    KrakenFallBacks(Probe probe) {
        this.probe = probe;
    }

    Uni<Facts> ask() {
        return read(KrakenCalls.BALANCE, FUNDS)
                .chain(() -> read(KrakenCalls.OPEN_ORDERS, OPEN))
                .chain(() -> read(KrakenCalls.CLOSED_ORDERS, CLOSED))
                .chain(() -> next(KrakenCalls.WITHDRAW_METHODS, this::withdrawals))
                .chain(() -> probe.mayProbeByRefusal()
                        ? next(KrakenCalls.CANCEL, this::cancelled)
                        : Uni.createFrom().voidItem())
                .map(done -> facts.with(reads.grants(Evidence.INFERRED)));
    }

    private Uni<Void> read(AllowedCall call, String box) {
        return next(call, outcome -> {
            var denied = outcome.refusal().map(Refusal::code).orElse(null) == Code.PERMISSION_DENIED;
            if (outcome.data().filter(JsonNode::isObject).isPresent() || denied) {
                reads.set(box, State.of(!denied));
            } else {
                stop(outcome);
            }
            return outcome;
        });
    }

    /** The list of methods needs the rights to read funds and to withdraw: a refusal tells only where reading works. */
    private Outcome withdrawals(Outcome outcome) {
        var denied = outcome.refusal().map(Refusal::code).orElse(null) == Code.PERMISSION_DENIED;
        if (outcome.data().filter(JsonNode::isArray).isPresent()) {
            grant(Scope.WITHDRAW, State.ON, LISTING.labels(KrakenListing.WITHDRAW), List.of());
        } else if (!denied) {
            stop(outcome);
        }
        // denied: "Withdraw" is off, but two more boxes may change where money can go, and nothing tells of those
        return outcome;
    }

    /** Placing and cancelling are two rights: a cancel that passes proves one of them, a refused one disproves both. */
    private Outcome cancelled(Outcome outcome) {
        var denied = outcome.refusal().map(Refusal::code).orElse(null) == Code.PERMISSION_DENIED;
        if (denied && reads.state(FUNDS) == State.ON) {
            grant(Scope.TRADE_SPOT, State.OFF, List.of(), LISTING.labels(KrakenListing.MODIFY, KrakenListing.CLOSE));
        } else if (!denied
                && outcome.refusal()
                        .map(r -> !KrakenRefusals.reachedTheOrders(r))
                        .orElse(false)) {
            stop(outcome);
        }
        return outcome;
    }

    private Uni<Void> next(AllowedCall call, UnaryOperator<Outcome> take) {
        return stopped
                ? Uni.createFrom().voidItem()
                : probe.signed(call).map(take).replaceWithVoid();
    }

    private void grant(Scope scope, State state, List<String> on, List<String> missing) {
        facts = facts.with(scope, new Grant(state, Evidence.INFERRED, on, missing));
    }

    private void stop(Outcome outcome) {
        stopped = true;
        facts = facts.with(
                outcome.refusal().orElse(Refusal.of(Code.UNEXPECTED_ANSWER, "an answer of an unknown form")));
    }
}
