package gunbot.preflight.exchange.bittrex;

import static gunbot.preflight.exchange.bittrex.BittrexAnswers.inferred;
import static gunbot.preflight.exchange.bittrex.BittrexListing.TRADE;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import gunbot.preflight.exchange.Standing;
import gunbot.preflight.exchange.TimeCall;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.State;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Bittrex, closed since December 2023: asked at a stand-in alone. Nothing was declared; reading and trading are proved. */
@Singleton
public class Bittrex implements Exchange {

    @Override
    public Listing listing() {
        return BittrexListing.LISTING;
    }

    @Override
    public Standing standing() {
        return BittrexListing.STANDING;
    }

    @Override
    public List<AllowedCall> allowedCalls() {
        return BittrexCalls.ALL;
    }

    @Override
    public TimeCall timeCall(boolean testnet) {
        return new TimeCall(BittrexCalls.PING, Duration.ofSeconds(1), json -> Json.number(json.path("serverTime")));
    }

    @Override
    public Signature sign(Request request, Credentials credentials, long millis, String style) {
        return BittrexSigning.sign(request, credentials, millis);
    }

    @Override
    public Outcome read(Answer answer) {
        return BittrexRefusals.read(answer);
    }

    @Override
    public Uni<Facts> ask(Probe probe) {
        return probe.signed(BittrexCalls.BALANCES)
                .chain(outcome ->
                        outcome.then(told -> account(probe, BittrexAnswers.balances(told)), refusal -> Uni.createFrom()
                                .item(Facts.refused(refusal))));
    }

    /** The account's own state is told besides; without it the rights can be proved all the same. */
    private Uni<Facts> account(Probe probe, Facts facts) {
        if (facts.grants().isEmpty()) {
            return Uni.createFrom().item(facts);
        }
        return probe.signed(BittrexCalls.ACCOUNT)
                .map(outcome -> outcome.data()
                        .flatMap(BittrexAnswers::blocked)
                        .map(facts::with)
                        .orElse(facts))
                .chain(known -> tryCancel(probe, known));
    }

    private Uni<Facts> tryCancel(Probe probe, Facts facts) {
        if (!probe.mayProbeByRefusal()) {
            return Uni.createFrom().item(facts);
        }
        return probe.signed(BittrexCalls.CANCEL)
                .map(outcome -> outcome.then(impossible -> facts, refusal -> cancelled(facts, refusal)));
    }

    private static Facts cancelled(Facts facts, Refusal refusal) {
        if (BittrexRefusals.orderUnknown(refusal)) {
            return facts.with(inferred(TRADE, State.ON).grants());
        }
        if (refusal.code() == Code.PERMISSION_DENIED) {
            return facts.with(inferred(TRADE, State.OFF).grants());
        }
        // a key that has just read is not unknown: clients saw these words where there were too many requests
        return facts.with(refusal.code() == Code.INVALID_KEY ? refusal.as(Code.UNEXPECTED_ANSWER) : refusal);
    }
}
