package gunbot.preflight.exchange.nash;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Http;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Nash's refusals: a list of {@code errors} whatever the status, or another status with any text. Nash publishes no list of
 * its messages, so only words that leave no doubt are understood; the rest stays an answer that is not.
 */
final class NashRefusals {
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(60);

    private static final Pattern ORDER_UNKNOWN =
            Pattern.compile("order.*(not found|not exist|doesn't exist)|(unknown|no such) order\\b");
    private static final Pattern DENIED = Pattern.compile("un?authori[sz]ed|not authori[sz]ed|forbidden|access denied");

    private record Meaning(Pattern words, Code code, String variant) {
        static Meaning of(String words, Code code) {
            return new Meaning(Pattern.compile(words), code, "");
        }
    }

    /** The first that fits counts. */
    private static final List<Meaning> MEANINGS = List.of(
            Meaning.of("cannot query field|unknown (argument|type)|has invalid value", Code.API_RETIRED),
            // of orders and movements, which are never sent
            Meaning.of("invalid blockchain signature|insufficient funds", Code.UNEXPECTED_ANSWER),
            Meaning.of("signature validation failed|(invalid|wrong) signature|signature .*invalid", Code.BAD_SIGNATURE),
            Meaning.of("timestamp.*(too old|past|future|expired)", Code.CLOCK_SKEW),
            Meaning.of("rate limit|too many requests", Code.RATE_LIMITED),
            Meaning.of("maintenance", Code.MAINTENANCE),
            new Meaning(
                    Pattern.compile("(token|session|api key).*expired|expired (token|session|api key)"),
                    Code.EXPIRED,
                    "lapsed"),
            Meaning.of("\\bip\\b.*(not allowed|whitelist|not permitted)", Code.IP_NOT_ALLOWED),
            Meaning.of("polic(y|ies).*violat|violat.*polic|permission", Code.PERMISSION_DENIED),
            Meaning.of(
                    DENIED.pattern() + "|unauthenticated|not authenticated|authentication"
                            + "|invalid (token|session|api key)|(token|session|api key) (not found|is invalid)",
                    Code.AMBIGUOUS_REFUSAL));

    private NashRefusals() {}

    static Outcome read(Answer answer) {
        if (isPage(answer)) {
            return Outcome.refused(page(answer));
        }
        var json = Json.parse(answer.body()).filter(JsonNode::isObject).orElse(null);
        if (json == null) {
            return Outcome.refused(byStatus(answer, ""));
        }
        if (!json.path("errors").isEmpty() || json.path("errors").isValueNode() && json.hasNonNull("errors")) {
            return Outcome.refused(refusal(messages(json.path("errors")), answer));
        }
        var data = json.path("data");
        if (answer.status() != 200 || !data.isObject()) {
            return Outcome.refused(byStatus(answer, ""));
        }
        return Json.text(data.path("getExchangeStatus").path("status")).equals("PAUSED")
                ? Outcome.refused(Refusal.of(Code.MAINTENANCE, "status=PAUSED"))
                : Outcome.of(data);
    }

    /** Whether a cancel was let in: the order was looked for, or only the money was missing. */
    static boolean authorised(Refusal refusal) {
        var lower = Http.beginning(refusal.theirWords()).toLowerCase(Locale.ROOT);
        return refusal.code() == Code.UNEXPECTED_ANSWER
                && (ORDER_UNKNOWN.matcher(lower).find() || lower.contains("insufficient funds"));
    }

    /** Whether a cancel was not let in, by words that say so; a status alone may be anybody's. */
    static boolean denied(Refusal refusal) {
        var lower = Http.beginning(refusal.theirWords()).toLowerCase(Locale.ROOT);
        return refusal.code() == Code.PERMISSION_DENIED
                || refusal.code() == Code.AMBIGUOUS_REFUSAL
                        && DENIED.matcher(lower).find();
    }

    private static Refusal refusal(String words, Answer answer) {
        var lower = Http.beginning(words).toLowerCase(Locale.ROOT);
        if (answer.status() == 429 || answer.status() == 451) {
            return byStatus(answer, words);
        }
        for (var meaning : MEANINGS) {
            if (meaning.words().matcher(lower).find()) {
                var refusal = Refusal.of(meaning.code(), code(answer), words).variant(meaning.variant());
                return switch (meaning.code()) {
                    case RATE_LIMITED -> refusal.pause(Http.retryAfter(answer, USUAL_PAUSE));
                    case AMBIGUOUS_REFUSAL -> ofTheToken(refusal);
                    default -> refusal;
                };
            }
        }
        return byStatus(answer, words);
    }

    private static Refusal byStatus(Answer answer, String words) {
        if (answer.status() == 401 || answer.status() == 403) {
            return ofTheToken(Refusal.of(Code.AMBIGUOUS_REFUSAL, code(answer), words));
        }
        var refusal = Http.refusal(answer, USUAL_PAUSE).words(code(answer), words);
        return answer.status() == 404 || answer.status() == 410 ? refusal.as(Code.API_RETIRED) : refusal;
    }

    /** What Nash says of a token that is wrong, revoked or used from elsewhere is not known to differ. */
    private static Refusal ofTheToken(Refusal refusal) {
        return refusal.remaining(Code.INVALID_KEY, Code.EXPIRED, Code.IP_NOT_ALLOWED);
    }

    /** Where the exchange has been replaced by a web site, or its address is gone. Other pages are somebody's in between. */
    private static Refusal page(Answer answer) {
        return switch (answer.status()) {
            case 200, 404, 410 ->
                Refusal.of(Code.EXCHANGE_CLOSED, code(answer), "a web page").variant("page");
            default -> Http.refusal(answer, USUAL_PAUSE);
        };
    }

    private static boolean isPage(Answer answer) {
        return answer.body().stripLeading().startsWith("<");
    }

    private static String messages(JsonNode errors) {
        var messages = new ArrayList<String>();
        errors.forEach(error -> messages.add(Json.text(error.path("message"))));
        messages.removeIf(String::isBlank);
        return String.join("; ", messages);
    }

    private static String code(Answer answer) {
        return answer.status() == 200 ? "" : "HTTP " + answer.status();
    }
}
