package gunbot.preflight.exchange.huobi;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Http;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.IpRestriction;
import gunbot.preflight.facts.Refusal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * HTX's refusals, mostly with status 200. {@code /v1} says {@code status} and {@code err-code}, {@code /v2} says
 * {@code code}. Five causes share {@code api-signature-not-valid} and are told apart by its English words.
 */
final class HuobiRefusals {
    /** Limits are per second or two, and no ban is documented. */
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(10);

    private static final String NO_PERMISSION = "no permission";
    private static final Pattern ADDRESS =
            Pattern.compile("incorrect ip address[^:]*: ?([0-9A-Fa-f.:]+)", Pattern.CASE_INSENSITIVE);

    private HuobiRefusals() {}

    static Outcome read(Answer answer) {
        var json = Json.parse(answer.body()).filter(JsonNode::isObject).orElse(null);
        if (json == null) {
            return Outcome.refused(frontEnd(answer));
        }
        var code = code(json);
        boolean good = code.isEmpty() ? Json.text(json.path("status")).equals("ok") : code.equals("200");
        if (good && answer.status() == 200 && json.has("data")) {
            return Outcome.of(json.path("data"));
        }
        if (answer.status() == 429) {
            return Outcome.refused(Http.refusal(answer, USUAL_PAUSE).words(code, words(json)));
        }
        return Outcome.refused(code.isEmpty() || good ? frontEnd(answer) : refusal(code, words(json)));
    }

    /** A 403 without a document: a call closed to sub-users, or a page of what stands before the exchange. */
    private static Refusal frontEnd(Answer answer) {
        var refusal = Http.refusal(answer, USUAL_PAUSE);
        return answer.status() == 403 && answer.body().isBlank() ? refusal.words("403", "") : refusal;
    }

    /** Whichever of the three envelopes it is in; spot and futures hosts spell theirs differently. */
    private static String code(JsonNode json) {
        for (var name : new String[] {"err-code", "err_code", "code"}) {
            var number = Json.number(json.path(name));
            var code = number.isPresent() ? String.valueOf(number.getAsLong()) : Json.text(json.path(name));
            if (!code.isEmpty()) {
                return code;
            }
        }
        return "";
    }

    private static String words(JsonNode json) {
        for (var name : new String[] {"err-msg", "err_msg", "message"}) {
            var words = Json.text(json.path(name));
            if (!words.isEmpty()) {
                return words;
            }
        }
        return "";
    }

    private static Refusal refusal(String code, String words) {
        var lower = words.toLowerCase(Locale.ROOT);
        if (lower.contains("request limit")) {
            return Refusal.of(Code.RATE_LIMITED, code, words).pause(USUAL_PAUSE);
        }
        if (lower.contains("maintain") || lower.contains("maintenance")) {
            return Refusal.of(Code.MAINTENANCE, code, words);
        }
        return switch (code) {
            case "api-signature-not-valid" -> ofSignature(Code.AMBIGUOUS_REFUSAL, code, words, lower);
            case "403" -> ofSignature(Code.PERMISSION_DENIED, code, words, lower);
            case "api-signature-check-failed", "1003", "12008" -> Refusal.of(Code.BAD_SIGNATURE, code, words);
            case "login-required", "12007" ->
                Refusal.of(Code.INVALID_KEY, code, words).variant("huobi");
            case "1002", "base-operation-forbidden" -> Refusal.of(Code.PERMISSION_DENIED, code, words);
            case "2000", "12005" -> Refusal.of(Code.IP_NOT_ALLOWED, code, words);
            case "12001" -> Refusal.of(Code.CLOCK_SKEW, code, words);
            case "12004" -> expired(code, words);
            case "operation-forbidden-for-lock-account-state", "12009" -> Refusal.of(Code.ACCOUNT_LOCKED, code, words);
            case "base-request-exceed-frequency-limit", "rate-too-many-requests", "40403" ->
                Refusal.of(Code.RATE_LIMITED, code, words).pause(USUAL_PAUSE);
            case "500", "system-maintenance", "gateway-internal-error", "base-system-error", "timeout" ->
                Refusal.of(Code.MAINTENANCE, code, words);
            case "method-not-allowed" -> Refusal.of(Code.API_RETIRED, code, words);
            default -> Refusal.of(Code.UNEXPECTED_ANSWER, code, words);
        };
    }

    /** What the words tell, else what the code may stand for. */
    private static Refusal ofSignature(Code otherwise, String code, String words, String lower) {
        if (lower.contains("incorrect access key")) {
            return Refusal.of(Code.INVALID_KEY, code, words).variant("huobi");
        }
        if (lower.contains("verification failure")) {
            return Refusal.of(Code.BAD_SIGNATURE, code, words);
        }
        if (lower.contains("incorrect ip address")) {
            var address = ADDRESS.matcher(Http.beginning(words));
            var refusal = Refusal.of(Code.IP_NOT_ALLOWED, code, words);
            return address.find() && IpRestriction.isAddress(address.group(1))
                    ? refusal.seenFrom(address.group(1))
                    : refusal;
        }
        if (lower.contains("submission time") || lower.contains("time format")) {
            return Refusal.of(Code.CLOCK_SKEW, code, words);
        }
        if (lower.contains(NO_PERMISSION)) {
            return Refusal.of(Code.PERMISSION_DENIED, code, words);
        }
        if (lower.contains("expired")) {
            return expired(code, words);
        }
        var refusal = Refusal.of(otherwise, code, words);
        return otherwise == Code.AMBIGUOUS_REFUSAL
                ? refusal.remaining(Code.INVALID_KEY, Code.BAD_SIGNATURE, Code.IP_NOT_ALLOWED, Code.EXPIRED)
                : refusal;
    }

    static Refusal expired(String code, String words) {
        return Refusal.of(Code.EXPIRED, code, words).variant("lapsed");
    }

    /** Words or a bare 403 with which calls of the main account are closed to a sub-user's key. */
    static boolean closedToSubUsers(Refusal refusal) {
        return refusal.code() == Code.PERMISSION_DENIED || refusal.theirCode().equals("403");
    }

    /** The words to a key without the right that a call needs; other denials may have other causes. */
    static boolean lacksTheRight(Refusal refusal) {
        return refusal.code() == Code.PERMISSION_DENIED
                && refusal.theirWords().toLowerCase(Locale.ROOT).contains(NO_PERMISSION);
    }

    /** Whether one call alone may be refused, so that asking another still tells something of the key. */
    static boolean ofThisCallAlone(Refusal refusal) {
        return closedToSubUsers(refusal)
                || refusal.theirCode().equals("api-signature-check-failed")
                || refusal.code() == Code.API_RETIRED
                || refusal.code() == Code.UNEXPECTED_ANSWER;
    }
}
