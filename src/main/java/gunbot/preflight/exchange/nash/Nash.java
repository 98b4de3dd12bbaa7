package gunbot.preflight.exchange.nash;

import com.fasterxml.jackson.databind.JsonNode;
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
import gunbot.preflight.facts.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Nash, formerly NEX. Whether its exchange still trades is not certain, so that is tested before any key is judged. */
@Singleton
public class Nash implements Exchange {

    @Override
    public Listing listing() {
        return NashListing.LISTING;
    }

    @Override
    public Standing standing() {
        return NashListing.STANDING;
    }

    @Override
    public List<AllowedCall> allowedCalls() {
        return NashCalls.ALL;
    }

    @Override
    public TimeCall timeCall(boolean testnet) {
        return new TimeCall(NashCalls.of(testnet).status(), Duration.ofSeconds(1), NashAnswers::time);
    }

    @Override
    public Optional<Malformed> malformed(Credentials credentials) {
        // what a header with a token may hold
        return credentials.key().matches("[0-9A-Za-z._~+/=-]+")
                ? NashBundle.malformed(credentials.secret())
                : Optional.of(new Malformed("key", "characters"));
    }

    @Override
    public boolean looksPlain(Credentials credentials) {
        return malformed(credentials).isEmpty();
    }

    @Override
    public Signature sign(Request request, Credentials credentials, long millis, String style) {
        return NashSigning.sign(request, credentials, style);
    }

    @Override
    public Outcome read(Answer answer) {
        return NashRefusals.read(answer);
    }

    @Override
    public Uni<Facts> ask(Probe probe) {
        return probe.alive()
                .chain(status ->
                        status.filter(Nash::ends).map(Nash::ended).orElseGet(() -> markets(probe, status.isEmpty())));
    }

    private static Uni<Facts> markets(Probe probe, boolean alive) {
        var calls = NashCalls.of(probe.testnet());
        return probe.open(calls.markets())
                .chain(outcome -> outcome.then(
                        data -> {
                            JsonNode markets = data.path("listMarkets");
                            return NashAnswers.notTrading(markets)
                                    .map(Nash::ended)
                                    .orElseGet(() -> new NashQuestions(
                                                    probe,
                                                    calls,
                                                    NashAnswers.market(markets).orElse(""),
                                                    alive || markets.isArray())
                                            .ask());
                        },
                        refusal -> ends(refusal) || !alive && !isOfNash(refusal)
                                ? ended(refusal)
                                : new NashQuestions(probe, calls, "", alive).ask()));
    }

    /** Whether after this nothing more is to be asked, and the key is never sent. */
    private static boolean ends(Refusal refusal) {
        return switch (refusal.code()) {
            case UNREACHABLE, EXCHANGE_CLOSED, MAINTENANCE, RATE_LIMITED, REGION_BLOCKED -> true;
            default -> false;
        };
    }

    /** Where nothing takes a connection any more, there is no exchange. */
    private static Uni<Facts> ended(Refusal refusal) {
        boolean nothingThere =
                refusal.code() == Code.UNREACHABLE && refusal.variant().equals(Refusal.NO_CONNECTION);
        return Uni.createFrom().item(Facts.refused(nothingThere ? refusal.as(Code.EXCHANGE_CLOSED) : refusal));
    }

    /** A refusal in the form of this interface: perhaps the public questions want a token nowadays. */
    private static boolean isOfNash(Refusal refusal) {
        return refusal.ofTheKey() || refusal.code() == Code.API_RETIRED || refusal.code() == Code.PERMISSION_DENIED;
    }
}
