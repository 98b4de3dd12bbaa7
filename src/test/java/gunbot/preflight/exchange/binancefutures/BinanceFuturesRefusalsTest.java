package gunbot.preflight.exchange.binancefutures;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinanceFuturesRefusalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    401 | -2015 | Invalid API-key, IP, or permissions for action                                    | AMBIGUOUS_REFUSAL
                    401 | -2015 | Invalid API-key, IP, or permissions for action, request ip: 203.0.113.9           | AMBIGUOUS_REFUSAL
                    401 | -2014 | API-key format invalid.                                                           | INVALID_KEY
                    400 | -2008 | Invalid Api-Key ID.                                                               | INVALID_KEY
                    400 | -1022 | Signature for this request is not valid.                                          | BAD_SIGNATURE
                    400 | -1021 | Timestamp for this request is outside of the recvWindow.                          | CLOCK_SKEW
                    400 | -1021 | Timestamp for this request was 1000ms ahead of the server's time.                 | CLOCK_SKEW
                    400 | -5028 | Timestamp for this request is outside of the ME recvWindow.                       | CLOCK_SKEW
                    400 | -1002 | You are not authorized to execute this request.                                   | AMBIGUOUS_REFUSAL
                    400 | -1099 | Not found, unauthenticated, or unauthorized.                                      | AMBIGUOUS_REFUSAL
                    400 | -1011 | This IP cannot access this route.                                                 | IP_NOT_ALLOWED
                    400 | -2017 | API Keys are locked on this account.                                              | ACCOUNT_LOCKED
                    400 | -4109 | This account is inactive. Please activate it before trading.                      | ACCOUNT_SETUP
                    400 | -4087 | User can only place reduce only order                                             | ACCOUNT_LOCKED
                    400 | -4088 | User can not place order currently                                                | ACCOUNT_LOCKED
                    400 | -4087 | Invalid pair                                                                      | UNEXPECTED_ANSWER
                    400 | -4088 | Invalid time interval                                                             | UNEXPECTED_ANSWER
                    400 | -4400 | Feature not available                                                             | ACCOUNT_LOCKED
                    400 | -4401 | Feature not available                                                             | ACCOUNT_LOCKED
                    400 | -4402 | Feature not available in your region                                              | REGION_BLOCKED
                    400 | -2023 | User in liquidation mode now.                                                     | ACCOUNT_LOCKED
                    400 | -4056 | Invalid api key type.                                                             | INVALID_KEY
                    400 | -4057 | Invalid api public key                                                            | INVALID_KEY
                    400 | -2011 | Unknown order sent.                                                               | UNEXPECTED_ANSWER
                    429 | -1003 | Too many requests; current limit is 2400 requests per minute.                     | RATE_LIMITED
                    418 | -1003 | Way too many requests; IP banned until 1790000120000.                             | RATE_LIMITED
                    451 | 0     | Service unavailable from a restricted location                                    | REGION_BLOCKED
                    503 | -1000 | Service Unavailable.                                                              | MAINTENANCE
                    503 | -1000 | Unknown error, please check your request or try again later.                      | MAINTENANCE
                    503 | -1008 | Request throttled by system-level protection.                                     | MAINTENANCE
                    400 | -9999 | a code of tomorrow                                                                | UNEXPECTED_ANSWER
                    """)
    void code_eachOfTheTable_itsMeaning(int status, int code, String text, Code expected) {
        var refusal = read(status, "{\"code\":%d,\"msg\":\"%s\"}".formatted(code, text));

        assertThat(refusal.code()).isEqualTo(expected);
        assertThat(refusal.theirWords()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "403, '<html>blocked</html>', RATE_LIMITED",
        "408, '', MAINTENANCE",
        "429, '', RATE_LIMITED",
        "418, '', RATE_LIMITED",
        "451, '', REGION_BLOCKED",
        "503, 'Service Unavailable.', MAINTENANCE",
        "404, '<html></html>', UNEXPECTED_ANSWER",
        "200, '', UNEXPECTED_ANSWER",
        "200, '[]', UNEXPECTED_ANSWER"
    })
    void noCode_byTheStatus(int status, String body, Code expected) {
        assertThat(read(status, body).code()).isEqualTo(expected);
    }

    @Test
    void combined_address_isKeptAndIsTheCauseOnlyAtTheDeclaration() {
        var refusal = read(
                401,
                "{\"code\":-2015,\"msg\":\"Invalid API-key, IP, or permissions for action, request ip: 203.0.113.9\"}");

        assertThat(refusal.seenFrom()).isEqualTo("203.0.113.9");
        assertThat(refusal.remaining()).containsExactly(Code.IP_NOT_ALLOWED, Code.INVALID_KEY, Code.PERMISSION_DENIED);
        assertThat(BinanceFuturesRefusals.ofDeclaration(refusal).code()).isEqualTo(Code.IP_NOT_ALLOWED);
        assertThat(BinanceFuturesRefusals.ofDeclaration(refusal).seenFrom()).isEqualTo("203.0.113.9");
    }

    @Test
    void limited_pause_isTheirsOrALongOne() {
        assertThat(BinanceFuturesRefusals.read(new Answer(429, Map.of("retry-after", "9"), ""))
                        .refusal()
                        .orElseThrow()
                        .pause())
                .isEqualTo(Duration.ofSeconds(9));
        assertThat(read(418, "").pause()).isEqualTo(Duration.ofMinutes(2));
    }

    private static Refusal read(int status, String body) {
        return BinanceFuturesRefusals.read(new Answer(status, Map.of(), body))
                .refusal()
                .orElseThrow();
    }
}
