package gunbot.preflight.exchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
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
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Binance spot. Live keys are declared by the exchange; on the test network, which declares nothing, reading is proved by
 * reading and trading by the refusal of a cancel.
 */
@Singleton
public class Binance implements Exchange {
    private static final String LOCKED = "isLocked";

    @Override
    public Listing listing() {
        return BinanceListing.LISTING;
    }

    @Override
    public List<AllowedCall> allowedCalls() {
        return BinanceCalls.ALL;
    }

    @Override
    public TimeCall timeCall(boolean testnet) {
        var call = testnet ? BinanceCalls.TESTNET_TIME : BinanceCalls.TIME;
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
        return BinanceRefusals.read(answer);
    }

    @Override
    public Uni<Facts> ask(Probe probe) {
        return probe.testnet() ? askTestnet(probe) : askLive(probe);
    }

    private Uni<Facts> askLive(Probe probe) {
        return probe.signed(BinanceCalls.RESTRICTIONS)
                .chain(outcome -> outcome.then(
                        declared -> account(probe, declared, BinanceAnswers.declaration(declared)),
                        refusal -> Uni.createFrom().item(Facts.refused(refusal))));
    }

    /** Two facts of the account that the key's rights depend on: whether it has margin, whether its orders are locked. */
    private Uni<Facts> account(Probe probe, JsonNode declared, Facts facts) {
        if (facts.grant(Scope.TRADE_SPOT).state() != State.ON
                || facts.grant(Scope.READ).state() == State.OFF) {
            return Uni.createFrom().item(facts);
        }
        return probe.signed(BinanceCalls.ACCOUNT_INFO)
                .map(outcome -> outcome.then(
                        info -> BinanceAnswers.account(facts, declared, info, probe.market()), refusal -> facts))
                .chain(known -> probe.signed(BinanceCalls.TRADING_STATUS)
                        .map(outcome -> outcome.then(
                                status -> locked(known, status),
                                refusal -> known.unlessTold(refusal.code() != Code.UNEXPECTED_ANSWER, LOCKED))));
    }

    private static Facts locked(Facts facts, JsonNode status) {
        var locked = Json.state(status.path("data").path("isLocked"));
        return locked == State.ON
                ? facts.with(Refusal.of(Code.ACCOUNT_LOCKED, "isLocked=true"))
                : facts.unlessTold(locked == State.OFF, LOCKED);
    }

    private static Uni<Facts> askTestnet(Probe probe) {
        return BinanceProof.of(BinanceListing.LISTING, Scope.TRADE_SPOT, BinanceListing.SPOT_AND_MARGIN)
                .ask(probe, BinanceCalls.TESTNET_ACCOUNT, BinanceCalls.TESTNET_CANCEL);
    }
}
