package gunbot.preflight.exchange.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of refusals of the fact sheet, and answers that are in no table. */
class KrakenRefusalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EAPI:Invalid key                     | INVALID_KEY       |     | false
                    EAPI:Invalid signature               | BAD_SIGNATURE     |     | false
                    EAPI:Invalid nonce                   | NONCE             |     | false
                    EGeneral:Permission denied           | PERMISSION_DENIED |     | false
                    EAccount:Invalid permissions         | ACCOUNT_SETUP     |     | false
                    EAPI:Rate limit exceeded             | RATE_LIMITED      | 15  | false
                    EAuth:Rate limit exceeded            | RATE_LIMITED      | 15  | false
                    EAuth:Too many requests              | RATE_LIMITED      | 15  | false
                    EGeneral:Too many requests           | RATE_LIMITED      | 15  | false
                    EService:Throttled                   | RATE_LIMITED      | 15  | false
                    EService: Throttled: 1760000015      | RATE_LIMITED      | 15  | false
                    EOrder:Rate limit exceeded           | UNEXPECTED_ANSWER |     | true
                    EOrder:Domain rate limit exceeded    | UNEXPECTED_ANSWER |     | true
                    EGeneral:Temporary lockout           | RATE_LIMITED      | 900 | false
                    EAuth:Account temporary disabled     | ACCOUNT_LOCKED    |     | false
                    EAuth:Account unconfirmed            | ACCOUNT_LOCKED    |     | false
                    ETrade:User Locked                   | ACCOUNT_LOCKED    |     | false
                    EAuth:Failed                         | INVALID_KEY       |     | false
                    EGeneral:Unknown method              | API_RETIRED       |     | false
                    EGeneral:Invalid arguments           | UNEXPECTED_ANSWER |     | false
                    EGeneral:Invalid arguments:nonce     | UNEXPECTED_ANSWER |     | false
                    EAPI:Bad request                     | UNEXPECTED_ANSWER |     | false
                    EGeneral:Internal error              | MAINTENANCE       |     | false
                    EGeneral:Internal error:17           | MAINTENANCE       |     | false
                    EService:Unavailable                 | MAINTENANCE       |     | false
                    EService:Busy                        | MAINTENANCE       |     | false
                    EService:Deadline elapsed            | MAINTENANCE       |     | false
                    EService:Market in cancel_only mode  | UNEXPECTED_ANSWER |     | true
                    EService:Market in post_only mode    | UNEXPECTED_ANSWER |     | true
                    EOrder:Unknown order                 | UNEXPECTED_ANSWER |     | true
                    EOrder:Invalid order                 | UNEXPECTED_ANSWER |     | true
                    EOrder:Insufficient funds            | UNEXPECTED_ANSWER |     | true
                    EOrder:Order minimum not met         | UNEXPECTED_ANSWER |     | true
                    EOrder:Cost minimum not met          | UNEXPECTED_ANSWER |     | true
                    EOrder:Invalid price                 | UNEXPECTED_ANSWER |     | true
                    EQuery:Unknown asset pair            | UNEXPECTED_ANSWER |     | true
                    EAPI:Invalid key:detail              | INVALID_KEY       |     | false
                    EFuture:Nobody knows                 | UNEXPECTED_ANSWER |     | false
                    """)
    void read_tableOfTheSheet_code(String text, Code code, Integer pauseSeconds, boolean reachedTheOrders) {
        var refusal = refusal(200, Map.of(), "{\"error\":[\"" + text + "\"]}");

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.pause()).isEqualTo(pauseSeconds == null ? null : Duration.ofSeconds(pauseSeconds));
        assertThat(refusal.evidence()).isEqualTo(text);
        assertThat(refusal.seenFrom()).isNull();
        assertThat(KrakenRefusals.reachedTheOrders(refusal)).isEqualTo(reachedTheOrders);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1760000060  | Thu, 09 Oct 2025 08:53:20 GMT | 60
                    1760000001  | Thu, 09 Oct 2025 08:53:20 GMT | 15
                    1750000000  | Thu, 09 Oct 2025 08:53:20 GMT | 15
                    1999999999  | Thu, 09 Oct 2025 08:53:20 GMT | 900
                    1760000060  | yesterday                     | 15
                    99999999999 | Thu, 09 Oct 2025 08:53:20 GMT | 900
                    soon        | Thu, 09 Oct 2025 08:53:20 GMT | 15
                    """)
    void read_throttledUntil_waitsUntilThenWithinReason(String until, String date, long seconds) {
        var refusal = refusal(200, Map.of("date", date), "{\"error\":[\"EService: Throttled: " + until + "\"]}");

        assertThat(refusal.pause()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    200 | <html>Welcome</html>                                   | UNEXPECTED_ANSWER |
                    200 | ``                                                     | UNEXPECTED_ANSWER |
                    200 | null                                                   | UNEXPECTED_ANSWER |
                    200 | []                                                     | UNEXPECTED_ANSWER |
                    200 | {}                                                     | UNEXPECTED_ANSWER |
                    200 | {"result":{}}                                          | UNEXPECTED_ANSWER |
                    200 | {"error":null,"result":{}}                             | UNEXPECTED_ANSWER |
                    200 | {"error":"EAPI:Invalid key","result":{}}               | UNEXPECTED_ANSWER |
                    200 | {"error":{"a":1},"result":{}}                          | UNEXPECTED_ANSWER |
                    200 | {"error":[]}                                           | UNEXPECTED_ANSWER |
                    200 | {"error":[],"result":null}                             | UNEXPECTED_ANSWER |
                    200 | {"error":[],"result":"yes"}                            | UNEXPECTED_ANSWER |
                    200 | {"error":[],"result":true}                             | UNEXPECTED_ANSWER |
                    200 | {"error":[7],"result":{}}                              | UNEXPECTED_ANSWER |
                    200 | {"error":[null],"result":{}}                           | UNEXPECTED_ANSWER |
                    200 | {"error":[""],"result":{}}                             | UNEXPECTED_ANSWER |
                    200 | {"error":["WGeneral:Careful"]}                         | UNEXPECTED_ANSWER |
                    200 | {"error":["EAPI:Invalid key"],"result":{"permissions":[]}} | INVALID_KEY   |
                    200 | {"error":["WGeneral:Careful","EAPI:Invalid key"],"result":{}} | INVALID_KEY |
                    200 | {"error":["EAPI:Invalid                                | UNEXPECTED_ANSWER |
                    201 | {"error":[],"result":{}}                               | UNEXPECTED_ANSWER |
                    401 | {"error":["EAPI:Invalid key"]}                         | INVALID_KEY       |
                    403 | <html>403 Forbidden</html>                             | UNEXPECTED_ANSWER |
                    418 | ``                                                     | RATE_LIMITED      | 15
                    429 | <html>Slow down</html>                                 | RATE_LIMITED      | 15
                    429 | {"error":["EFuture:Nobody knows"]}                     | RATE_LIMITED      | 15
                    451 | <html>unavailable</html>                               | REGION_BLOCKED    |
                    500 | {"error":["EFuture:Nobody knows"]}                     | MAINTENANCE       |
                    500 | {"error":[],"result":{}}                               | MAINTENANCE       |
                    502 | <html>Bad gateway</html>                               | MAINTENANCE       |
                    520 | ``                                                     | MAINTENANCE       |
                    """)
    void read_odd_neverData(int status, String body, Code code, Integer pauseSeconds) {
        var refusal = refusal(status, Map.of(), body);

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.pause()).isEqualTo(pauseSeconds == null ? null : Duration.ofSeconds(pauseSeconds));
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "0, 1", "999999999, 259200", "never, 15", "-1, 15"})
    void read_status429_waitsAsToldWithinReason(String retryAfter, long seconds) {
        assertThat(refusal(429, Map.of("retry-after", retryAfter), "").pause()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void read_warningBesideAResult_isData() {
        var outcome = KrakenRefusals.read(
                new Answer(200, Map.of(), "{\"error\":[\"WGeneral:Careful\"],\"result\":{\"a\":1}}"));

        assertThat(outcome.data().orElseThrow().path("a").intValue()).isEqualTo(1);
    }

    private static Refusal refusal(int status, Map<String, String> headers, String body) {
        var outcome = KrakenRefusals.read(new Answer(status, headers, body));
        assertThat(outcome.data()).isEmpty();
        return outcome.refusal().orElseThrow();
    }
}
