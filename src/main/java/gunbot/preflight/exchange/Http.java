package gunbot.preflight.exchange;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.time.Duration;

/** What an answer means by its HTTP status alone, for whatever an exchange's own table leaves open. */
public final class Http {
    private static final Duration LONGEST_PAUSE = Duration.ofDays(3);

    /** More than any exchange says; a pattern may take the square of this many steps, and nothing else goes on meanwhile. */
    private static final int LONGEST_WORDS = 1000;

    private Http() {}

    /** The beginning of a message, to be looked through with patterns. What is kept of a message is the whole of it. */
    public static String beginning(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }

    /**
     * The refusal that a status stands for. The body is not looked at: it may be anybody's page.
     *
     * @param usualPause how long to leave the exchange alone after 429 and 418 without {@code Retry-After}
     */
    public static Refusal refusal(Answer answer, Duration usualPause) {
        var words = "HTTP " + answer.status();
        if (answer.status() == 429 || answer.status() == 418) {
            return Refusal.of(Code.RATE_LIMITED, words).pause(retryAfter(answer, usualPause));
        }
        if (answer.status() == 451) {
            return Refusal.of(Code.REGION_BLOCKED, words);
        }
        if (answer.status() >= 500) {
            return Refusal.of(Code.MAINTENANCE, words);
        }
        return Refusal.of(Code.UNEXPECTED_ANSWER, words);
    }

    /** The pause that an answer asks for in seconds, at least a second and at most three days, or the usual one. */
    public static Duration retryAfter(Answer answer, Duration usual) {
        var told = answer.header("retry-after").map(String::strip).orElse("");
        if (!told.matches("[0-9]{1,9}")) {
            return usual;
        }
        var pause = Duration.ofSeconds(Math.max(1, Long.parseLong(told)));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
