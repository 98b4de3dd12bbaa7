package gunbot.preflight.exchange.binancefutures;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.exchange.binance.BinanceRefusals;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.util.Locale;

/** The refusals of Binance's futures hosts: those of the spot host, with some of their own and one that means less. */
final class BinanceFuturesRefusals {
    private BinanceFuturesRefusals() {}

    static Outcome read(Answer answer) {
        return BinanceRefusals.read(answer)
                .then(Outcome::of, refusal -> Outcome.refused(temporary(answer, own(refusal))));
    }

    private static Refusal own(Refusal refusal) {
        return switch (refusal.theirCode()) {
            // the futures hosts name the address whatever the cause is
            case "-2015" ->
                refusal.as(Code.AMBIGUOUS_REFUSAL)
                        .remaining(Code.IP_NOT_ALLOWED, Code.INVALID_KEY, Code.PERMISSION_DENIED);
            case "-1002", "-1099" ->
                refusal.as(Code.AMBIGUOUS_REFUSAL).remaining(Code.PERMISSION_DENIED, Code.INVALID_KEY);
            case "-1011" -> refusal.as(Code.IP_NOT_ALLOWED);
            case "-5028" -> refusal.as(Code.CLOCK_SKEW);
            case "-4109" -> refusal.as(Code.ACCOUNT_SETUP).variant("inactive");
            case "-4056", "-4057" -> refusal.as(Code.INVALID_KEY);
            case "-2017" -> refusal.as(Code.ACCOUNT_LOCKED).variant("keys");
            case "-2023" -> refusal.as(Code.ACCOUNT_LOCKED).variant("liquidation");
            case "-4400", "-4401", "-4402" ->
                refusal.theirWords().toLowerCase(Locale.ROOT).contains("region")
                        ? refusal.as(Code.REGION_BLOCKED).variant("account")
                        : refusal.as(Code.ACCOUNT_LOCKED);
            // the same numbers are about pairs and intervals on COIN-M
            case "-4087", "-4088" ->
                refusal.theirWords().contains(" place ")
                        ? refusal.as(Code.ACCOUNT_LOCKED).variant("orders")
                        : refusal;
            default -> refusal;
        };
    }

    private static Refusal temporary(Answer answer, Refusal refusal) {
        boolean passing = answer.status() == 408 || answer.status() >= 500;
        return passing && refusal.code() == Code.UNEXPECTED_ANSWER ? refusal.as(Code.MAINTENANCE) : refusal;
    }

    /** On the spot host, which names the address only where it is the cause. */
    static Refusal ofDeclaration(Refusal refusal) {
        return refusal.theirCode().equals("-2015") && refusal.seenFrom() != null
                ? Refusal.of(Code.IP_NOT_ALLOWED, refusal.theirCode(), refusal.theirWords())
                        .seenFrom(refusal.seenFrom())
                : refusal;
    }

    /** Whether the declaration failed without a word on the key, so that proving is worth a try. */
    static boolean saysNothingOfTheKey(Refusal refusal) {
        return switch (refusal.code()) {
            case UNEXPECTED_ANSWER, MAINTENANCE, API_RETIRED -> true;
            default -> false;
        };
    }

    /** Whether a futures host's refusal is about the key, whichever of its rights is missing. */
    static boolean surelyOfTheKey(Refusal refusal) {
        return refusal.ofTheKey() && refusal.code() != Code.AMBIGUOUS_REFUSAL;
    }

    /** Whether a key that one test host refuses so may be one of the other's. */
    static boolean perhapsOfTheOtherHost(Refusal refusal) {
        return switch (refusal.code()) {
            case INVALID_KEY, AMBIGUOUS_REFUSAL, UNEXPECTED_ANSWER, UNREACHABLE -> true;
            default -> false;
        };
    }
}
