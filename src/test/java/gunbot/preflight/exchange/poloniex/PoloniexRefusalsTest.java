package gunbot.preflight.exchange.poloniex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole table of Poloniex's refusals. */
class PoloniexRefusalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    400 | "FORBIDDEN" | Invalid API key/secret pair.    | INVALID_KEY
                    400 | 400    | signTimestamp is out of range        | CLOCK_SKEW
                    408 | 408    | recvWindow exceeded                  | CLOCK_SKEW
                    403 | 403    | ACCESS_DENY                          | PERMISSION_DENIED
                    200 | 403    | ACCESS_DENY                          | PERMISSION_DENIED
                    403 | "NO_PERMISSION" | Permission denied           | PERMISSION_DENIED
                    401 | "X"    | Not authorized for this              | PERMISSION_DENIED
                    401 | 401    | Unauthorized                         | AMBIGUOUS_REFUSAL
                    400 | 25010  | Not authorized to cancel smart order | UNEXPECTED_ANSWER
                    400 | 21600  | Account not found                    | ACCOUNT_SETUP
                    400 | 21100  | Invalid account                      | ACCOUNT_SETUP
                    400 | 21604  | Invalid user                         | ACCOUNT_SETUP
                    400 | 21605  | Invalid type                         | ACCOUNT_SETUP
                    400 | 21704  | Invalid account type                 | ACCOUNT_SETUP
                    400 | 21601  | Account is locked                    | ACCOUNT_LOCKED
                    400 | 21351  | Trading is frozen                    | ACCOUNT_LOCKED
                    400 | 21353  | US customers may not trade           | REGION_BLOCKED
                    400 | 21354  | E-mail not verified                  | ACCOUNT_SETUP
                    400 | 12004  | No KYC                               | ACCOUNT_SETUP
                    200 | 1000   | USER_NOT_EXITS                       | ACCOUNT_SETUP
                    200 | 250012 | account not valid                    | ACCOUNT_SETUP
                    200 | 1003   | USER_IS_FROZEN                       | ACCOUNT_LOCKED
                    200 | 10008  | USER_STATUS_ABNORMAL                 | ACCOUNT_LOCKED
                    400 | 21340  | Under maintenance                    | MAINTENANCE
                    400 | 21341  | Under maintenance                    | MAINTENANCE
                    400 | 21342  | Post-only mode                       | MAINTENANCE
                    400 | 21343  | Post-only mode                       | MAINTENANCE
                    200 | 1002   | SYSTEM_MAINTENANCE                   | MAINTENANCE
                    500 | 500    | System error                         | MAINTENANCE
                    400 | 500    | System error                         | MAINTENANCE
                    400 | 415    | System error                         | MAINTENANCE
                    400 | 603    | System error                         | MAINTENANCE
                    400 | 24201  | System error                         | MAINTENANCE
                    503 | 503    | DEGRADE_ERROR                        | MAINTENANCE
                    200 | 1001   | SYSTEM_ERROR                         | MAINTENANCE
                    400 | 601    | Invalid parameter                    | UNEXPECTED_ANSWER
                    400 | 602    | Missing parameter                    | UNEXPECTED_ANSWER
                    400 | 400    | ILLEGAL_PARAM                        | UNEXPECTED_ANSWER
                    400 | 21346  | Order id is no number                | UNEXPECTED_ANSWER
                    400 | 21301  | Order not found                      | UNEXPECTED_ANSWER
                    404 | 21301  | Order not found                      | UNEXPECTED_ANSWER
                    200 | 21305  | Order already gone                   | UNEXPECTED_ANSWER
                    400 | 21359  | Order already gone                   | UNEXPECTED_ANSWER
                    200 | 11008  | ORDER_NOT_EXISTS                     | UNEXPECTED_ANSWER
                    400 | 21709  | Insufficient funds                   | UNEXPECTED_ANSWER
                    400 | 21721  | Insufficient funds                   | UNEXPECTED_ANSWER
                    400 | 10040  | Invalid symbol                       | UNEXPECTED_ANSWER
                    400 | 24101  | INVALID SYMBOL                       | UNEXPECTED_ANSWER
                    429 | 429    | TOO_MANY_REQUEST                     | RATE_LIMITED
                    200 | "429"  | TOO_MANY_REQUEST                     | RATE_LIMITED
                    429 | 77     | something new                        | RATE_LIMITED
                    400 | 29999  | something new                        | UNEXPECTED_ANSWER
                    403 | 29999  | something new                        | UNEXPECTED_ANSWER
                    200 | 29999  | something new                        | UNEXPECTED_ANSWER
                    502 | 29999  | something new                        | MAINTENANCE
                    451 | 29999  | something new                        | REGION_BLOCKED
                    """)
    void read_codeOfEitherApi_itsMeaning(int status, String theirs, String words, Code code) {
        for (var field : new String[] {"message", "msg"}) {
            var refusal = read(status, "{\"code\":" + theirs + ",\"" + field + "\":\"" + words + "\"}");

            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.evidence()).isEqualTo(theirs.replace("\"", "") + " " + words);
            assertThat(refusal.pause() != null).isEqualTo(code == Code.RATE_LIMITED);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    401 | ``                           | AMBIGUOUS_REFUSAL
                    403 | ``                           | AMBIGUOUS_REFUSAL
                    400 | ``                           | CLOCK_SKEW
                    408 | ``                           | CLOCK_SKEW
                    404 | ``                           | API_RETIRED
                    408 | {}                           | CLOCK_SKEW
                    400 | {"message":"signTimestamp"}  | CLOCK_SKEW
                    400 | {"message":"something new"}  | UNEXPECTED_ANSWER
                    400 | <html></html>                | UNEXPECTED_ANSWER
                    401 | <html></html>                | UNEXPECTED_ANSWER
                    403 | <html></html>                | UNEXPECTED_ANSWER
                    403 | {}                           | UNEXPECTED_ANSWER
                    403 | []                           | UNEXPECTED_ANSWER
                    429 | ``                           | RATE_LIMITED
                    429 | <html></html>                | RATE_LIMITED
                    451 | ``                           | REGION_BLOCKED
                    500 | ``                           | MAINTENANCE
                    502 | <html></html>                | MAINTENANCE
                    302 | ``                           | UNEXPECTED_ANSWER
                    200 | ``                           | UNEXPECTED_ANSWER
                    200 | <html></html>                | UNEXPECTED_ANSWER
                    201 | []                           | UNEXPECTED_ANSWER
                    401 | {"code":null,"message":null} | UNEXPECTED_ANSWER
                    401 | {"code":[401]}               | UNEXPECTED_ANSWER
                    403 | {"code":200}                 | UNEXPECTED_ANSWER
                    """)
    void read_noCode_meaningOfTheStatus(int status, String body, Code code) {
        assertThat(read(status, body).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void read_bareRefusal_namesTheFourCauses(int status) {
        var refusal = PoloniexRefusals.read(new Answer(status, Map.of("web-filter", "unauthenticated"), ""))
                .refusal()
                .orElseThrow();

        assertThat(refusal.remaining())
                .containsExactlyInAnyOrder(
                        Code.INVALID_KEY, Code.BAD_SIGNATURE, Code.IP_NOT_ALLOWED, Code.PERMISSION_DENIED);
        assertThat(refusal.evidence()).isEqualTo("HTTP " + status);
        assertThat(PoloniexRefusals.perhapsARight(refusal)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "21301, true, false", "21302, true, false", "21304, true, false", "21305, true, false",
        "21307, true, false", "21359, true, false", "11008, false, true", "11004, false, true",
        "21300, false, false", "21346, false, false", "21340, false, false", "21351, false, false",
        "25010, false, false", "21709, false, false", "403, false, false", "400, false, false"
    })
    void orderUnknown_codesOfItsOwnApiAlone(String code, boolean spot, boolean futures) {
        var refusal = read(400, "{\"code\":" + code + "}");

        assertThat(PoloniexRefusals.orderUnknown(refusal)).isEqualTo(spot);
        assertThat(PoloniexRefusals.futuresOrderUnknown(refusal)).isEqualTo(futures);
    }

    @Test
    void read_tooMany_waitsAsToldOrHalfAMinute() {
        var told = PoloniexRefusals.read(new Answer(429, Map.of("retry-after", "7"), "{\"code\":429}"));

        assertThat(told.refusal().orElseThrow().pause()).isEqualTo(Duration.ofSeconds(7));
        assertThat(read(429, "{\"code\":429}").pause()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"serverTime\":1700000000000}", "{\"code\":200}", "{\"code\":\"200\",\"data\":{}}"})
    void read_goodAnswer_isData(String body) {
        assertThat(PoloniexRefusals.read(new Answer(200, Map.of(), body)).data())
                .isPresent();
    }

    private static Refusal read(int status, String body) {
        return PoloniexRefusals.read(new Answer(status, Map.of(), body))
                .refusal()
                .orElseThrow();
    }
}
