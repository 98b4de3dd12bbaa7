package gunbot.preflight.exchange.bittrex;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Http;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Bittrex's refusals, {@code {"code":…,"detail":…}}: decided by the status first, then by the word. */
final class BittrexRefusals {
    /** Limits were counted by the minute. */
    private static final Duration USUAL_PAUSE = Duration.ofMinutes(1);

    private static final String DOWN = "scheduled maintenance";

    private static final Map<String, Code> UNAUTHENTICATED = Map.of(
            "APIKEY_INVALID", Code.INVALID_KEY,
            "INVALID_SIGNATURE", Code.BAD_SIGNATURE,
            "INVALID_TIMESTAMP", Code.CLOCK_SKEW);

    /** Some of these came with 403, some with 409, and no document says which. */
    private static final Map<String, Code> FORBIDDEN = Map.of(
            "INVALID_PERMISSION", Code.PERMISSION_DENIED,
            "NOT_ALLOWED", Code.PERMISSION_DENIED,
            "WHITELIST_VIOLATION_IP", Code.IP_NOT_ALLOWED,
            "ACCOUNT_DISABLED", Code.ACCOUNT_LOCKED,
            "INVALID_RESTRICTED_ACCOUNT", Code.ACCOUNT_LOCKED,
            "SOURCE_OF_FUNDS_REQUIRED", Code.ACCOUNT_SETUP);

    private static final Set<String> ORDER_UNKNOWN = Set.of("ORDER_DOES_NOT_EXIST", "NOT_FOUND");

    private BittrexRefusals() {}

    static Outcome read(Answer answer) {
        if (answer.body().toLowerCase(Locale.ROOT).contains(DOWN)) {
            return Outcome.refused(Refusal.of(Code.MAINTENANCE, status(answer)));
        }
        var json = Json.parse(answer.body()).orElse(null);
        if (json != null && answer.status() == 200 && !json.has("code")) {
            return Outcome.of(json);
        }
        var code = json == null ? "" : Json.text(json.path("code"));
        var words = json == null ? "" : Json.text(json.path("detail"));
        var refusal = refusal(answer, code);
        if (refusal.code() == Code.ACCOUNT_SETUP) {
            refusal = refusal.variant("funds");
        }
        return Outcome.refused(code.isEmpty() ? refusal : refusal.words(code, words));
    }

    /** Only who may cancel is told that there is nothing to cancel; a bare 404 may come from anything on the way. */
    static boolean orderUnknown(Refusal refusal) {
        return refusal.code() == Code.API_RETIRED && ORDER_UNKNOWN.contains(refusal.theirCode());
    }

    private static Refusal refusal(Answer answer, String code) {
        return switch (answer.status()) {
            case 401 -> unauthenticated(answer, code);
            case 403 -> forbidden(answer, code);
            case 404, 501 -> Refusal.of(Code.API_RETIRED, status(answer));
            case 409 -> {
                var meaning = FORBIDDEN.getOrDefault(code, Code.UNEXPECTED_ANSWER);
                yield Refusal.of(meaning, status(answer));
            }
            default -> Http.refusal(answer, USUAL_PAUSE);
        };
    }

    private static Refusal unauthenticated(Answer answer, String code) {
        var meaning = UNAUTHENTICATED.getOrDefault(code, Code.UNEXPECTED_ANSWER);
        var refusal = Refusal.of(meaning, status(answer));
        return meaning == Code.BAD_SIGNATURE ? refusal.variant("clock") : refusal;
    }

    /** A refusal without a word still has the meaning of its status; a page or an unknown word has none. */
    private static Refusal forbidden(Answer answer, String code) {
        var meaning = answer.body().isBlank() ? Code.PERMISSION_DENIED : FORBIDDEN.get(code);
        return Refusal.of(meaning == null ? Code.UNEXPECTED_ANSWER : meaning, status(answer));
    }

    private static String status(Answer answer) {
        return "HTTP " + answer.status();
    }
}
