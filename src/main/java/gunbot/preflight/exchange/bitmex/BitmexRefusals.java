package gunbot.preflight.exchange.bitmex;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Http;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** BitMEX's refusals, {@code {"error":{"message":…,"name":…}}}: decided by the message, then by the status. */
final class BitmexRefusals {
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(30);

    /** How long an address is shut out that went on after many refusals. */
    private static final Duration SHUT_OUT = Duration.ofHours(1);

    /**
     * @param part what the message contains, in lower case
     * @param variant of the text, or empty
     */
    private record Meaning(String part, Code code, String variant) {}

    private static final List<Meaning> MEANINGS = List.of(
            new Meaning("invalid api key", Code.INVALID_KEY, ""),
            new Meaning("signature not valid", Code.BAD_SIGNATURE, ""),
            new Meaning("key is disabled", Code.INVALID_KEY, "disabled"),
            new Meaning("ip address is not allowed", Code.IP_NOT_ALLOWED, ""),
            new Meaning("invalid use of subaccount api key", Code.ACCOUNT_SETUP, "subaccount"),
            new Meaning("require all new traders to verify", Code.ACCOUNT_LOCKED, "unverified"),
            new Meaning("account is restricted", Code.ACCOUNT_LOCKED, ""),
            new Meaning("this request has expired", Code.CLOCK_SKEW, ""),
            new Meaning("nonce is not increasing", Code.NONCE, ""),
            new Meaning("rate limit exceeded", Code.RATE_LIMITED, ""),
            new Meaning("currently overloaded", Code.MAINTENANCE, ""),
            new Meaning("service unavailable", Code.MAINTENANCE, ""),
            new Meaning("access denied", Code.PERMISSION_DENIED, ""));

    private BitmexRefusals() {}

    static Outcome read(Answer answer) {
        var json = Json.parse(answer.body()).orElse(null);
        if (json != null && json.has("error")) {
            return Outcome.refused(refusal(message(json.path("error")), answer));
        }
        if (json != null && answer.status() == 200) {
            return Outcome.of(json);
        }
        return Outcome.refused(json == null ? page(answer) : Http.refusal(answer, USUAL_PAUSE));
    }

    private static String message(JsonNode error) {
        return error.isObject() ? Json.text(error.path("message")) : Json.text(error);
    }

    private static Refusal refusal(String message, Answer answer) {
        var status = String.valueOf(answer.status());
        var lower = message.toLowerCase(Locale.ROOT);
        for (var meaning : MEANINGS) {
            if (lower.contains(meaning.part())) {
                var refusal = Refusal.of(meaning.code(), status, message).variant(meaning.variant());
                return meaning.code() == Code.RATE_LIMITED
                        ? refusal.pause(Http.retryAfter(answer, USUAL_PAUSE))
                        : refusal;
            }
        }
        if (answer.status() == 404) {
            return Refusal.of(Code.API_RETIRED, status, message);
        }
        return Http.refusal(answer, USUAL_PAUSE).words(status, message);
    }

    /** A page with 403 is for the address, banned or of a country that is not served, and says nothing of the key. */
    private static Refusal page(Answer answer) {
        return answer.status() == 403
                ? Refusal.of(Code.RATE_LIMITED, "HTTP 403").variant("shut-out").pause(SHUT_OUT)
                : Http.refusal(answer, USUAL_PAUSE);
    }
}
