package gunbot.preflight.exchange.bitfinex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.facts.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole table of Bitfinex's refusals. */
class BitfinexRefusalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    500 | ["error",10100,"apikey: invalid"]              | INVALID_KEY       | 10100 apikey: invalid
                    500 | ["error",10100,"apikey: digest invalid"]       | BAD_SIGNATURE     | 10100 apikey: digest invalid
                    500 | ["error",10100,"something new"]                | INVALID_KEY       | 10100 something new
                    500 | ["error",10114,"nonce: small"]                 | NONCE             | 10114 nonce: small
                    500 | ["error",10114,"something new"]                | NONCE             | 10114 something new
                    500 | ["error",10100,"nonce: small"]                 | NONCE             | 10100 nonce: small
                    500 | ["error",10001,"api_key: permission invalid"]  | PERMISSION_DENIED | 10001 api_key: permission invalid
                    500 | ["error",10001,"apikey: Permissions missing"]  | PERMISSION_DENIED | 10001 apikey: Permissions missing
                    500 | ["error",10001,"Order not found."]             | UNEXPECTED_ANSWER | 10001 Order not found.
                    500 | ["error",10001,"something new"]                | UNEXPECTED_ANSWER | 10001 something new
                    500 | ["error",10000,"unknown error"]                | MAINTENANCE       | 10000 unknown error
                    500 | ["error",10020,"id: invalid"]                  | UNEXPECTED_ANSWER | 10020 id: invalid
                    500 | ["error",null,"ERR_AUTH_UNAUTHORIZED"]         | INVALID_KEY       | ERR_AUTH_UNAUTHORIZED
                    500 | ["error",10100,"token: invalid"]               | INVALID_KEY       | 10100 token: invalid
                    500 | ["error",null,"token: invalid"]                | UNEXPECTED_ANSWER | token: invalid
                    500 | ["error",20060,"maintenance"]                  | MAINTENANCE       | 20060 maintenance
                    500 | ["error",11010,"ratelimit: error"]             | RATE_LIMITED      | 11010 ratelimit: error
                    500 | ["error",null,"ratelimit: error"]              | RATE_LIMITED      | ratelimit: error
                    500 | {"error":"ERR_RATE_LIMIT"}                     | RATE_LIMITED      | ERR_RATE_LIMIT
                    429 | {"error":"ERR_RATE_LIMIT"}                     | RATE_LIMITED      | ERR_RATE_LIMIT
                    429 | ["error",null,null]                            | RATE_LIMITED      | ``
                    503 | {"code":503,"error":"temporarily_unavailable","error_description":"Sorry"} | MAINTENANCE | 503 temporarily_unavailable
                    500 | ["error",null,null]                            | UNEXPECTED_ANSWER | ``
                    500 | ["error"]                                      | UNEXPECTED_ANSWER | ``
                    500 | ["error","10114",["nonce"]]                    | NONCE             | 10114
                    200 | ["error",10100,"apikey: invalid"]              | INVALID_KEY       | 10100 apikey: invalid
                    502 | <html></html>                                  | MAINTENANCE       | HTTP 502
                    500 | <html></html>                                  | MAINTENANCE       | HTTP 500
                    403 | <html></html>                                  | UNEXPECTED_ANSWER | HTTP 403
                    404 | <html></html>                                  | API_RETIRED       | HTTP 404
                    429 | <html></html>                                  | RATE_LIMITED      | HTTP 429
                    451 | <html></html>                                  | REGION_BLOCKED    | HTTP 451
                    200 | <html></html>                                  | UNEXPECTED_ANSWER | HTTP 200
                    200 | ``                                             | UNEXPECTED_ANSWER | HTTP 200
                    200 | [0]                                            | MAINTENANCE       | [0]
                    """)
    void read_answer_itsMeaning(int status, String body, Code code, String evidence) {
        var refusal = BitfinexRefusals.read(answer(status, body)).refusal().orElseThrow();

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.evidence()).isEqualTo(evidence);
        assertThat(refusal.pause()).isEqualTo(code == Code.RATE_LIMITED ? Duration.ofSeconds(60) : null);
    }

    @Test
    void read_working_timeOfTheDateHeader() {
        var date = Map.of("date", "Sun, 22 Nov 2026 08:40:00 GMT");

        assertThat(Json.number(BitfinexRefusals.read(new Answer(200, date, "[1]"))
                        .data()
                        .orElseThrow()))
                .hasValue(Instant.parse("2026-11-22T08:40:00Z").toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "1760000000", "Mon, 22 Nov 2026 08:40:00 GMT", "2026-11-22T08:40:00Z"})
    void read_workingWithAnotherDate_noTime(String date) {
        assertThat(Json.number(BitfinexRefusals.read(new Answer(200, Map.of("date", date), "[1]"))
                        .data()
                        .orElseThrow()))
                .isEmpty();
    }

    @Test
    void read_workingWithoutDate_noTime() {
        assertThat(Json.number(BitfinexRefusals.read(answer(200, "[1]")).data().orElseThrow()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[[\"orders\",1,1]]", "{}", "[[1]]", "[\"no\"]"})
    void read_otherAnswers_areData(String body) {
        assertThat(BitfinexRefusals.read(answer(200, body)).data().orElseThrow())
                .hasToString(body);
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, Map.of(), body);
    }
}
