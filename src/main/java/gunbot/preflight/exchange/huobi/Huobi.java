package gunbot.preflight.exchange.huobi;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Hole;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.exchange.Malformed;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.exchange.Pem;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import gunbot.preflight.exchange.TimeCall;
import gunbot.preflight.facts.AccountMark;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** HTX, formerly Huobi, spot: the account's number first, then the key's rights; what is not told is proved. */
@Singleton
public class Huobi implements Exchange {
    private static final String STATE = "state";
    private static final String GROUPS = "[0-9a-z]{8,10}(-[0-9a-z]{8}){2}-[0-9a-z]{5}";

    @Override
    public Listing listing() {
        return HuobiListing.LISTING;
    }

    @Override
    public List<AllowedCall> allowedCalls() {
        return HuobiCalls.ALL;
    }

    @Override
    public TimeCall timeCall(boolean testnet) {
        return new TimeCall(HuobiCalls.TIME, Duration.ofMillis(1), Json::number);
    }

    @Override
    public Optional<Malformed> malformed(Credentials credentials) {
        return HuobiSigning.malformed(credentials);
    }

    @Override
    public boolean looksPlain(Credentials credentials) {
        return credentials.key().matches(GROUPS)
                && (credentials.secret().matches(GROUPS)
                        || Pem.looksLikeOne(credentials.secret())
                                && malformed(credentials).isEmpty());
    }

    @Override
    public Signature sign(Request request, Credentials credentials, long millis, String style) {
        return HuobiSigning.sign(request, credentials);
    }

    @Override
    public Outcome read(Answer answer) {
        return HuobiRefusals.read(answer);
    }

    @Override
    public Uni<Facts> ask(Probe probe) {
        var calls = probe.privateKey() ? HuobiCalls.ED25519 : HuobiCalls.HMAC;
        return probe.signed(calls.uid())
                .chain(outcome -> outcome.then(
                        uid -> described(probe, calls, uid),
                        refusal -> HuobiRefusals.ofThisCallAlone(refusal)
                                ? proved(probe, calls, Facts.NONE, refusal.code() == Code.PERMISSION_DENIED)
                                : Uni.createFrom().item(Facts.refused(refusal))));
    }

    private static Uni<Facts> described(Probe probe, HuobiCalls calls, JsonNode told) {
        var uid = String.valueOf(Json.number(told).orElse(0));
        if (!Hole.UID.admits(uid)) {
            return proved(probe, calls, Facts.NONE, false);
        }
        // a sub-user's key would not have come this far, so a refusal from here on says nothing of what it is
        return probe.signed(calls.keyInfo(), Map.of(Hole.UID, uid))
                .chain(outcome -> outcome.then(
                        list -> withAccount(probe, calls, list),
                        refusal -> HuobiRefusals.ofThisCallAlone(refusal) || refusal.code() == Code.BAD_SIGNATURE
                                ? proved(probe, calls, Facts.NONE, false)
                                : Uni.createFrom().item(Facts.refused(refusal))))
                .map(facts -> facts.with(AccountMark.of("uid", uid)));
    }

    /** The state of the account, which the key's description does not tell. */
    private static Uni<Facts> withAccount(Probe probe, HuobiCalls calls, JsonNode list) {
        var facts = HuobiAnswers.ofKey(list, probe.key())
                .map(entry -> HuobiAnswers.declaration(entry, probe.instant()))
                .orElse(Facts.NONE);
        if (!facts.refusals().isEmpty()) {
            return Uni.createFrom().item(facts);
        }
        if (facts.grants().isEmpty()) {
            return proved(probe, calls, facts, false);
        }
        return probe.signed(calls.accounts())
                .map(outcome -> outcome.then(
                        accounts -> HuobiAnswers.spotLocked(accounts)
                                ? facts.with(Refusal.of(Code.ACCOUNT_LOCKED, "state=lock"))
                                : facts.unlessTold(HuobiAnswers.spotTold(accounts), STATE),
                        refusal -> stands(refusal)
                                ? facts.with(refusal)
                                : facts.unlessTold(refusal.code() != Code.UNEXPECTED_ANSWER, STATE)));
    }

    /** A refusal that holds although two calls have passed: not the secret's, whose signature was right before. */
    private static boolean stands(Refusal refusal) {
        return switch (refusal.code()) {
            case INVALID_KEY, EXPIRED, IP_NOT_ALLOWED, ACCOUNT_LOCKED -> true;
            default -> false;
        };
    }

    private static Uni<Facts> proved(Probe probe, HuobiCalls calls, Facts known, boolean subUser) {
        return new HuobiFallBacks(probe, calls, known, subUser).ask();
    }
}
