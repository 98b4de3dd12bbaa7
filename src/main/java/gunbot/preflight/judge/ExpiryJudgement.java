package gunbot.preflight.judge;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Dates;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is to be said of a key's end. */
final class ExpiryJudgement {
    private ExpiryJudgement() {}

    /**
     * @param exchange our id of it: some have words of their own
     * @param within how long before its end a key is warned of
     */
    static Optional<Finding> of(Expiry expiry, String exchange, Duration within, Instant now) {
        return switch (expiry.state()) {
            case POLICY -> Optional.of(Finding.of(Code.EXPIRES_BY_POLICY).variant(exchange));
            case AT -> ends(expiry.at(), exchange, within, now);
            case NEVER, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<Finding> ends(Instant at, String exchange, Duration within, Instant now) {
        var left = Duration.between(now, at);
        if (left.isNegative() || left.isZero()) {
            return Optional.of(Finding.of(Code.EXPIRED).variant(exchange).with("date", Dates.utc(at)));
        }
        return left.compareTo(within) > 0
                ? Optional.empty()
                : Optional.of(Finding.of(Code.EXPIRES_SOON)
                        .variant(exchange)
                        .with("date", Dates.utc(at))
                        .with("days", String.valueOf(left.toDays())));
    }
}
