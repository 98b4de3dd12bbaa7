package gunbot.preflight.exchange.kucoin;

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

/** KuCoin's refusals, decided by {@code code}; the HTTP status may be 200 with an error code. */
final class KucoinRefusals {
    /** The call is not offered to this kind of account. */
    static final String UNIFIED_ACCOUNT = "112010";

    static final String NOT_FOUND = "404000";
    private static final String BAD_PARAMETER = "400100";

    private static final Duration USUAL_PAUSE = Duration.ofSeconds(30);
    private static final Pattern CLIENT_IP = Pattern.compile("clientIp is: ?([0-9A-Fa-f.:]*[0-9A-Fa-f:])");

    private KucoinRefusals() {}

    static Outcome read(Answer answer) {
        var json = Json.parse(answer.body()).orElse(null);
        var code = json == null ? "" : Json.text(json.path("code"));
        if (code.isEmpty() && json != null && Json.number(json.path("code")).isPresent()) {
            code = String.valueOf(Json.number(json.path("code")).getAsLong());
        }
        if (code.isEmpty()) {
            return Outcome.refused(frontEnd(answer));
        }
        if (code.equals("200000") && answer.status() == 200 && json.hasNonNull("data")) {
            return Outcome.of(json.path("data"));
        }
        return Outcome.refused(refusal(code, Json.text(json.path("msg")), answer));
    }

    /** Whether a cancel was looked up and not found: the right to cancel, which is that to trade, is there. */
    static boolean orderUnknown(Refusal refusal) {
        var words = refusal.theirWords().toLowerCase(Locale.ROOT).replace('_', ' ');
        return refusal.theirCode().equals(BAD_PARAMETER)
                && (words.contains("order not exist") || words.contains("order does not exist"));
    }

    private static Refusal refusal(String code, String words, Answer answer) {
        if (code.equals("429000")
                || code.equals("200002")
                || code.equals("1015")
                || words.contains("Exceeded the access frequency")
                || answer.status() == 429) {
            return Refusal.of(Code.RATE_LIMITED, code, words).pause(pause(answer));
        }
        var known = code(code);
        if (known == null) { // a code that our table lacks: what the status stands for
            return Http.refusal(answer, USUAL_PAUSE).words(code, words);
        }
        var refusal = Refusal.of(known, code, words).variant(variant(known));
        if (refusal.code() == Code.IP_NOT_ALLOWED) {
            var address = CLIENT_IP.matcher(words);
            return address.find() && IpRestriction.isAddress(address.group(1))
                    ? refusal.seenFrom(address.group(1))
                    : refusal;
        }
        return refusal;
    }

    private static Code code(String code) {
        return switch (code) {
            case "400002" -> Code.CLOCK_SKEW;
            case "400003", "400401" -> Code.INVALID_KEY;
            case "400004" -> Code.BAD_PASSPHRASE;
            case "400005" -> Code.BAD_SIGNATURE;
            case "400006" -> Code.IP_NOT_ALLOWED;
            case "400007" -> Code.PERMISSION_DENIED;
            case "400200", "400700", "411100" -> Code.ACCOUNT_LOCKED;
            case "400303" -> Code.ACCOUNT_SETUP;
            case "400500" -> Code.REGION_BLOCKED;
            case "500000" -> Code.MAINTENANCE;
            default -> null;
        };
    }

    private static String variant(Code code) {
        return switch (code) {
            case ACCOUNT_SETUP -> "unverified";
            case REGION_BLOCKED -> "account";
            default -> "";
        };
    }

    /** A page of the front end says nothing of the key; one with 403 may be for the country. */
    private static Refusal frontEnd(Answer answer) {
        var refusal = Http.refusal(answer, USUAL_PAUSE);
        if (answer.status() == 403) {
            return refusal.variant("front-end");
        }
        return refusal.code() == Code.RATE_LIMITED ? refusal.pause(pause(answer)) : refusal;
    }

    /** KuCoin tells the pause in milliseconds in a header of its own. */
    private static Duration pause(Answer answer) {
        var reset = answer.header("gw-ratelimit-reset").map(String::strip).orElse("");
        return reset.matches("[0-9]{1,7}")
                ? Duration.ofMillis(Math.max(1000, Long.parseLong(reset)))
                : Http.retryAfter(answer, USUAL_PAUSE);
    }
}
