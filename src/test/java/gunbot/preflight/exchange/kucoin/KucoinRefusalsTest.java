package gunbot.preflight.exchange.kucoin;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of refusals of the fact sheet, and answers that are in no table. */
class KucoinRefusalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    400001 | Please check the header of your request for KC-API-KEY, KC-API-SIGN, KC-API-TIMESTAMP, KC-API-PASSPHRASE | UNEXPECTED_ANSWER | |
                    400002 | KC-API-TIMESTAMP Invalid                                      | CLOCK_SKEW        |    |
                    400003 | KC-API-KEY not exists                                         | INVALID_KEY       |    |
                    400004 | Invalid KC-API-PASSPHRASE                                     | BAD_PASSPHRASE    |    |
                    400004 | KC-API-PASSPHRASE error                                       | BAD_PASSPHRASE    |    |
                    400005 | Invalid KC-API-SIGN                                           | BAD_SIGNATURE     |    |
                    400005 | Signature error                                               | BAD_SIGNATURE     |    |
                    400006 | Invalid request ip, the current clientIp is:203.0.113.9       | IP_NOT_ALLOWED    |    | 203.0.113.9
                    400006 | Invalid request ip, the current clientIp is: 203.0.113.9.     | IP_NOT_ALLOWED    |    | 203.0.113.9
                    400006 | Invalid request ip, the current clientIp is:2001:db8::9       | IP_NOT_ALLOWED    |    | 2001:db8::9
                    400006 | Invalid request ip, the current clientIp is:unknown           | IP_NOT_ALLOWED    |    |
                    400006 | Invalid request ip, the current clientIp is:66a0f1c2d3e4b5a697881234 | IP_NOT_ALLOWED | |
                    400006 | The requested ip address is not in the api whitelist          | IP_NOT_ALLOWED    |    |
                    400006 | Bad ip KC-API-KEY: 66a0f1c2d3e4b5a697881234                   | IP_NOT_ALLOWED    |    |
                    400007 | Access denied, require more permission.                       | PERMISSION_DENIED |    |
                    400008 | not supported                                                 | UNEXPECTED_ANSWER |    |
                    400100 | order_not_exist_or_not_allow_to_cancel                        | UNEXPECTED_ANSWER |    |
                    400200 | Forbidden to place an order                                   | ACCOUNT_LOCKED    |    |
                    400303 | Please complete the identity verification                     | ACCOUNT_SETUP     |    |
                    400401 | User is not logged in                                         | INVALID_KEY       |    |
                    400500 | Your located country/region is currently not supported.       | REGION_BLOCKED    |    |
                    400700 | Transaction restricted, there is a risk problem in your account | ACCOUNT_LOCKED  |    |
                    411100 | User are frozen                                               | ACCOUNT_LOCKED    |    |
                    112010 | Invalid Unified Account user.                                 | UNEXPECTED_ANSWER |    |
                    404000 | Url Not Found                                                 | UNEXPECTED_ANSWER |    |
                    415000 | Unsupported Media Type                                        | UNEXPECTED_ANSWER |    |
                    429000 | Too Many Requests                                             | RATE_LIMITED      | 30 |
                    200002 | Too many requests in a short period of time                   | RATE_LIMITED      | 30 |
                    1015   | rate limited                                                  | RATE_LIMITED      | 30 |
                    400100 | Exceeded the access frequency                                 | RATE_LIMITED      | 30 |
                    500000 | Internal Server Error                                         | MAINTENANCE       |    |
                    999999 | Nobody knows                                                  | UNEXPECTED_ANSWER |    |
                    """)
    void read_tableOfTheSheet_codeWhateverTheStatus(
            String number, String words, Code code, Integer pauseSeconds, String seenFrom) {
        for (int status : List.of(200, 400, 401, 403)) {
            var refusal = refusal(status, Map.of(), "{\"code\":\"" + number + "\",\"msg\":\"" + words + "\"}");

            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.pause()).isEqualTo(pauseSeconds == null ? null : Duration.ofSeconds(pauseSeconds));
            assertThat(refusal.seenFrom()).isEqualTo(seenFrom);
            assertThat(refusal.evidence()).isEqualTo(number + " " + words);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    400100 | order_not_exist_or_not_allow_to_cancel | true
                    400100 | The order does not exist.              | true
                    400100 | symbol not exists                      | false
                    400100 | symbol is invalid                      | false
                    400007 | The order does not exist.              | false
                    404000 | Url Not Found                          | false
                    """)
    void orderUnknown_onlyTheOrder_provesTheRight(String number, String words, boolean proved) {
        var refusal = refusal(400, Map.of(), "{\"code\":\"" + number + "\",\"msg\":\"" + words + "\"}");

        assertThat(KucoinRefusals.orderUnknown(refusal)).isEqualTo(proved);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    200 | <html>Welcome</html>                | UNEXPECTED_ANSWER
                    200 | ``                                  | UNEXPECTED_ANSWER
                    200 | null                                | UNEXPECTED_ANSWER
                    200 | []                                  | UNEXPECTED_ANSWER
                    200 | {}                                  | UNEXPECTED_ANSWER
                    200 | {"data":{}}                         | UNEXPECTED_ANSWER
                    200 | {"code":"200000"}                   | UNEXPECTED_ANSWER
                    200 | {"code":"200000","data":null}       | UNEXPECTED_ANSWER
                    200 | {"code":["200000"],"data":{}}       | UNEXPECTED_ANSWER
                    200 | {"code":true,"data":{}}             | UNEXPECTED_ANSWER
                    200 | {"code":"200000","data              | UNEXPECTED_ANSWER
                    200 | {"code":"200001","data":{}}         | UNEXPECTED_ANSWER
                    200 | {"code":400003,"msg":"x"}           | INVALID_KEY
                    200 | {"code":"400003","data":{"permission":"General"}} | INVALID_KEY
                    400 | {"code":"200000","data":{}}         | UNEXPECTED_ANSWER
                    400 | {"code":"400003","msg":["x"]}       | INVALID_KEY
                    302 | ``                                  | UNEXPECTED_ANSWER
                    403 | <html>403 Forbidden</html>          | UNEXPECTED_ANSWER
                    404 | <html>404 Not found</html>          | UNEXPECTED_ANSWER
                    418 | ``                                  | RATE_LIMITED
                    429 | error code: 1015                    | RATE_LIMITED
                    429 | {"code":"999999","msg":"x"}         | RATE_LIMITED
                    451 | <html>unavailable</html>            | REGION_BLOCKED
                    500 | {"code":"500000","msg":"x"}         | MAINTENANCE
                    500 | {"code":"999999","msg":"x"}         | MAINTENANCE
                    503 | {"code":"503000","msg":"x"}         | MAINTENANCE
                    503 | <html>Service unavailable</html>    | MAINTENANCE
                    """)
    void read_odd_neverData(int status, String body, Code code) {
        assertThat(refusal(status, Map.of(), body).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "gw-ratelimit-reset, 12345, 12345",
        "gw-ratelimit-reset, ' 30000 ', 30000",
        "gw-ratelimit-reset, 0, 1000",
        "gw-ratelimit-reset, 9999999, 9999999",
        "gw-ratelimit-reset, 99999999999, 30000",
        "gw-ratelimit-reset, -1, 30000",
        "gw-ratelimit-reset, soon, 30000",
        "retry-after, 7, 7000",
        "retry-after, 999999999, 259200000",
        "retry-after, never, 30000"
    })
    void read_rateLimited_waitsAsToldWithinReason(String header, String told, long millis) {
        for (var body : List.of("{\"code\":\"429000\",\"msg\":\"Too Many Requests\"}", "error code: 1015")) {
            assertThat(refusal(429, Map.of(header, told), body).pause()).isEqualTo(Duration.ofMillis(millis));
        }
    }

    @Test
    void read_numericSuccessCode_isData() {
        var outcome = KucoinRefusals.read(new Answer(200, Map.of(), "{\"code\":200000,\"data\":1768472430123}"));

        assertThat(outcome.data().orElseThrow().longValue()).isEqualTo(1_768_472_430_123L);
    }

    private static Refusal refusal(int status, Map<String, String> headers, String body) {
        var outcome = KucoinRefusals.read(new Answer(status, headers, body));
        assertThat(outcome.data()).isEmpty();
        return outcome.refusal().orElseThrow();
    }
}
