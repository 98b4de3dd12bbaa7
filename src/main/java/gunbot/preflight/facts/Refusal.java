package gunbot.preflight.facts;

import java.time.Duration;
import java.util.List;

/**
 * Why a request was not answered as hoped: the exchange's refusal, or that no answer came.
 *
 * @param code our word for it
 * @param theirCode the exchange's code, or empty
 * @param theirWords the exchange's message; cleaned before it leaves the probe
 * @param variant picks a more special text; empty for the plain one
 * @param remaining for AMBIGUOUS_REFUSAL the causes that remain, the likeliest first
 * @param seenFrom the address that the exchange says it sees, or null
 * @param pause how long this exchange must be left alone, or null
 */
public record Refusal(
        Code code,
        String theirCode,
        String theirWords,
        String variant,
        List<Code> remaining,
        String seenFrom,
        Duration pause) {

    /** The variant of what is remembered of an earlier answer, without the values that it had. */
    public static final String RECALLED = "recalled";

    /** The variant of a refusal for which no connection came about: the other side did not take it, or nothing is there. */
    public static final String NO_CONNECTION = "no-connection";

    /** The variant of a refusal that is ours: the time for the whole key was over. */
    public static final String LATE = "late";

    public Refusal {
        remaining = List.copyOf(remaining);
    }

    public static Refusal of(Code code, String theirCode, String theirWords) {
        return new Refusal(code, theirCode, theirWords, "", List.of(), null, null);
    }

    public static Refusal of(Code code, String words) {
        return of(code, "", words);
    }

    public Refusal variant(String other) {
        return new Refusal(code, theirCode, theirWords, other, remaining, seenFrom, pause);
    }

    public Refusal pause(Duration other) {
        return new Refusal(code, theirCode, theirWords, variant, remaining, seenFrom, other);
    }

    public Refusal seenFrom(String address) {
        return new Refusal(code, theirCode, theirWords, variant, remaining, address, pause);
    }

    public Refusal remaining(Code... causes) {
        return new Refusal(code, theirCode, theirWords, variant, List.of(causes), seenFrom, pause);
    }

    public Refusal as(Code other) {
        return new Refusal(other, theirCode, theirWords, variant, remaining, seenFrom, pause);
    }

    public Refusal words(String code, String words) {
        return new Refusal(this.code, code, words, variant, remaining, seenFrom, pause);
    }

    /** Whether it speaks against the key itself: after two of these no more is asked of it. */
    public boolean ofTheKey() {
        return switch (code) {
            case INVALID_KEY,
                    BAD_SIGNATURE,
                    BAD_PASSPHRASE,
                    IP_NOT_ALLOWED,
                    AMBIGUOUS_REFUSAL,
                    OTP_REQUIRED,
                    KEY_NOT_ACTIVE,
                    ACCOUNT_LOCKED,
                    EXPIRED -> true;
            default -> false;
        };
    }

    /** Whether it will pass by itself and says nothing of the key: what was asked is not known then, not absent. */
    public boolean passing() {
        return code == Code.RATE_LIMITED || code == Code.MAINTENANCE || code == Code.UNREACHABLE;
    }

    /** The exchange's code and words in one text. */
    public String evidence() {
        return theirCode.isEmpty() ? theirWords : theirWords.isEmpty() ? theirCode : theirCode + " " + theirWords;
    }
}
