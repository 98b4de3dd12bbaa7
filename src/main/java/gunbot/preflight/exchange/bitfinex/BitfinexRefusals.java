package gunbot.preflight.exchange.bitfinex;

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
import java.util.Map;

/**
 * Bitfinex's refusals: {@code ["error", number, text]}, nearly all with status 500. One number stands for several things,
 * so the text decides, and the number where the text is unknown.
 */
final class BitfinexRefusals {
    /** The longest block of an address; no answer tells how long it is. */
    private static final Duration PAUSE = Duration.ofSeconds(60);

    /** What the text contains, in lower case; the first that fits counts. */
    private static final List<Map.Entry<String, Code>> TEXTS = List.of(
            Map.entry("nonce: small", Code.NONCE),
            Map.entry("digest invalid", Code.BAD_SIGNATURE),
            Map.entry("permission", Code.PERMISSION_DENIED),
            Map.entry("ratelimit", Code.RATE_LIMITED),
            Map.entry("err_rate_limit", Code.RATE_LIMITED),
            Map.entry("apikey: invalid", Code.INVALID_KEY),
            Map.entry("err_auth_unauthorized", Code.INVALID_KEY),
            Map.entry("maintenance", Code.MAINTENANCE),
            Map.entry("temporarily_unavailable", Code.MAINTENANCE),
            Map.entry("unknown error", Code.MAINTENANCE));

    private static final Map<String, Code> NUMBERS = Map.of(
            "10000", Code.MAINTENANCE,
            "10100", Code.INVALID_KEY,
            "10114", Code.NONCE,
            "11010", Code.RATE_LIMITED,
            "20060", Code.MAINTENANCE);

    private BitfinexRefusals() {}

    static Outcome read(Answer answer) {
        var json = Json.parse(answer.body()).orElse(null);
        if (json != null && json.isArray() && Json.text(json.path(0)).equals("error")) {
            return Outcome.refused(refusal(number(json.path(1)), Json.text(json.path(2)), answer));
        }
        if (json != null && json.isObject() && json.has("error")) {
            return Outcome.refused(refusal(number(json.path("code")), Json.text(json.path("error")), answer));
        }
        if (json != null && answer.status() == 200) {
            return BitfinexStatus.isOne(json) ? BitfinexStatus.read(json, answer) : Outcome.of(json);
        }
        return Outcome.refused(
                answer.status() == 404 ? Refusal.of(Code.API_RETIRED, "HTTP 404") : Http.refusal(answer, PAUSE));
    }

    /** Whether a cancel was looked up and not found: the right to trade, which is that to cancel, is there. */
    static boolean orderUnknown(String words) {
        return words.toLowerCase(Locale.ROOT).contains("order not found");
    }

    private static Refusal refusal(String number, String text, Answer answer) {
        var refusal = Refusal.of(code(number, text, answer), number, text);
        return switch (refusal.code()) {
            // nothing tells what an address outside of the key's list gets: perhaps this
            case INVALID_KEY, NONCE -> refusal.variant("bitfinex");
            case RATE_LIMITED -> refusal.pause(Http.retryAfter(answer, PAUSE));
            default -> refusal;
        };
    }

    private static Code code(String number, String text, Answer answer) {
        var lower = text.toLowerCase(Locale.ROOT);
        var byStatus = answer.status() == 500
                ? Code.UNEXPECTED_ANSWER
                : Http.refusal(answer, PAUSE).code();
        return TEXTS.stream()
                .filter(known -> lower.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(NUMBERS.getOrDefault(number, byStatus));
    }

    private static String number(JsonNode node) {
        var number = Json.number(node);
        return number.isPresent() ? String.valueOf(number.getAsLong()) : "";
    }
}
