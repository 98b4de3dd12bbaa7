package gunbot.preflight.exchange.bitmex;

import static gunbot.preflight.exchange.bitmex.BitmexListing.ANY_KEY;
import static gunbot.preflight.exchange.bitmex.BitmexListing.LISTING;
import static gunbot.preflight.exchange.bitmex.BitmexListing.ORDER;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import gunbot.preflight.exchange.TimeCall;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.State;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** BitMEX, live and test site: rights are declared; where they are not, reading is proved and trading disproved. */
@Singleton
public class Bitmex implements Exchange {

    @Override
    public Listing listing() {
        return LISTING;
    }

    @Override
    public List<AllowedCall> allowedCalls() {
        return BitmexCalls.ALL;
    }

    @Override
    public TimeCall timeCall(boolean testnet) {
        return new TimeCall(
                BitmexCalls.of(testnet).time(), Duration.ofMillis(1), json -> Json.number(json.path("timestamp")));
    }

    @Override
    public boolean looksPlain(Credentials credentials) {
        return credentials.key().matches("[A-Za-z0-9_-]{24}")
                && credentials.secret().matches("[A-Za-z0-9_-]{48}");
    }

    @Override
    public Signature sign(Request request, Credentials credentials, long millis, String style) {
        return BitmexSigning.sign(request, credentials, millis);
    }

    @Override
    public Outcome read(Answer answer) {
        return BitmexRefusals.read(answer);
    }

    @Override
    public Uni<Facts> ask(Probe probe) {
        return probe.signed(BitmexCalls.of(probe.testnet()).keys())
                .chain(outcome -> outcome.then(
                        told -> BitmexAnswers.element(told, probe.key())
                                .map(mine -> Uni.createFrom().item(BitmexAnswers.declaration(mine)))
                                .orElseGet(() -> proved(probe)),
                        refusal -> refusal.code() == Code.API_RETIRED || refusal.code() == Code.PERMISSION_DENIED
                                ? proved(probe)
                                : Uni.createFrom().item(Facts.refused(refusal))));
    }

    private Uni<Facts> proved(Probe probe) {
        return probe.signed(BitmexCalls.of(probe.testnet()).margin())
                .chain(outcome -> outcome.then(
                        margin -> margin.has("currency")
                                ? tryCancel(probe, inferred(ANY_KEY, State.ON))
                                : Uni.createFrom()
                                        .item(Facts.refused(
                                                Refusal.of(Code.UNEXPECTED_ANSWER, "no margin account in the answer"))),
                        refusal -> Uni.createFrom().item(Facts.refused(refusal))));
    }

    private Uni<Facts> tryCancel(Probe probe, Facts facts) {
        if (!probe.mayProbeByRefusal()) {
            return Uni.createFrom().item(facts);
        }
        return probe.signed(BitmexCalls.of(probe.testnet()).cancel())
                .map(outcome -> outcome.then(impossible -> facts, refusal -> cancelled(facts, refusal)));
    }

    /** A cancel passes with "Order" and with "Order Cancel" alike: only its refusal tells something, that neither is there. */
    private static Facts cancelled(Facts facts, Refusal refusal) {
        return switch (refusal.code()) {
            case PERMISSION_DENIED -> facts.with(inferred(ORDER, State.OFF).grants());
            case ACCOUNT_LOCKED, ACCOUNT_SETUP -> facts.with(refusal);
            default -> refusal.passing() ? facts.with(refusal) : facts;
        };
    }

    private static Facts inferred(String box, State state) {
        return Facts.NONE.with(new Boxes(LISTING.boxes()).set(box, state).grants(Evidence.INFERRED));
    }
}
