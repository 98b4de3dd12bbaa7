package gunbot.preflight.exchange.coinbasepro;

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

/** Refusals of Coinbase Exchange, {@code {"message":…}}: decided by the message, then by the status. */
final class CoinbaseProRefusals {
    /** A bucket of tokens that is filled again within a second; no ban is documented. */
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

    private static final String VARIANT = "coinbase-pro";

    /**
     * @param part what the message contains, in lower case
     * @param variant of the text, or empty
     */
    private record Meaning(String part, Code code, String variant) {}

    private static final List<Meaning> MEANINGS = List.of(
            new Meaning("invalid api key", Code.INVALID_KEY, VARIANT),
            new Meaning("invalid passphrase", Code.BAD_PASSPHRASE, VARIANT),
            new Meaning("invalid signature", Code.BAD_SIGNATURE, ""),
            new Meaning("timestamp expired", Code.CLOCK_SKEW, ""),
            new Meaning("ip does not match ip whitelist", Code.IP_NOT_ALLOWED, ""),
            new Meaning("under maintenance", Code.MAINTENANCE, ""),
            new Meaning("cancel only mode", Code.MAINTENANCE, ""),
            new Meaning("rate limit exceeded", Code.RATE_LIMITED, ""));

    private CoinbaseProRefusals() {}

    static Outcome read(Answer answer) {
        var json = Json.parse(answer.body()).orElse(null);
        if (json == null) {
            return Outcome.refused(Http.refusal(answer, USUAL_PAUSE));
        }
        if (json.isObject() && json.has("message")) {
            return Outcome.refused(refusal(json.path("message"), answer));
        }
        return answer.status() == 200 ? Outcome.of(json) : Outcome.refused(Http.refusal(answer, USUAL_PAUSE));
    }

    /** Whether a cancel was looked up: the right to trade is there. Words of our own path would be others. */
    static boolean orderUnknown(Refusal refusal) {
        var lower = refusal.theirWords().toLowerCase(Locale.ROOT);
        return lower.contains("order not found")
                || (refusal.theirCode().equals("404") && lower.equals("notfound"))
                || (refusal.theirCode().equals("400") && lower.contains("invalid order id"));
    }

    private static Refusal refusal(JsonNode message, Answer answer) {
        var words = Json.text(message);
        var status = String.valueOf(answer.status());
        var lower = words.toLowerCase(Locale.ROOT);
        for (var meaning : MEANINGS) {
            if (lower.contains(meaning.part())) {
                var refusal = Refusal.of(meaning.code(), status, words).variant(meaning.variant());
                return meaning.code() == Code.RATE_LIMITED
                        ? refusal.pause(Http.retryAfter(answer, USUAL_PAUSE))
                        : refusal;
            }
        }
        return switch (answer.status()) {
            case 401 ->
                Refusal.of(Code.AMBIGUOUS_REFUSAL, status, words)
                        .remaining(Code.INVALID_KEY, Code.IP_NOT_ALLOWED, Code.PERMISSION_DENIED);
            // other words with this status may be about the address or the country
            case 403 ->
                lower.startsWith("forbidden")
                        ? Refusal.of(Code.PERMISSION_DENIED, status, words).variant(VARIANT)
                        : Refusal.of(Code.AMBIGUOUS_REFUSAL, status, words)
                                .remaining(Code.IP_NOT_ALLOWED, Code.PERMISSION_DENIED);
            case 404 -> Refusal.of(Code.API_RETIRED, status, words);
            default -> Http.refusal(answer, USUAL_PAUSE).words(status, words);
        };
    }
}
