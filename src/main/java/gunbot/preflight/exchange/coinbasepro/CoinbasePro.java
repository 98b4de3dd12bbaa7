package gunbot.preflight.exchange.coinbasepro;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.exchange.Malformed;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import gunbot.preflight.exchange.Standing;
import gunbot.preflight.exchange.TimeCall;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Severity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Coinbase Exchange, once Coinbase Pro and GDAX: rights are inferred. Closed to all but institutions, which is told. */
@Singleton
public class CoinbasePro implements Exchange {

    @Override
    public Listing listing() {
        return CoinbaseProListing.LISTING;
    }

    @Override
    public Standing standing() {
        return CoinbaseProListing.STANDING;
    }

    @Override
    public List<AllowedCall> allowedCalls() {
        return CoinbaseProCalls.ALL;
    }

    @Override
    public TimeCall timeCall(boolean testnet) {
        return new TimeCall(CoinbaseProCalls.of(testnet).time(), Duration.ofMillis(1), CoinbaseProAnswers::millis);
    }

    @Override
    public Optional<Malformed> malformed(Credentials credentials) {
        return CoinbaseProSigning.malformed(credentials);
    }

    @Override
    public boolean looksPlain(Credentials credentials) {
        return credentials.key().matches("[0-9a-f]{32}")
                && credentials.secret().matches("[A-Za-z0-9+/]{86}==")
                && !credentials.passphrase().startsWith("ENC:");
    }

    @Override
    public Signature sign(Request request, Credentials credentials, long millis, String style) {
        return CoinbaseProSigning.sign(request, credentials, millis);
    }

    @Override
    public Outcome read(Answer answer) {
        return CoinbaseProRefusals.read(answer);
    }

    @Override
    public Uni<Facts> ask(Probe probe) {
        return new CoinbaseProQuestions(probe).ask().map(CoinbasePro::withAdvice);
    }

    /** Nearly every such entry is left over from before; a key that works is one of the few that are not. */
    private static Facts withAdvice(Facts facts) {
        var advice = Finding.of(Code.EXCHANGE_RENAMED).variant("coinbase-pro");
        return facts.with(facts.grants().isEmpty() ? advice : advice.as(Severity.INFO));
    }
}
