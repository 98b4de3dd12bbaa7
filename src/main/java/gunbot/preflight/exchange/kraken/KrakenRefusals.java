package gunbot.preflight.exchange.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Http;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;

/** Kraken's refusals: HTTP 200 and a text {@code E<Category>:<Description>[:<detail>]} in {@code error}. */
final class KrakenRefusals {
    private static final Duration RATE_PAUSE = Duration.ofSeconds(15);
    private static final Duration LOCKOUT_PAUSE = Duration.ofMinutes(15);

    private static final Pattern THROTTLED_UNTIL = Pattern.compile("EService:Throttled:([0-9]{10})");

    /** By the beginning of the text, without blanks; the longer beginnings never share a key with a shorter one. */
    private static final Map<String, Code> BEGINNINGS = Map.ofEntries(
            Map.entry("EAPI:Invalidkey", Code.INVALID_KEY),
            Map.entry("EAuth:Failed", Code.INVALID_KEY),
            Map.entry("EAPI:Invalidsignature", Code.BAD_SIGNATURE),
            Map.entry("EAPI:Invalidnonce", Code.NONCE),
            Map.entry("EGeneral:Permissiondenied", Code.PERMISSION_DENIED),
            Map.entry("EAccount:Invalidpermissions", Code.ACCOUNT_SETUP),
            Map.entry("EAPI:Ratelimitexceeded", Code.RATE_LIMITED),
            Map.entry("EAuth:Ratelimitexceeded", Code.RATE_LIMITED),
            Map.entry("EAuth:Toomanyrequests", Code.RATE_LIMITED),
            Map.entry("EGeneral:Toomanyrequests", Code.RATE_LIMITED),
            Map.entry("EService:Throttled", Code.RATE_LIMITED),
            Map.entry("EGeneral:Temporarylockout", Code.RATE_LIMITED),
            Map.entry("EAuth:Accounttemporarydisabled", Code.ACCOUNT_LOCKED),
            Map.entry("EAuth:Accountunconfirmed", Code.ACCOUNT_LOCKED),
            Map.entry("ETrade:UserLocked", Code.ACCOUNT_LOCKED),
            Map.entry("EGeneral:Unknownmethod", Code.API_RETIRED),
            Map.entry("EGeneral:Internalerror", Code.MAINTENANCE),
            Map.entry("EService:Unavailable", Code.MAINTENANCE),
            Map.entry("EService:Busy", Code.MAINTENANCE),
            Map.entry("EService:Deadlineelapsed", Code.MAINTENANCE));

    /** What has a text of its own, by the same beginnings. */
    private static final Map<String, String> VARIANTS = Map.of(
            "EAccount:Invalidpermissions", "kraken",
            "EAuth:Accountunconfirmed", "unconfirmed");

    private KrakenRefusals() {}

    static Outcome read(Answer answer) {
        var json = Json.parse(answer.body()).orElse(null);
        if (json == null || !json.path("error").isArray()) {
            return Outcome.refused(Http.refusal(answer, RATE_PAUSE));
        }
        for (JsonNode error : json.path("error")) {
            var text = Json.text(error);
            if (!text.startsWith("W")) { // W… only warns
                return Outcome.refused(refusal(text, answer));
            }
        }
        return answer.status() == 200 && json.path("result").isContainerNode()
                ? Outcome.of(json.path("result"))
                : Outcome.refused(Http.refusal(answer, RATE_PAUSE));
    }

    private static Refusal refusal(String text, Answer answer) {
        var folded = text.replace(" ", "");
        for (var beginning : BEGINNINGS.entrySet()) {
            if (folded.startsWith(beginning.getKey())) {
                var refusal = Refusal.of(beginning.getValue(), text, "")
                        .variant(VARIANTS.getOrDefault(beginning.getKey(), ""));
                return beginning.getValue() == Code.RATE_LIMITED ? refusal.pause(pause(folded, answer)) : refusal;
            }
        }
        return Http.refusal(answer, RATE_PAUSE).words(text, "");
    }

    /** Every request during a lock-out prolongs it, so it is waited out whole. */
    private static Duration pause(String folded, Answer answer) {
        if (folded.startsWith("EGeneral:Temporarylockout")) {
            return LOCKOUT_PAUSE;
        }
        var until = THROTTLED_UNTIL.matcher(folded);
        return until.lookingAt() ? throttled(Long.parseLong(until.group(1)), answer) : RATE_PAUSE;
    }

    /** The answer's own date tells how far off the moment is, whatever our clock says. */
    private static Duration throttled(long until, Answer answer) {
        try {
            var date = ZonedDateTime.parse(answer.header("date").orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME);
            var pause = Duration.ofSeconds(until - date.toEpochSecond());
            return pause.compareTo(RATE_PAUSE) < 0
                    ? RATE_PAUSE
                    : pause.compareTo(LOCKOUT_PAUSE) > 0 ? LOCKOUT_PAUSE : pause;
        } catch (DateTimeParseException e) {
            return RATE_PAUSE;
        }
    }

    /** Whether a text shows that a cancel reached the order logic, so that the right to cancel is there. */
    static boolean reachedTheOrders(Refusal refusal) {
        var text = refusal.theirCode();
        return text.startsWith("EOrder:")
                || text.startsWith("EQuery:Unknown asset pair")
                || text.startsWith("EService:Market in");
    }
}
