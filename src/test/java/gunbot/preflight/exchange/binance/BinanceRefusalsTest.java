package gunbot.preflight.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole table of refusals of the fact sheet, and answers that are in no table. */
class BinanceRefusalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    401 | -2015 | Invalid API-key, IP, or permissions for action.                            | AMBIGUOUS_REFUSAL |     |             | IP_NOT_ALLOWED INVALID_KEY PERMISSION_DENIED
                    401 | -2015 | Invalid API-key, IP, or permissions for action                             | AMBIGUOUS_REFUSAL |     |             | IP_NOT_ALLOWED INVALID_KEY PERMISSION_DENIED
                    401 | -2015 | Invalid API-key, IP, or permissions for action, request ip: 203.0.113.9    | IP_NOT_ALLOWED    |     | 203.0.113.9 |
                    401 | -2015 | Invalid API-key, IP, or permissions for action, request ip: 203.0.113.9.   | IP_NOT_ALLOWED    |     | 203.0.113.9 |
                    401 | -2015 | Invalid API-key, IP, or permissions for action, request ip: 2001:db8::9    | IP_NOT_ALLOWED    |     | 2001:db8::9 |
                    400 | -2015 | Invalid API-key, IP, or permissions for action, request ip: somewhere      | AMBIGUOUS_REFUSAL |     |             | IP_NOT_ALLOWED INVALID_KEY PERMISSION_DENIED
                    400 | -2015 | Invalid API-key, IP, or permissions for action, request ip: abcdef0123456789 | AMBIGUOUS_REFUSAL |   |             | IP_NOT_ALLOWED INVALID_KEY PERMISSION_DENIED
                    401 | -2014 | API-key format invalid.                                                    | INVALID_KEY       |     |             |
                    400 | -2014 | API-key format invalid.                                                    | INVALID_KEY       |     |             |
                    400 | -2008 | Invalid Api-Key ID.                                                        | INVALID_KEY       |     |             |
                    401 | -2008 | Invalid Api-Key ID.                                                        | INVALID_KEY       |     |             |
                    400 | -1022 | Signature for this request is not valid.                                   | BAD_SIGNATURE     |     |             |
                    400 | -1021 | Timestamp for this request is outside of the recvWindow.                   | CLOCK_SKEW        |     |             |
                    400 | -1021 | Timestamp for this request was 1000ms ahead of the server's time.          | CLOCK_SKEW        |     |             |
                    400 | -1002 | You are not authorized to execute this request.                            | PERMISSION_DENIED |     |             |
                    401 | -1002 | You are not authorized to execute this request.                            | PERMISSION_DENIED |     |             |
                    400 | -1131 | recvWindow must be less than 60000                                         | UNEXPECTED_ANSWER |     |             |
                    400 | -1100 | Illegal characters found in parameter 'symbol'.                            | UNEXPECTED_ANSWER |     |             |
                    400 | -1102 | Mandatory parameter 'timestamp' was not sent, was empty/null, or malformed. | UNEXPECTED_ANSWER |    |             |
                    400 | -1106 | Parameter 'recvWindow' sent when not required.                             | UNEXPECTED_ANSWER |     |             |
                    400 | -1121 | Invalid symbol.                                                            | UNEXPECTED_ANSWER |     |             |
                    400 | -2011 | Unknown order sent.                                                        | UNEXPECTED_ANSWER |     |             |
                    400 | -2010 | This account may not place or cancel orders.                               | ACCOUNT_LOCKED    |     |             |
                    400 | -2011 | This account may not place or cancel orders.                               | ACCOUNT_LOCKED    |     |             |
                    400 | -2010 | This action is disabled on this account.                                   | ACCOUNT_LOCKED    |     |             |
                    400 | -2011 | This action is disabled on this account.                                   | ACCOUNT_LOCKED    |     |             |
                    400 | -1022 | This account may not place or cancel orders.                               | BAD_SIGNATURE     |     |             |
                    429 | -1003 | Too much request weight used; current limit is 6000 per 1 MINUTE.          | RATE_LIMITED      | 120 |             |
                    418 | -1003 | Way too much request weight used; IP banned until 1790000120000.           | RATE_LIMITED      | 120 |             |
                    400 | -1003 | Too many requests; current limit is 6000 requests per minute.              | RATE_LIMITED      | 120 |             |
                    451 | 0     | Service unavailable from a restricted location according to 'b. Eligibility' in https://www.binance.com/en/terms. | REGION_BLOCKED | | |
                    500 | -1001 | Internal error; unable to process your request. Please try again.          | MAINTENANCE       |     |             |
                    500 | -1006 | An unexpected response was received from the message bus.                  | MAINTENANCE       |     |             |
                    503 | -1007 | Timeout waiting for response from backend server.                          | MAINTENANCE       |     |             |
                    503 | -1008 | Server is currently overloaded with other requests.                        | MAINTENANCE       |     |             |
                    503 | -1016 | This service is no longer available.                                       | MAINTENANCE       |     |             |
                    500 | -1000 | An unknown error occurred while processing the request.                    | MAINTENANCE       |     |             |
                    400 | -1000 | An unknown error occurred while processing the request.                    | UNEXPECTED_ANSWER |     |             |
                    200 | -2014 | API-key format invalid.                                                    | INVALID_KEY       |     |             |
                    200 | -1022 | Signature for this request is not valid.                                   | BAD_SIGNATURE     |     |             |
                    200 | 0     | success                                                                    | UNEXPECTED_ANSWER |     |             |
                    """)
    void read_tableOfTheSheet_code(
            int status, int number, String words, Code code, Integer pauseSeconds, String seenFrom, String remaining) {
        var refusal = refusal(status, Map.of(), "{\"code\":" + number + ",\"msg\":\"" + words + "\"}");

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.pause()).isEqualTo(pauseSeconds == null ? null : Duration.ofSeconds(pauseSeconds));
        assertThat(refusal.seenFrom()).isEqualTo(seenFrom);
        assertThat(refusal.remaining())
                .isEqualTo(
                        remaining == null
                                ? List.of()
                                : Arrays.stream(remaining.split(" "))
                                        .map(Code::valueOf)
                                        .toList());
        assertThat(refusal.evidence()).contains(words);
    }

    @Test
    void read_unknownOrder_keepsTheCodeThatProvesTheRight() {
        assertThat(refusal(400, Map.of(), "{\"code\":-2011,\"msg\":\"Unknown order sent.\"}")
                        .theirCode())
                .isEqualTo("-2011");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    200 | <html>Welcome</html>                 | UNEXPECTED_ANSWER
                    200 | ``                                   | UNEXPECTED_ANSWER
                    200 | null                                 | UNEXPECTED_ANSWER
                    200 | []                                   | UNEXPECTED_ANSWER
                    200 | "text"                               | UNEXPECTED_ANSWER
                    200 | {"enableReading":tr                  | UNEXPECTED_ANSWER
                    200 | {} {}                                | UNEXPECTED_ANSWER
                    200 | {"code":"none"}                      | UNEXPECTED_ANSWER
                    200 | {"code":null}                        | UNEXPECTED_ANSWER
                    400 | {}                                   | UNEXPECTED_ANSWER
                    400 | {"enableReading":true}               | UNEXPECTED_ANSWER
                    400 | {"code":[-2014],"msg":"x"}           | UNEXPECTED_ANSWER
                    400 | {"code":-2014.5,"msg":"x"}           | UNEXPECTED_ANSWER
                    400 | {"code":4294965282,"msg":"x"}        | UNEXPECTED_ANSWER
                    400 | {"code":99999999999999999999}        | UNEXPECTED_ANSWER
                    400 | {"code":"-2014"}                     | INVALID_KEY
                    400 | {"code":-2014,"msg":{"a":1}}         | INVALID_KEY
                    302 | ``                                   | UNEXPECTED_ANSWER
                    403 | <html>403 Forbidden</html>           | RATE_LIMITED
                    403 | ``                                   | RATE_LIMITED
                    404 | <html>404 Not found</html>           | UNEXPECTED_ANSWER
                    451 | <html>unavailable</html>             | REGION_BLOCKED
                    418 | <html>teapot</html>                  | RATE_LIMITED
                    429 | ``                                   | RATE_LIMITED
                    500 | ``                                   | MAINTENANCE
                    502 | <html>Bad gateway</html>             | MAINTENANCE
                    503 | {"code":true}                        | MAINTENANCE
                    504 | []                                   | MAINTENANCE
                    """)
    void read_odd_neverData(int status, String body, Code code) {
        assertThat(refusal(status, Map.of(), body).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "429, 7, 7",
        "418, 7, 7",
        "429, ' 30 ', 30",
        "429, 0, 1",
        "418, 259200, 259200",
        "418, 259201, 259200",
        "429, 999999999, 259200",
        "429, 99999999999999999999, 120",
        "429, -5, 120",
        "429, 1.5, 120",
        "429, soon, 120",
        "429, '', 120",
        "429, 'Wed, 21 Oct 2026 07:28:00 GMT', 120"
    })
    void read_rateLimited_waitsAsToldWithinReason(int status, String retryAfter, long seconds) {
        for (var body : List.of("{\"code\":-1003,\"msg\":\"Too much request weight used\"}", "<html></html>", "")) {
            assertThat(refusal(status, Map.of("retry-after", retryAfter), body).pause())
                    .isEqualTo(Duration.ofSeconds(seconds));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 500, 503})
    void read_retryAfterWithAnotherRefusal_isNoPause(int status) {
        assertThat(refusal(status, Map.of("retry-after", "7"), "{\"code\":-1022,\"msg\":\"x\"}")
                        .pause())
                .isNull();
    }

    private static Refusal refusal(int status, Map<String, String> headers, String body) {
        var outcome = BinanceRefusals.read(new Answer(status, headers, body));
        assertThat(outcome.data()).isEmpty();
        return outcome.refusal().orElseThrow();
    }
}
