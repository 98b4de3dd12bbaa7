package gunbot.preflight.exchange.poloniex;

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
import java.util.Set;

/**
 * Poloniex's refusals: {@code code} with {@code message} on the spot paths or {@code msg} under {@code /v3}, whatever the
 * status, since no document pairs the two; or a status without a body.
 */
final class PoloniexRefusals {
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(30);

    /** What both APIs say on success, as a number or as text. */
    private static final String SUCCESS = "200";

    private static final Map<Code, Set<String>> MEANINGS = Map.of(
            Code.ACCOUNT_LOCKED, Set.of("21601", "21351", "1003", "10008"),
            Code.REGION_BLOCKED, Set.of("21353"),
            Code.ACCOUNT_SETUP, Set.of("21600", "21100", "21604", "21605", "21704", "21354", "12004", "1000", "250012"),
            Code.MAINTENANCE,
                    Set.of(
                            "21340", "21341", "21342", "21343", "1002", // announced
                            "500", "415", "603", "24201", "503", "1001"), // trouble of a server
            Code.PERMISSION_DENIED, Set.of("403"),
            Code.RATE_LIMITED, Set.of("429"),
            // of parameters, orders and symbols; 25010 is about an order of somebody else, not about a right of the key
            Code.UNEXPECTED_ANSWER, Set.of("601", "602", "400", "21346", "25010", "10040", "24101"));

    /** Only who may cancel is told that there is nothing to cancel. */
    private static final Set<String> ORDER_UNKNOWN = Set.of("21301", "21302", "21304", "21305", "21307", "21359");

    private static final Set<String> FUTURES_ORDER_UNKNOWN = Set.of("11008", "11004");

    private PoloniexRefusals() {}

    static Outcome read(Answer answer) {
        var json = Json.parse(answer.body()).orElse(null);
        if (json == null) {
            return Outcome.refused(answer.body().isBlank() ? bare(answer) : Http.refusal(answer, USUAL_PAUSE));
        }
        var code = code(json.path("code"));
        if (!code.isEmpty() && !code.equals(SUCCESS)) {
            return Outcome.refused(refusal(code, words(json), answer));
        }
        if (answer.status() == 200) {
            return Outcome.of(json);
        }
        var lower = words(json).toLowerCase(Locale.ROOT);
        return Outcome.refused(
                ofTheTime(answer, lower)
                        ? Refusal.of(Code.CLOCK_SKEW, status(answer), words(json))
                        : Http.refusal(answer, USUAL_PAUSE).words(status(answer), words(json)));
    }

    /** Whether a spot cancel was refused for its order alone. */
    static boolean orderUnknown(Refusal refusal) {
        return ORDER_UNKNOWN.contains(refusal.theirCode());
    }

    /** The same for a futures cancel. */
    static boolean futuresOrderUnknown(Refusal refusal) {
        return FUTURES_ORDER_UNKNOWN.contains(refusal.theirCode());
    }

    /** Whether it may be for a missing right: it is where another call of the same key works. */
    static boolean perhapsARight(Refusal refusal) {
        return refusal.code() == Code.AMBIGUOUS_REFUSAL || refusal.code() == Code.PERMISSION_DENIED;
    }

    /** Key, signature, address and right are refused alike, without a word. */
    private static Refusal bare(Answer answer) {
        return switch (answer.status()) {
            case 401 -> ambiguous(Refusal.of(Code.AMBIGUOUS_REFUSAL, "HTTP 401"));
            case 403 ->
                Refusal.of(Code.AMBIGUOUS_REFUSAL, "HTTP 403")
                        .remaining(Code.PERMISSION_DENIED, Code.IP_NOT_ALLOWED, Code.INVALID_KEY, Code.BAD_SIGNATURE)
                        .variant("poloniex");
            case 400, 408 -> Refusal.of(Code.CLOCK_SKEW, status(answer));
            case 404 -> Refusal.of(Code.API_RETIRED, status(answer));
            default -> Http.refusal(answer, USUAL_PAUSE);
        };
    }

    private static Refusal ambiguous(Refusal refusal) {
        return refusal.remaining(Code.INVALID_KEY, Code.BAD_SIGNATURE, Code.IP_NOT_ALLOWED, Code.PERMISSION_DENIED)
                .variant("poloniex");
    }

    private static Refusal refusal(String code, String words, Answer answer) {
        var lower = words.toLowerCase(Locale.ROOT);
        if (answer.status() == 429) {
            return Http.refusal(answer, USUAL_PAUSE).words(code, words);
        }
        if (ofTheTime(answer, lower)) {
            return Refusal.of(Code.CLOCK_SKEW, code, words);
        }
        if (lower.contains("invalid api key")) {
            return Refusal.of(Code.INVALID_KEY, code, words);
        }
        if (code.equals("401")) {
            return ambiguous(Refusal.of(Code.AMBIGUOUS_REFUSAL, code, words));
        }
        var meaning = MEANINGS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(deniesARight(lower) ? Code.PERMISSION_DENIED : null);
        if (meaning == null) {
            return Http.refusal(answer, USUAL_PAUSE).words(code, words);
        }
        var refusal = Refusal.of(meaning, code, words);
        return switch (meaning) {
            case RATE_LIMITED -> refusal.pause(Http.retryAfter(answer, USUAL_PAUSE));
            case PERMISSION_DENIED -> refusal.variant("poloniex");
            case REGION_BLOCKED -> refusal.variant("account");
            case ACCOUNT_SETUP -> refusal.variant(setup(code));
            default -> refusal;
        };
    }

    /** What is missing, where the code tells it. */
    private static String setup(String code) {
        return switch (code) {
            case "21354" -> "email";
            case "12004" -> "unverified";
            case "1000", "250012" -> "no-futures";
            default -> "";
        };
    }

    /** A request that comes over a second early or late gets 400, one beyond its own window 408. */
    private static boolean ofTheTime(Answer answer, String words) {
        return answer.status() == 408
                || (answer.status() == 400 && (words.contains("timestamp") || words.contains("recvwindow")));
    }

    private static boolean deniesARight(String words) {
        return words.contains("permission") || words.contains("access_deny") || words.contains("not authori");
    }

    private static String code(JsonNode code) {
        var number = Json.number(code);
        return number.isPresent() ? String.valueOf(number.getAsLong()) : Json.text(code);
    }

    private static String words(JsonNode json) {
        return List.of("message", "msg").stream()
                .map(name -> Json.text(json.path(name)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String status(Answer answer) {
        return "HTTP " + answer.status();
    }
}
