package gunbot.preflight.exchange.coinbasepro;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of Coinbase Exchange's refusals. */
class CoinbaseProRefusalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    401 | Invalid API Key                     | INVALID_KEY
                    401 | invalid api key                     | INVALID_KEY
                    401 | Invalid Passphrase                  | BAD_PASSPHRASE
                    400 | Invalid Passphrase                  | BAD_PASSPHRASE
                    401 | invalid signature                   | BAD_SIGNATURE
                    401 | request timestamp expired           | CLOCK_SKEW
                    401 | IP does not match IP whitelist      | IP_NOT_ALLOWED
                    403 | IP does not match IP whitelist      | IP_NOT_ALLOWED
                    401 | Unauthorized.                       | AMBIGUOUS_REFUSAL
                    401 | something new                       | AMBIGUOUS_REFUSAL
                    403 | Forbidden                           | PERMISSION_DENIED
                    403 | something new                       | AMBIGUOUS_REFUSAL
                    404 | NotFound                            | API_RETIRED
                    404 | order not found                     | API_RETIRED
                    400 | Invalid order id                    | UNEXPECTED_ANSWER
                    400 | Product not found                   | UNEXPECTED_ANSWER
                    400 | something new                       | UNEXPECTED_ANSWER
                    429 | Private rate limit exceeded         | RATE_LIMITED
                    429 | something new                       | RATE_LIMITED
                    503 | The exchange is under maintenance   | MAINTENANCE
                    400 | The exchange is under maintenance   | MAINTENANCE
                    400 | Cancel only mode                    | MAINTENANCE
                    500 | something new                       | MAINTENANCE
                    502 | something new                       | MAINTENANCE
                    503 | something new                       | MAINTENANCE
                    504 | something new                       | MAINTENANCE
                    451 | something new                       | REGION_BLOCKED
                    200 | something new                       | UNEXPECTED_ANSWER
                    """)
    void read_message_itsMeaning(int status, String message, Code code) {
        var refusal = refusal(status, "{\"message\":\"" + message + "\"}");

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.evidence()).isEqualTo(status + " " + message);
        assertThat(refusal.pause() != null).isEqualTo(code == Code.RATE_LIMITED);
        assertThat(refusal.remaining().isEmpty()).isEqualTo(code != Code.AMBIGUOUS_REFUSAL);
    }

    @ParameterizedTest
    @CsvSource({
        "404, NotFound, true",
        "404, order not found, true",
        "400, Invalid order id, true",
        "404, Route not found, false",
        "400, Product not found, false",
        "404, '', false",
        "403, Forbidden, false",
        "401, NotFound, false",
        "500, something new, false"
    })
    void orderUnknown_onlyWhereTheOrderWasLookedUp(int status, String message, boolean unknown) {
        var refusal = refusal(status, "{\"message\":\"" + message + "\"}");

        assertThat(CoinbaseProRefusals.orderUnknown(refusal)).isEqualTo(unknown);
    }

    @ParameterizedTest
    @CsvSource({
        "403, <html></html>,    UNEXPECTED_ANSWER",
        "404, <html></html>,    UNEXPECTED_ANSWER",
        "429, <html></html>,    RATE_LIMITED",
        "502, <html></html>,    MAINTENANCE",
        "200, <html></html>,    UNEXPECTED_ANSWER",
        "200, '',               UNEXPECTED_ANSWER",
        "302, '',               UNEXPECTED_ANSWER",
        "201, '[]',             UNEXPECTED_ANSWER",
        "400, '{\"message\":null}', UNEXPECTED_ANSWER",
        "403, '{\"message\":[1]}',  AMBIGUOUS_REFUSAL",
        "403, '[]',             UNEXPECTED_ANSWER"
    })
    void read_otherForms_meaningOfTheStatus(int status, String body, Code code) {
        assertThat(refusal(status, body).code()).isEqualTo(code);
    }

    @Test
    void read_rateLimit_waitsASecondOrAsLongAsTold() {
        var body = "{\"message\":\"Private rate limit exceeded\"}";

        assertThat(refusal(429, body).pause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(CoinbaseProRefusals.read(new Answer(429, Map.of("retry-after", "7"), body))
                        .refusal()
                        .orElseThrow()
                        .pause())
                .isEqualTo(Duration.ofSeconds(7));
    }

    private static Refusal refusal(int status, String body) {
        return CoinbaseProRefusals.read(new Answer(status, Map.of(), body))
                .refusal()
                .orElseThrow();
    }
}
