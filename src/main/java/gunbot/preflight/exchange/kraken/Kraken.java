package gunbot.preflight.exchange.kraken;

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
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Kraken spot: the key's rights are declared; where that call is not offered they are proved one by one. */
@Singleton
public class Kraken implements Exchange {

    @Override
    public Listing listing() {
        return KrakenListing.LISTING;
    }

    @Override
    public List<AllowedCall> allowedCalls() {
        return KrakenCalls.ALL;
    }

    @Override
    public TimeCall timeCall(boolean testnet) {
        return new TimeCall(KrakenCalls.TIME, Duration.ofSeconds(1), json -> {
            var seconds = Json.number(json.path("unixtime"));
            return seconds.isPresent() ? OptionalLong.of(seconds.getAsLong() * 1000) : OptionalLong.empty();
        });
    }

    @Override
    public Optional<Malformed> malformed(Credentials credentials) {
        return KrakenSigning.malformed(credentials);
    }

    @Override
    public boolean looksPlain(Credentials credentials) {
        return credentials.key().matches("[A-Za-z0-9+/]{56}")
                && credentials.secret().matches("[A-Za-z0-9+/]{86}==");
    }

    @Override
    public Signature sign(Request request, Credentials credentials, long millis, String style) {
        return KrakenSigning.sign(request, credentials);
    }

    @Override
    public Outcome read(Answer answer) {
        return KrakenRefusals.read(answer);
    }

    @Override
    public Uni<Facts> ask(Probe probe) {
        return probe.signed(KrakenCalls.KEY_INFO)
                .chain(outcome -> outcome.then(
                        told -> Uni.createFrom().item(KrakenAnswers.declaration(told)),
                        refusal -> refusal.code() == Code.API_RETIRED
                                ? new KrakenFallBacks(probe).ask()
                                : Uni.createFrom().item(Facts.refused(refusedInfo(refusal)))));
    }

    /** This call needs no right: a denial means that the key wants a one-time password, or that the address is wrong. */
    private static Refusal refusedInfo(Refusal refusal) {
        return switch (refusal.code()) {
            case PERMISSION_DENIED -> refusal.as(Code.OTP_REQUIRED).variant("kraken");
            case INVALID_KEY -> refusal.variant("kraken");
            default -> refusal;
        };
    }
}
