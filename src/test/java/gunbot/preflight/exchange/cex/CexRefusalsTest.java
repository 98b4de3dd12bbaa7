package gunbot.preflight.exchange.cex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of CEX.IO's refusals, of both interfaces. */
class CexRefusalsTest {
    private static final String TABLE =
            """
            401 | Authorization Failed                                    | AMBIGUOUS_REFUSAL | false
            401 | key not passed or incorrect                             | AMBIGUOUS_REFUSAL | false
            403 | Forbidden                                               | AMBIGUOUS_REFUSAL | false
            403 | You have no permission for this action                  | PERMISSION_DENIED | false
            401 | Action is not allowed                                   | PERMISSION_DENIED | false
            403 | Your IP is not allowed                                  | IP_NOT_ALLOWED    | false
            400 | Bad Request                                             | UNEXPECTED_ANSWER | false
            422 | Mandatory parameter X is missing                        | UNEXPECTED_ANSWER | false
            422 | ClientOrderId or orderId should be specified            | UNEXPECTED_ANSWER | false
            422 | Only one of the fields ClientOrderId or orderId should be specified, not both | UNEXPECTED_ANSWER | false
            422 | Unsupported currency XXX                                | UNEXPECTED_ANSWER | false
            422 | fromAccountId and toAccountId should be different       | UNEXPECTED_ANSWER | false
            422 | Amount should be greater than zero                      | UNEXPECTED_ANSWER | false
            429 | API rate limit reached                                  | RATE_LIMITED      | false
            429 | something new                                           | RATE_LIMITED      | false
            500 | Unexpected error                                        | MAINTENANCE       | false
            500 | Too low amount to withdraw 1 BTC                        | MAINTENANCE       | false
            200 | market_data is on maintenance                           | MAINTENANCE       | false
            503 | order_placement is on maintenance                       | MAINTENANCE       | false
            200 | order_cancellation is on maintenance                    | MAINTENANCE       | false
            400 | order_status is on maintenance                          | MAINTENANCE       | false
            400 | API orders from Main account are not allowed            | ACCOUNT_SETUP     | true
            400 | Get deposit address for main account is not allowed     | ACCOUNT_SETUP     | false
            200 | You have negative balance on following accounts         | UNEXPECTED_ANSWER | true
            400 | Insufficient funds                                      | UNEXPECTED_ANSWER | true
            400 | Too many active orders                                  | UNEXPECTED_ANSWER | true
            200 | Invalid API key                                         | INVALID_KEY       | false
            200 | Invalid signature                                       | BAD_SIGNATURE     | false
            200 | Nonce must be incremented                               | NONCE             | false
            200 | Error getting balance. Nonce must be incremented        | NONCE             | false
            200 | Error: Order not found                                  | UNEXPECTED_ANSWER | true
            200 | Rate limit exceeded                                     | RATE_LIMITED      | false
            200 | Sorry, too many clients already                         | MAINTENANCE       | false
            200 | something new                                           | UNEXPECTED_ANSWER | false
            404 | something new                                           | API_RETIRED       | false
            451 | something new                                           | REGION_BLOCKED    | false
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = TABLE)
    void read_text_itsMeaning(int status, String text, Code code, boolean authorised) {
        var refusal = refusal(status, "{\"error\":\"" + text + "\"}");

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.evidence()).isEqualTo(status + " " + text);
        assertThat(CexRefusals.authorised(refusal)).isEqualTo(authorised);
        assertThat(refusal.pause() != null).isEqualTo(code == Code.RATE_LIMITED);
        assertThat(refusal.remaining().isEmpty()).isEqualTo(code != Code.AMBIGUOUS_REFUSAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = TABLE)
    void read_statusToldInTheBody_sameMeaning(int status, String text, Code code, boolean authorised) {
        var refusal = refusal(200, "{\"error\":\"" + text + "\",\"statusCode\":" + status + "}");

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(CexRefusals.authorised(refusal)).isEqualTo(authorised);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"ok":"ok","data":{"error":"Parameter currencies should be Array of Strings"}} | UNEXPECTED_ANSWER
                    {"ok":"ok","data":{"error":"No permission"}}                                   | PERMISSION_DENIED
                    {"ok":"ok","data":{"status":"REJECTED","rejectCode":403,"rejectReason":"Insufficient funds"}} | UNEXPECTED_ANSWER
                    {"ok":"ok","data":{"status":"REJECTED","rejectCode":437,"rejectReason":"Too many active orders"}} | UNEXPECTED_ANSWER
                    {"ok":"ok","data":{"status":"REJECTED","rejectCode":403,"rejectReason":"something new"}} | UNEXPECTED_ANSWER
                    {"ok":"ok","data":{"status":"REJECTED"}}                                       | UNEXPECTED_ANSWER
                    {"ok":"ok","data":{"rejectReason":"No permission to cancel"}}                  | PERMISSION_DENIED
                    {"error":null}                                                                 | UNEXPECTED_ANSWER
                    {"error":{"message":"Invalid API key"}}                                        | UNEXPECTED_ANSWER
                    {"error":[],"statusCode":"x"}                                                  | UNEXPECTED_ANSWER
                    """)
    void read_otherForms_itsMeaning(String body, Code code) {
        assertThat(refusal(200, body).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "200, <html></html>, UNEXPECTED_ANSWER, page",
        "403, <html></html>, UNEXPECTED_ANSWER, page",
        "404, <html></html>, API_RETIRED, ''",
        "429, <html></html>, RATE_LIMITED, ''",
        "502, <html></html>, MAINTENANCE, ''",
        "200, '',            UNEXPECTED_ANSWER, ''",
        "302, '',            UNEXPECTED_ANSWER, ''",
        "201, '{}',          UNEXPECTED_ANSWER, ''"
    })
    void read_noError_meaningOfTheStatus(int status, String body, Code code, String variant) {
        assertThat(refusal(status, body).code()).isEqualTo(code);
        assertThat(refusal(status, body).variant()).isEqualTo(variant);
    }

    @Test
    void read_rateLimit_aMinuteOrTen() {
        assertThat(refusal(429, "{\"error\":\"API rate limit reached\"}").pause())
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(refusal(200, "{\"error\":\"Rate limit exceeded\"}").pause()).isEqualTo(Duration.ofMinutes(10));
    }

    private static Refusal refusal(int status, String body) {
        return CexRefusals.read(new Answer(status, Map.of(), body)).refusal().orElseThrow();
    }
}
