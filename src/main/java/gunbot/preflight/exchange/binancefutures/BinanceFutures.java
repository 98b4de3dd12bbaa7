package gunbot.preflight.exchange.binancefutures;

import static gunbot.preflight.exchange.binancefutures.BinanceFuturesListing.LISTING;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.exchange.Malformed;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import gunbot.preflight.exchange.TimeCall;
import gunbot.preflight.exchange.binance.BinanceCalls;
import gunbot.preflight.exchange.binance.BinanceSigning;
import gunbot.preflight.facts.Facts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Binance's futures, USD-M and COIN-M: the same keys and signatures as for spot, other hosts and expectations. */
@Singleton
public class BinanceFutures implements Exchange {

    @Override
    public Listing listing() {
        return LISTING;
    }

    @Override
    public List<AllowedCall> allowedCalls() {
        return BinanceFuturesCalls.ALL;
    }

    @Override
    public TimeCall timeCall(boolean testnet) {
        var call = testnet ? BinanceFuturesCalls.TESTNET_TIME : BinanceCalls.TIME;
        return new TimeCall(call, Duration.ofMillis(1), json -> Json.number(json.path("serverTime")));
    }

    @Override
    public Optional<Malformed> malformed(Credentials credentials) {
        return BinanceSigning.malformed(credentials);
    }

    @Override
    public boolean looksPlain(Credentials credentials) {
        return BinanceSigning.looksPlain(credentials);
    }

    @Override
    public Signature sign(Request request, Credentials credentials, long millis, String style) {
        return BinanceSigning.sign(request, credentials);
    }

    @Override
    public Outcome read(Answer answer) {
        return BinanceFuturesRefusals.read(answer);
    }

    @Override
    public Uni<Facts> ask(Probe probe) {
        var questions = new BinanceFuturesQuestions(probe);
        return probe.testnet() ? questions.testnet() : questions.live();
    }
}
