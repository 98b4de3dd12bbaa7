package gunbot.preflight.exchange.poloniex;

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
import gunbot.preflight.exchange.TimeCall;
import gunbot.preflight.facts.Facts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Poloniex, spot and futures: nothing is declared, so reading and trading are proved; the rest stays unknown. */
@Singleton
public class Poloniex implements Exchange {

    @Override
    public Listing listing() {
        return PoloniexListing.LISTING;
    }

    @Override
    public List<AllowedCall> allowedCalls() {
        return PoloniexCalls.ALL;
    }

    @Override
    public TimeCall timeCall(boolean testnet) {
        return new TimeCall(PoloniexCalls.TIME, Duration.ofMillis(1), json -> Json.number(json.path("serverTime")));
    }

    @Override
    public Signature sign(Request request, Credentials credentials, long millis, String style) {
        return PoloniexSigning.sign(request, credentials, millis);
    }

    @Override
    public Outcome read(Answer answer) {
        return PoloniexRefusals.read(answer);
    }

    @Override
    public Uni<Facts> ask(Probe probe) {
        return PoloniexQuestions.of(probe.market()).ask(probe);
    }
}
