package gunbot.preflight.exchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Http;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.IpRestriction;
import gunbot.preflight.facts.Refusal;
import java.time.Duration;
import java.util.regex.Pattern;

/** Binance's refusals: {@code {"code": negative, "msg": text}}, decided by the code, since texts vary. */
public final class BinanceRefusals {
    /** Binance blocks an address for two minutes at the least. */
    private static final Duration USUAL_PAUSE = Duration.ofMinutes(2);

    private static final Pattern REQUEST_IP = Pattern.compile("request ip: ?([0-9A-Fa-f.:]*[0-9A-Fa-f:])");

    private BinanceRefusals() {}

    public static Outcome read(Answer answer) {
        var json = Json.parse(answer.body()).orElse(null);
        if (answer.status() == 200 && json != null && json.isObject() && !json.has("code")) {
            return Outcome.of(json);
        }
        var told = json == null ? null : told(json, answer);
        if (answer.status() == 429 || answer.status() == 418) {
            var limited = Http.refusal(answer, USUAL_PAUSE);
            return Outcome.refused(told == null ? limited : limited.words(told.theirCode(), told.theirWords()));
        }
        if (answer.status() == 451) {
            return Outcome.refused(Refusal.of(Code.REGION_BLOCKED, "HTTP 451", told == null ? "" : told.theirWords()));
        }
        if (told != null) {
            return Outcome.refused(told);
        }
        if (answer.status()
                == 403) { // the front end's own page: too many requests or a blocked one, nothing of the key
            return Outcome.refused(Refusal.of(Code.RATE_LIMITED, "HTTP 403").pause(USUAL_PAUSE));
        }
        return Outcome.refused(Http.refusal(answer, USUAL_PAUSE));
    }

    /** The refusal that a code stands for; null where the document holds none. */
    private static Refusal told(JsonNode json, Answer answer) {
        var number = Json.number(json.path("code"));
        if (number.isEmpty()) {
            return null;
        }
        var words = Json.text(json.path("msg"));
        var code = String.valueOf(number.getAsLong());
        if (number.getAsLong() == -2015) {
            return ambiguous(code, words);
        }
        if (number.getAsLong() == -1003) {
            return Refusal.of(Code.RATE_LIMITED, code, words).pause(USUAL_PAUSE);
        }
        var known = code(code, words);
        // a code that our table lacks: what the status stands for
        return known == null ? Http.refusal(answer, USUAL_PAUSE).words(code, words) : Refusal.of(known, code, words);
    }

    private static Code code(String code, String words) {
        return switch (code) {
            case "-2014", "-2008" -> Code.INVALID_KEY;
            case "-1022" -> Code.BAD_SIGNATURE;
            case "-1021" -> Code.CLOCK_SKEW;
            case "-1002" -> Code.PERMISSION_DENIED;
            case "-1001", "-1006", "-1007", "-1008", "-1016" -> Code.MAINTENANCE;
            case "-2010", "-2011" ->
                words.contains("This account may not") || words.contains("on this account")
                        ? Code.ACCOUNT_LOCKED
                        : Code.UNEXPECTED_ANSWER;
            default -> null;
        };
    }

    /** -2015 stands for three causes; where it names the address it saw, the address is the cause. */
    private static Refusal ambiguous(String code, String words) {
        var address = REQUEST_IP.matcher(words);
        if (address.find() && IpRestriction.isAddress(address.group(1))) {
            return Refusal.of(Code.IP_NOT_ALLOWED, code, words).seenFrom(address.group(1));
        }
        return Refusal.of(Code.AMBIGUOUS_REFUSAL, code, words)
                .remaining(Code.IP_NOT_ALLOWED, Code.INVALID_KEY, Code.PERMISSION_DENIED);
    }
}
