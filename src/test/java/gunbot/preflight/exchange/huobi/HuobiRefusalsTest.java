package gunbot.preflight.exchange.huobi;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.facts.Code;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuobiRefusalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200 | api-signature-not-valid | Signature not valid: Incorrect Access key [Access key错误] | INVALID_KEY
                    200 | api-signature-not-valid | Signature not valid: Verification failure [校验失败] | BAD_SIGNATURE
                    200 | api-signature-not-valid | Signature not valid: Incorrect IP address [IP地址错误]:203.0.113.9 | IP_NOT_ALLOWED
                    200 | api-signature-not-valid | Signature not valid: Invalid submission time or incorrect time format [无效的提交时间，或时间格式错误] | CLOCK_SKEW
                    200 | api-signature-not-valid | Signature not valid: API key has no permission [API Key没有权限] | PERMISSION_DENIED
                    200 | api-signature-not-valid | SIGNATURE NOT VALID: API KEY HAS NO PERMISSION | PERMISSION_DENIED
                    200 | api-signature-not-valid | Signature not valid: Access key has expired | EXPIRED
                    200 | api-signature-not-valid | something new | AMBIGUOUS_REFUSAL
                    200 | api-signature-check-failed | Api Signature check failed (unknown). | BAD_SIGNATURE
                    200 | login-required | Login is required. | INVALID_KEY
                    200 | base-request-exceed-frequency-limit | slow down | RATE_LIMITED
                    200 | rate-too-many-requests | slow down | RATE_LIMITED
                    200 | any-code | request limit | RATE_LIMITED
                    200 | system-maintenance | System is in maintenance! | MAINTENANCE
                    200 | any-code | We maintain the system | MAINTENANCE
                    200 | gateway-internal-error | error | MAINTENANCE
                    200 | base-system-error | error | MAINTENANCE
                    200 | timeout | error | MAINTENANCE
                    200 | operation-forbidden-for-lock-account-state | locked | ACCOUNT_LOCKED
                    200 | base-operation-forbidden | forbidden | PERMISSION_DENIED
                    405 | method-not-allowed | method not allowed | API_RETIRED
                    200 | a-code-of-tomorrow | text | UNEXPECTED_ANSWER
                    """)
    void v1_eachRefusal_itsCode(int status, String code, String text, Code expected) {
        var body = "{\"status\":\"error\",\"err-code\":\"%s\",\"err-msg\":\"%s\",\"data\":null}".formatted(code, text);

        var refusal =
                HuobiRefusals.read(new Answer(status, Map.of(), body)).refusal().orElseThrow();

        assertThat(refusal.code()).isEqualTo(expected);
        assertThat(refusal.theirCode()).isEqualTo(code);
        assertThat(refusal.theirWords()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200 | 1002  | unauthorized                    | PERMISSION_DENIED
                    200 | 1002  | forbidden                       | PERMISSION_DENIED
                    200 | 1003  | invalid signature               | BAD_SIGNATURE
                    200 | 1003  | unauthorized                    | BAD_SIGNATURE
                    200 | 2000  | invalid ip                      | IP_NOT_ALLOWED
                    200 | 2002  | invalid field value in 'uid'    | UNEXPECTED_ANSWER
                    200 | 2003  | missing mandatory field 'uid'   | UNEXPECTED_ANSWER
                    200 | 500   | system error                    | MAINTENANCE
                    200 | 500   | error                           | MAINTENANCE
                    403 | 403   | forbidden                       | PERMISSION_DENIED
                    200 | 40403 | too many                        | RATE_LIMITED
                    429 | 429   | exceeded request limit          | RATE_LIMITED
                    """)
    void v2_eachRefusal_itsCode(int status, int code, String text, Code expected) {
        var body = "{\"code\":%d,\"message\":\"%s\"}".formatted(code, text);

        assertThat(HuobiRefusals.read(new Answer(status, Map.of(), body))
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    403   | Incorrect Access key    | INVALID_KEY
                    403   | Verification failure    | BAD_SIGNATURE
                    12001 | Invalid submission time | CLOCK_SKEW
                    12002 | signature version       | UNEXPECTED_ANSWER
                    12003 | signature method        | UNEXPECTED_ANSWER
                    12004 | private key expired     | EXPIRED
                    12005 | incorrect ip address    | IP_NOT_ALLOWED
                    12007 | incorrect public key    | INVALID_KEY
                    12008 | verification failed     | BAD_SIGNATURE
                    12009 | user locked             | ACCOUNT_LOCKED
                    """)
    void futuresHost_eachRefusal_itsCode(int code, String text, Code expected) {
        var body = "{\"status\":\"error\",\"err_code\":%d,\"err_msg\":\"%s\"}".formatted(code, text);

        assertThat(HuobiRefusals.read(new Answer(200, Map.of(), body))
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "403, '', 403, UNEXPECTED_ANSWER",
        "403, '<html>blocked</html>', '', UNEXPECTED_ANSWER",
        "429, '', '', RATE_LIMITED",
        "502, '', '', MAINTENANCE",
        "200, '', '', UNEXPECTED_ANSWER",
        "200, '{}', '', UNEXPECTED_ANSWER",
        "200, '[]', '', UNEXPECTED_ANSWER",
        "200, '{\"status\":\"ok\"}', '', UNEXPECTED_ANSWER",
        "200, '{\"code\":200}', '', UNEXPECTED_ANSWER"
    })
    void noEnvelope_byTheStatus(int status, String body, String theirCode, Code expected) {
        var refusal =
                HuobiRefusals.read(new Answer(status, Map.of(), body)).refusal().orElseThrow();

        assertThat(refusal.code()).isEqualTo(expected);
        assertThat(refusal.theirCode()).isEqualTo(theirCode);
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.9", "2001:db8::9"})
    void wrongAddress_tellsTheAddressThatWasSeen(String address) {
        var body = "{\"status\":\"error\",\"err-code\":\"api-signature-not-valid\","
                + "\"err-msg\":\"Signature not valid: Incorrect IP address [IP地址错误]:" + address + "\"}";

        assertThat(HuobiRefusals.read(new Answer(200, Map.of(), body))
                        .refusal()
                        .orElseThrow()
                        .seenFrom())
                .isEqualTo(address);
    }

    @Test
    void rateLimited_leavesTheHostAlone() {
        var refusal = HuobiRefusals.read(new Answer(429, Map.of("retry-after", "7"), ""))
                .refusal()
                .orElseThrow();

        assertThat(refusal.pause()).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"status\":\"ok\",\"data\":0}'",
        "'{\"code\":200,\"data\":0}'",
        "'{\"code\":200,\"data\":0,\"ok\":true}'"
    })
    void eitherEnvelope_good_itsData(String body) {
        assertThat(HuobiRefusals.read(new Answer(200, Map.of(), body))
                        .data()
                        .orElseThrow()
                        .asInt(-9))
                .isZero();
    }
}
