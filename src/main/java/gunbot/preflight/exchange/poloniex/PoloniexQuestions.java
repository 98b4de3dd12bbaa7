package gunbot.preflight.exchange.poloniex;

import static gunbot.preflight.exchange.poloniex.PoloniexAnswers.inferred;
import static gunbot.preflight.exchange.poloniex.PoloniexListing.READING;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.State;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The questions of one market: a read, then the cancel of an order that cannot exist. Each lends the other its meaning,
 * since Poloniex refuses key, signature, address and right alike: where one of the two works, the other lacks its right.
 *
 * @param reads any of which proves reading; the later ones are asked where an earlier one is no longer offered
 * @param answered reads the answer of a read
 * @param cancel the refusal probe
 * @param orderUnknown whether it was refused for its order alone
 * @param box the right to trade
 */
record PoloniexQuestions(
        List<AllowedCall> reads,
        Function<JsonNode, Facts> answered,
        AllowedCall cancel,
        Predicate<Refusal> orderUnknown,
        String box) {

    private static final PoloniexQuestions SPOT = new PoloniexQuestions(
            List.of(PoloniexCalls.ACCOUNTS, PoloniexCalls.BALANCES, PoloniexCalls.OPEN_ORDERS),
            PoloniexAnswers::list,
            PoloniexCalls.CANCEL,
            PoloniexRefusals::orderUnknown,
            PoloniexListing.TRADING);
    private static final PoloniexQuestions FUTURES = new PoloniexQuestions(
            List.of(PoloniexCalls.FUTURES_BALANCE),
            PoloniexAnswers::futuresBalance,
            PoloniexCalls.FUTURES_CANCEL,
            PoloniexRefusals::futuresOrderUnknown,
            PoloniexListing.FUTURES_TRADING);

    static PoloniexQuestions of(Market market) {
        return market == Market.SPOT ? SPOT : FUTURES;
    }

    Uni<Facts> ask(Probe probe) {
        return read(probe, 0)
                .chain(outcome -> outcome.then(
                        told -> trade(probe, answered.apply(told)), refusal -> withoutReading(probe, refusal)));
    }

    private Uni<Outcome> read(Probe probe, int which) {
        return probe.signed(reads.get(which)).chain(outcome -> {
            boolean retired = outcome.refusal().map(Refusal::code).orElse(null) == Code.API_RETIRED;
            return retired && which + 1 < reads.size()
                    ? read(probe, which + 1)
                    : Uni.createFrom().item(outcome);
        });
    }

    /** The key reads. A key of which even that is not sure, or whose account is locked, is not asked further. */
    private Uni<Facts> trade(Probe probe, Facts facts) {
        boolean settled = facts.grants().isEmpty() || !facts.refusals().isEmpty();
        if (settled || !probe.mayProbeByRefusal()) {
            return Uni.createFrom().item(facts);
        }
        return probe.signed(cancel)
                .map(outcome -> outcome.then(impossible -> facts, refusal -> cancelled(facts, refusal)));
    }

    private Facts cancelled(Facts facts, Refusal refusal) {
        if (orderUnknown.test(refusal)) {
            return facts.with(inferred(box, State.ON).grants());
        }
        if (PoloniexRefusals.perhapsARight(refusal)) {
            return facts.with(inferred(box, State.OFF).grants());
        }
        // the key is not unknown, it has just read: these words have been seen with another cause
        return facts.with(refusal.code() == Code.INVALID_KEY ? refusal.as(Code.UNEXPECTED_ANSWER) : refusal);
    }

    /** A cancel that gets through shows that key, signature and address are right, so that reading is what is missing. */
    private Uni<Facts> withoutReading(Probe probe, Refusal first) {
        if (!PoloniexRefusals.perhapsARight(first) || !probe.mayProbeByRefusal()) {
            return Uni.createFrom().item(Facts.refused(first));
        }
        return probe.signed(cancel)
                .map(outcome -> outcome.refusal().filter(orderUnknown).isPresent()
                        ? inferred(READING, State.OFF)
                                .with(inferred(box, State.ON).grants())
                        : Facts.refused(first));
    }
}
