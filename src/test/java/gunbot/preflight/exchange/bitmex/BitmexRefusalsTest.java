package gunbot.preflight.exchange.bitmex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.facts.Code;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of BitMEX's refusals. */
class BitmexRefusalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    401 | Invalid API Key.                                  | INVALID_KEY
                    401 | Signature not valid.                              | BAD_SIGNATURE
                    401 | This key is disabled.                             | INVALID_KEY
                    403 | This key is disabled.                             | INVALID_KEY
                    403 | This IP address is not allowed to use this key.   | IP_NOT_ALLOWED
                    403 | Access Denied                                     | PERMISSION_DENIED
                    400 | This request has expired - `expires` is in the past. Current time: 1516534870 | CLOCK_SKEW
                    401 | This request has expired - `expires` is in the past. Current time: 1516534870 | CLOCK_SKEW
                    400 | Nonce is not increasing. This nonce: 1, last nonce: 2 | NONCE
                    400 | Invalid orderID                                   | UNEXPECTED_ANSWER
                    400 | 'symbol' is a required arg.                       | UNEXPECTED_ANSWER
                    400 | We require all new traders to verify their identity | ACCOUNT_LOCKED
                    403 | We require all new traders to verify their identity | ACCOUNT_LOCKED
                    400 | Account is restricted                             | ACCOUNT_LOCKED
                    401 | invalid use of subaccount api key                 | ACCOUNT_SETUP
                    403 | invalid use of subaccount api key                 | ACCOUNT_SETUP
                    404 | Not Found                                         | API_RETIRED
                    429 | "Rate limit exceeded, retry in 1 seconds."        | RATE_LIMITED
                    429 | something new                                     | RATE_LIMITED
                    503 | The system is currently overloaded. Please try again later. | MAINTENANCE
                    503 | Service unavailable                               | MAINTENANCE
                    500 | something new                                     | MAINTENANCE
                    401 | something new                                     | UNEXPECTED_ANSWER
                    403 | something new                                     | UNEXPECTED_ANSWER
                    451 | something new                                     | REGION_BLOCKED
                    200 | something new                                     | UNEXPECTED_ANSWER
                    """)
    void read_message_itsMeaning(int status, String message, Code code) {
        var body = "{\"error\":{\"message\":\"" + message + "\",\"name\":\"HTTPError\"}}";

        var refusal = BitmexRefusals.read(answer(status, body)).refusal().orElseThrow();

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.evidence()).isEqualTo(status + " " + message);
        assertThat(refusal.pause() != null).isEqualTo(code == Code.RATE_LIMITED);
    }

    @ParameterizedTest
    @CsvSource({
        "401, <html></html>, UNEXPECTED_ANSWER",
        "429, <html></html>, RATE_LIMITED",
        "502, <html></html>, MAINTENANCE",
        "504, <html></html>, MAINTENANCE",
        "200, <html></html>, UNEXPECTED_ANSWER",
        "200, '',            UNEXPECTED_ANSWER",
        "302, '',            UNEXPECTED_ANSWER",
        "201, '[]',          UNEXPECTED_ANSWER"
    })
    void read_noError_meaningOfTheStatus(int status, String body, Code code) {
        assertThat(BitmexRefusals.read(answer(status, body))
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(code);
    }

    @Test
    void read_pageWith403_saysNothingOfTheKey() {
        var refusal = BitmexRefusals.read(answer(403, "<html><body>Forbidden</body></html>"))
                .refusal()
                .orElseThrow();

        assertThat(refusal.code()).isEqualTo(Code.RATE_LIMITED);
        assertThat(refusal.variant()).isEqualTo("shut-out");
        assertThat(refusal.pause()).isEqualTo(Duration.ofHours(1));
        assertThat(refusal.ofTheKey()).isFalse();
    }

    @Test
    void read_rateLimit_waitsAsLongAsTold() {
        var body = "{\"error\":{\"message\":\"Rate limit exceeded, retry in 7 seconds.\",\"name\":\"RateLimitError\"}}";

        var refusal = BitmexRefusals.read(new Answer(429, Map.of("retry-after", "7"), body))
                .refusal()
                .orElseThrow();

        assertThat(refusal.pause()).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"error":null}
                    {"error":{}}
                    {"error":{"message":null}}
                    {"error":{"message":[1]}}
                    {"error":[]}
                    """)
    void read_errorOfAnotherForm_notUnderstood(String body) {
        assertThat(BitmexRefusals.read(answer(400, body))
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(Code.UNEXPECTED_ANSWER);
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, Map.of(), body);
    }
}
