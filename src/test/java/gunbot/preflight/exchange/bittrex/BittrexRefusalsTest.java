package gunbot.preflight.exchange.bittrex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of Bittrex's refusals. */
class BittrexRefusalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    401 | APIKEY_INVALID             | INVALID_KEY
                    401 | INVALID_SIGNATURE          | BAD_SIGNATURE
                    401 | INVALID_TIMESTAMP          | CLOCK_SKEW
                    401 | SOMETHING_NEW              | UNEXPECTED_ANSWER
                    403 | INVALID_PERMISSION         | PERMISSION_DENIED
                    403 | NOT_ALLOWED                | PERMISSION_DENIED
                    403 | WHITELIST_VIOLATION_IP     | IP_NOT_ALLOWED
                    403 | ACCOUNT_DISABLED           | ACCOUNT_LOCKED
                    403 | INVALID_RESTRICTED_ACCOUNT | ACCOUNT_LOCKED
                    409 | INVALID_RESTRICTED_ACCOUNT | ACCOUNT_LOCKED
                    403 | SOURCE_OF_FUNDS_REQUIRED   | ACCOUNT_SETUP
                    409 | SOURCE_OF_FUNDS_REQUIRED   | ACCOUNT_SETUP
                    403 | SOMETHING_NEW              | UNEXPECTED_ANSWER
                    404 | ORDER_DOES_NOT_EXIST       | API_RETIRED
                    404 | NOT_FOUND                  | API_RETIRED
                    409 | ORDER_NOT_OPEN             | UNEXPECTED_ANSWER
                    409 | INSUFFICIENT_FUNDS         | UNEXPECTED_ANSWER
                    400 | BAD_REQUEST                | UNEXPECTED_ANSWER
                    400 | INVALID_PERMISSION         | UNEXPECTED_ANSWER
                    429 | THROTTLED                  | RATE_LIMITED
                    501 | SOMETHING_NEW              | API_RETIRED
                    503 | CURRENCY_OFFLINE           | MAINTENANCE
                    503 | MARKET_OFFLINE             | MAINTENANCE
                    500 | SOMETHING_NEW              | MAINTENANCE
                    200 | NOT_ALLOWED                | UNEXPECTED_ANSWER
                    """)
    void read_statusAndWord_theirMeaning(int status, String word, Code code) {
        var refusal = read(status, "{\"code\":\"" + word + "\",\"detail\":\"their words\",\"data\":{}}");

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.evidence()).isEqualTo(word + " their words");
        assertThat(refusal.pause()).isEqualTo(code == Code.RATE_LIMITED ? Duration.ofMinutes(1) : null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    403 | ``                   | PERMISSION_DENIED
                    403 | <html></html>        | UNEXPECTED_ANSWER
                    403 | {}                   | UNEXPECTED_ANSWER
                    403 | {"code":null}        | UNEXPECTED_ANSWER
                    403 | {"code":7}           | UNEXPECTED_ANSWER
                    401 | ``                   | UNEXPECTED_ANSWER
                    401 | {"code":["APIKEY_INVALID"]} | UNEXPECTED_ANSWER
                    404 | ``                   | API_RETIRED
                    409 | ``                   | UNEXPECTED_ANSWER
                    429 | <html></html>        | RATE_LIMITED
                    451 | ``                   | REGION_BLOCKED
                    501 | ``                   | API_RETIRED
                    502 | <html></html>        | MAINTENANCE
                    200 | ``                   | UNEXPECTED_ANSWER
                    200 | <html></html>        | UNEXPECTED_ANSWER
                    201 | []                   | UNEXPECTED_ANSWER
                    302 | ``                   | UNEXPECTED_ANSWER
                    200 | We are down for scheduled maintenance, but we'll be back up shortly. | MAINTENANCE
                    503 | We are down for scheduled maintenance, but we'll be back up shortly. | MAINTENANCE
                    """)
    void read_noWord_meaningOfTheStatus(int status, String body, Code code) {
        assertThat(read(status, body).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "404, ORDER_DOES_NOT_EXIST, true",
        "404, NOT_FOUND, true",
        "404, SOMETHING_NEW, false",
        "403, NOT_FOUND, false",
        "400, NOT_FOUND, false",
        "409, ORDER_NOT_OPEN, false",
        "200, NOT_FOUND, false"
    })
    void orderUnknown_statusAndWordTogether(int status, String word, boolean unknown) {
        assertThat(BittrexRefusals.orderUnknown(read(status, "{\"code\":\"" + word + "\"}")))
                .isEqualTo(unknown);
    }

    @Test
    void orderUnknown_bare404_saysNothing() {
        assertThat(BittrexRefusals.orderUnknown(read(404, ""))).isFalse();
        assertThat(BittrexRefusals.orderUnknown(read(404, "<html></html>"))).isFalse();
    }

    private static Refusal read(int status, String body) {
        return BittrexRefusals.read(new Answer(status, Map.of(), body))
                .refusal()
                .orElseThrow();
    }
}
