package gunbot.preflight.exchange.kucoin;

import static gunbot.preflight.exchange.kucoin.KucoinListing.GENERAL;
import static gunbot.preflight.exchange.kucoin.KucoinListing.LISTING;
import static gunbot.preflight.exchange.kucoin.KucoinListing.SPOT;

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
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** KuCoin spot: rights are declared, for classic and for unified accounts; failing both, proved one by one. */
@Singleton
public class Kucoin implements Exchange {

    @Override
    public Listing listing() {
        return LISTING;
    }

    @Override
    public List<AllowedCall> allowedCalls() {
        return KucoinCalls.ALL;
    }

    @Override
    public TimeCall timeCall(boolean testnet) {
        return new TimeCall(KucoinCalls.TIME, Duration.ofMillis(1), Json::number);
    }

    @Override
    public boolean looksPlain(Credentials credentials) {
        return credentials.key().matches("[0-9a-f]{24}")
                && credentials.secret().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                && !credentials.passphrase().startsWith("ENC:");
    }

    @Override
    public Signature sign(Request request, Credentials credentials, long millis, String style) {
        return KucoinSigning.sign(request, credentials, millis, style);
    }

    @Override
    public Outcome read(Answer answer) {
        return KucoinRefusals.read(answer);
    }

    @Override
    public Uni<Facts> ask(Probe probe) {
        return declared(probe, "").chain(first -> {
            // the refusal may only mean that the key is of the older version: asked once more before the verdict
            return perhapsVersion(first)
                    ? declared(probe, KucoinSigning.VERSION_2)
                            .chain(second -> perhapsVersion(second)
                                    ? facts(probe, first, "")
                                    : facts(probe, second, KucoinSigning.VERSION_2))
                    : facts(probe, first, "");
        });
    }

    private static boolean perhapsVersion(Outcome outcome) {
        var refused = outcome.refusal().map(Refusal::code).orElse(null);
        return refused == Code.INVALID_KEY || refused == Code.BAD_PASSPHRASE || refused == Code.BAD_SIGNATURE;
    }

    private Uni<Outcome> declared(Probe probe, String version) {
        return probe.signed(KucoinCalls.KEY_INFO, version);
    }

    private Uni<Facts> facts(Probe probe, Outcome outcome, String version) {
        return outcome.then(
                told -> Uni.createFrom().item(KucoinAnswers.declaration(told, false)),
                refusal -> notOffered(refusal)
                        ? unified(probe, version)
                        : Uni.createFrom().item(Facts.refused(withMissingBox(refusal))));
    }

    private Uni<Facts> unified(Probe probe, String version) {
        return probe.signed(KucoinCalls.UNIFIED_KEY_INFO, version)
                .chain(outcome -> outcome.then(
                        told -> Uni.createFrom().item(KucoinAnswers.declaration(told, true)),
                        refusal -> notOffered(refusal)
                                ? proved(probe, version)
                                : Uni.createFrom().item(Facts.refused(withMissingBox(refusal)))));
    }

    private Uni<Facts> proved(Probe probe, String version) {
        return probe.signed(KucoinCalls.ACCOUNTS, version)
                .chain(outcome -> outcome.then(
                        accounts -> accounts.isArray()
                                ? tryCancel(probe, version, grant(Scope.READ, State.ON, GENERAL))
                                : Uni.createFrom().item(Facts.NONE),
                        refusal -> Uni.createFrom().item(Facts.refused(withMissingBox(refusal)))));
    }

    private Uni<Facts> tryCancel(Probe probe, String version, Facts facts) {
        if (!probe.mayProbeByRefusal()) {
            return Uni.createFrom().item(facts);
        }
        return probe.signed(KucoinCalls.CANCEL, version)
                .map(outcome -> outcome.then(impossible -> facts, refusal -> {
                    if (KucoinRefusals.orderUnknown(refusal)) {
                        return facts.with(
                                grant(Scope.TRADE_SPOT, State.ON, SPOT).grants());
                    }
                    return refusal.code() == Code.PERMISSION_DENIED
                            ? facts.with(
                                    grant(Scope.TRADE_SPOT, State.OFF, SPOT).grants())
                            : facts.with(refusal);
                }));
    }

    private static Facts grant(Scope scope, State state, String box) {
        var label = LISTING.labels(box);
        return Facts.NONE.with(
                scope,
                state == State.ON
                        ? new Grant(state, Evidence.INFERRED, label, List.of())
                        : new Grant(state, Evidence.INFERRED, List.of(), label));
    }

    private static boolean notOffered(Refusal refusal) {
        return refusal.theirCode().equals(KucoinRefusals.UNIFIED_ACCOUNT)
                || refusal.theirCode().equals(KucoinRefusals.NOT_FOUND);
    }

    /** All reads need "General" alone: where one is denied, that is the box. */
    private static Refusal withMissingBox(Refusal refusal) {
        return refusal.code() == Code.PERMISSION_DENIED ? refusal.variant("kucoin") : refusal;
    }
}
