package gunbot.preflight.exchange.bitfinex;

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
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Bitfinex: the key's rights are declared; where that call is not offered they are proved one by one. Its paper trading is
 * a sub-account on the same hosts, so that the test network is asked like the live one.
 */
@Singleton
public class Bitfinex implements Exchange {

    @Override
    public Listing listing() {
        return BitfinexListing.LISTING;
    }

    @Override
    public List<AllowedCall> allowedCalls() {
        return BitfinexCalls.ALL;
    }

    @Override
    public TimeCall timeCall(boolean testnet) {
        return new TimeCall(BitfinexCalls.STATUS, Duration.ofSeconds(1), Json::number);
    }

    @Override
    public Signature sign(Request request, Credentials credentials, long millis, String style) {
        return BitfinexSigning.sign(request, credentials, millis);
    }

    @Override
    public Outcome read(Answer answer) {
        return BitfinexRefusals.read(answer);
    }

    @Override
    public Uni<Facts> ask(Probe probe) {
        return probe.signed(BitfinexCalls.PERMISSIONS)
                .chain(outcome -> outcome.then(
                        told -> Uni.createFrom().item(BitfinexAnswers.declaration(told)),
                        refusal -> refusal.code() == Code.API_RETIRED || refusal.code() == Code.PERMISSION_DENIED
                                ? new BitfinexFallBacks(probe).ask(refusal)
                                : Uni.createFrom().item(Facts.refused(refusal))));
    }
}
