package gunbot.preflight.exchange.cex;

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
import java.util.Optional;
import java.util.regex.Pattern;

/** CEX.IO's refusals, in three forms whatever the HTTP status: decided by the text, then by the status that they name. */
final class CexRefusals {
    /** The variant of a refusal that is a page of somebody's, not CEX.IO's own word. */
    static final String PAGE = "page";

    private static final String VARIANT = "cex";

    /** Points are counted by calendar minute. */
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** The older interface, which refuses with status 200, counts ten minutes, and bans the address that goes on. */
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private static final Pattern AUTHORISED = Pattern.compile("order (is )?not found|no such order|unknown order"
            + "|order does not exist|insufficient funds|negative balance|too many active orders|from main account");

    /**
     * @param text what the message contains, in lower case; the first that fits counts
     * @param variant of our text, or empty
     */
    private record Meaning(Pattern text, Code code, String variant) {
        Meaning(String text, Code code, String variant) {
            this(Pattern.compile(text), code, variant);
        }
    }

    private static final List<Meaning> MEANINGS = List.of(
            new Meaning("nonce must be incremented", Code.NONCE, VARIANT),
            new Meaning("invalid api key", Code.INVALID_KEY, VARIANT),
            new Meaning("invalid signature", Code.BAD_SIGNATURE, VARIANT),
            new Meaning("rate limit reached|limit exceeded", Code.RATE_LIMITED, ""),
            new Meaning("is on maintenance|too many clients", Code.MAINTENANCE, ""),
            new Meaning("main account (is|are) not allowed", Code.ACCOUNT_SETUP, VARIANT),
            new Meaning("\\bip\\b", Code.IP_NOT_ALLOWED, ""),
            new Meaning("permission|not allowed", Code.PERMISSION_DENIED, ""));

    private CexRefusals() {}

    static Outcome read(Answer answer) {
        var json = Json.parse(answer.body()).orElse(null);
        if (json == null) {
            return Outcome.refused(page(answer));
        }
        var data = json.path("data");
        if (json.has("error")) {
            int status = (int) Json.number(json.path("statusCode")).orElse(answer.status());
            return Outcome.refused(refusal(status, json.path("error"), answer));
        }
        if (data.has("error")) {
            return Outcome.refused(refusal(answer.status(), data.path("error"), answer));
        }
        if (data.has("rejectReason") || Json.text(data.path("status")).equals("REJECTED")) {
            var code = String.valueOf(Json.number(data.path("rejectCode")).orElse(answer.status()));
            // its numbers are not those of HTTP: 403 is also that of too little money
            return Outcome.refused(meaning(code, Json.text(data.path("rejectReason")))
                    .orElse(Refusal.of(Code.UNEXPECTED_ANSWER, code, Json.text(data.path("rejectReason")))));
        }
        return answer.status() == 200 ? Outcome.of(json) : Outcome.refused(Http.refusal(answer, A_MINUTE));
    }

    /** Whether the words are those to a cancel that got as far as the orders: the right is there. */
    static boolean authorised(Refusal refusal) {
        return AUTHORISED.matcher(refusal.theirWords().toLowerCase(Locale.ROOT)).find();
    }

    private static Refusal refusal(int status, JsonNode error, Answer answer) {
        var words = Json.text(error);
        var code = String.valueOf(status);
        return meaning(code, words).orElseGet(() -> switch (status) {
            case 401, 403 ->
                Refusal.of(Code.AMBIGUOUS_REFUSAL, code, words)
                        .remaining(Code.INVALID_KEY, Code.BAD_SIGNATURE, Code.IP_NOT_ALLOWED, Code.CLOCK_SKEW);
            case 404 -> Refusal.of(Code.API_RETIRED, code, words);
            default ->
                Http.refusal(new Answer(status, answer.headers(), ""), A_MINUTE).words(code, words);
        });
    }

    private static Optional<Refusal> meaning(String code, String words) {
        var lower = words.toLowerCase(Locale.ROOT);
        return MEANINGS.stream()
                .filter(meaning -> meaning.text().matcher(lower).find())
                .findFirst()
                .map(meaning -> {
                    var refusal = Refusal.of(meaning.code(), code, words).variant(meaning.variant());
                    return meaning.code() == Code.RATE_LIMITED
                            ? refusal.pause(code.equals("429") ? A_MINUTE : TEN_MINUTES)
                            : refusal;
                });
    }

    private static Refusal page(Answer answer) {
        var refusal =
                answer.status() == 404 ? Refusal.of(Code.API_RETIRED, "HTTP 404") : Http.refusal(answer, A_MINUTE);
        return refusal.code() == Code.UNEXPECTED_ANSWER && !answer.body().isBlank() ? refusal.variant(PAGE) : refusal;
    }
}
