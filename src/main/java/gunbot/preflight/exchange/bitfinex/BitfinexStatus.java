package gunbot.preflight.exchange.bitfinex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The platform's status, {@code [1]} or {@code [0]}. No answer of Bitfinex tells its clock: the time is that of the header
 * {@code Date}, to the second.
 */
final class BitfinexStatus {
    private BitfinexStatus() {}

    /** No other answer is a list of one number. */
    static boolean isOne(JsonNode json) {
        return json.isArray() && json.size() == 1 && json.path(0).isIntegralNumber();
    }

    /** The time, Unix milliseconds, or no value where the header is not there; a refusal under maintenance. */
    static Outcome read(JsonNode json, Answer answer) {
        if (json.path(0).asInt() != 1) {
            return Outcome.refused(Refusal.of(Code.MAINTENANCE, json.toString()));
        }
        return Outcome.of(answer.header("date").map(BitfinexStatus::millis).orElse(MissingNode.getInstance()));
    }

    private static JsonNode millis(String date) {
        try {
            var time = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            return LongNode.valueOf(time.toInstant().toEpochMilli());
        } catch (DateTimeException e) {
            return MissingNode.getInstance();
        }
    }
}
