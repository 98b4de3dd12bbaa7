package gunbot.preflight.exchange.cex;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.KeyForm;
import gunbot.preflight.exchange.Listing;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** CEX.IO: the current interface first, the older one where that refuses the key and a user ID is given. */
@Singleton
public class Cex implements Exchange {
    /** The keys with which only the older interface worked: asked there first, so that no check begins with a refusal. */
    private final Set<String> legacyKeys = ConcurrentHashMap.newKeySet();

    /** The keys that the current interface took: they never need a nonce. */
    private final Set<String> currentKeys = ConcurrentHashMap.newKeySet();

    @Override
    public Listing listing() {
        return CexListing.LISTING;
    }

    @Override
    public List<KeyForm> keyForms() {
        return CexListing.FORMS;
    }

    @Override
    public List<AllowedCall> allowedCalls() {
        return CexCalls.ALL;
    }

    @Override
    public TimeCall timeCall(boolean testnet) {
        return new TimeCall(
                CexCalls.TIME,
                Duration.ofMillis(1),
                json -> Json.number(json.path("data").path("timestamp")));
    }

    /** Also where that is not known yet: a key with a user ID may turn out to be one of the older interface. */
    @Override
    public boolean usesNonces(Credentials credentials) {
        return legacyKeys.contains(credentials.key())
                || (CexLegacy.isUserId(credentials.clientId()) && !currentKeys.contains(credentials.key()));
    }

    @Override
    public Signature sign(Request request, Credentials credentials, long millis, String style) {
        return CexSigning.sign(request, credentials, millis, style);
    }

    @Override
    public Outcome read(Answer answer) {
        return CexRefusals.read(answer);
    }

    @Override
    public Uni<Facts> ask(Probe probe) {
        return legacyKeys.contains(probe.key()) && CexLegacy.isPossible(probe)
                ? legacyFirst(probe)
                : currentFirst(probe);
    }

    private Uni<Facts> currentFirst(Probe probe) {
        return probe.signed(CexCalls.STATUS)
                .chain(outcome -> outcome.then(told -> current(probe, told), refusal -> {
                    var first = CexCurrent.first(refusal);
                    if (!first.ofTheKey()) {
                        return Uni.createFrom().item(Facts.refused(first));
                    }
                    return CexLegacy.isPossible(probe)
                            ? new CexLegacy(probe).ask().map(facts -> afterCurrent(probe, facts))
                            : Uni.createFrom().item(Facts.refused(first.variant("cex")));
                }));
    }

    private Uni<Facts> current(Probe probe, JsonNode told) {
        currentKeys.add(probe.key());
        return CexCurrent.answered(probe, told);
    }

    private Facts afterCurrent(Probe probe, Facts facts) {
        if (!facts.grants().isEmpty()) {
            legacyKeys.add(probe.key());
            return facts;
        }
        // the line is there, since the current interface has just answered
        return facts.refusals().stream()
                .filter(refusal ->
                        refusal.code() == Code.UNREACHABLE && refusal.variant().isEmpty())
                .findFirst()
                .map(gone -> Facts.refused(gone.as(Code.API_RETIRED).variant("cex")))
                .orElse(facts);
    }

    private Uni<Facts> legacyFirst(Probe probe) {
        return new CexLegacy(probe).ask().chain(facts -> {
            boolean over = facts.grants().isEmpty() && facts.refusals().stream().anyMatch(Cex::speaksAgainstTheKey);
            if (!over) {
                return Uni.createFrom().item(facts);
            }
            legacyKeys.remove(probe.key());
            return probe.signed(CexCalls.STATUS)
                    .chain(outcome -> outcome.then(told -> current(probe, told), refusal -> Uni.createFrom()
                            .item(facts)));
        });
    }

    private static boolean speaksAgainstTheKey(Refusal refusal) {
        return refusal.ofTheKey() || refusal.code() == Code.API_RETIRED;
    }
}
