package gunbot.preflight.exchange.coinbasepro;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalLong;

/** Reads good answers: no call tells a right in words, so that each must at least be the answer to what was asked. */
final class CoinbaseProAnswers {
    private static final double LATEST_SECONDS = 1e11;

    private CoinbaseProAnswers() {}

    /** The time, Unix milliseconds, written as text, and in seconds with decimals. */
    static OptionalLong millis(JsonNode time) {
        var epoch = time.path("epoch");
        if (epoch.isNumber() && Math.abs(epoch.doubleValue()) < LATEST_SECONDS) { // 1e400 is a number in JSON as well
            return OptionalLong.of(
                    epoch.decimalValue().multiply(BigDecimal.valueOf(1000)).longValue());
        }
        try {
            return OptionalLong.of(Instant.parse(Json.text(time.path("iso"))).toEpochMilli());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    /** Whether it tells the fees of the account. */
    static boolean isFees(JsonNode told) {
        return isRate(told.path("maker_fee_rate")) || isRate(told.path("taker_fee_rate"));
    }

    /** Whether it is a list of accounts; an account with nothing in it may have none. */
    static boolean isAccounts(JsonNode told) {
        if (!told.isArray()) {
            return false;
        }
        for (JsonNode account : told) {
            if (Json.text(account.path("id")).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRate(JsonNode rate) {
        return Json.text(rate).matches("-?[0-9]+(\\.[0-9]+)?");
    }
}
