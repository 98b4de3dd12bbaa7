package gunbot.preflight.exchange.nash;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of Nash's refusals, and those that are likely where the table knows no words. */
class NashRefusalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    200 | Signature validation failed                      | BAD_SIGNATURE
                    200 | invalid signature                                | BAD_SIGNATURE
                    200 | error: Invalid Blockchain Signature in payload   | UNEXPECTED_ANSWER
                    200 | Insufficient Funds                               | UNEXPECTED_ANSWER
                    200 | policy violation: address is not on the list     | PERMISSION_DENIED
                    200 | missing permission                               | PERMISSION_DENIED
                    200 | Cannot query field "getToken" on type "RootQueryType". | API_RETIRED
                    200 | Argument "payload" has invalid value $payload.   | API_RETIRED
                    200 | Unauthorized                                     | AMBIGUOUS_REFUSAL
                    200 | invalid token                                    | AMBIGUOUS_REFUSAL
                    200 | unauthenticated                                  | AMBIGUOUS_REFUSAL
                    200 | token has expired                                | EXPIRED
                    200 | IP address not allowed: your ip is not whitelisted | IP_NOT_ALLOWED
                    200 | timestamp is too old                             | CLOCK_SKEW
                    200 | invalid timestamp                                | UNEXPECTED_ANSWER
                    200 | Too many requests                                | RATE_LIMITED
                    200 | exchange under maintenance                       | MAINTENANCE
                    200 | Order not found                                  | UNEXPECTED_ANSWER
                    200 | something new                                    | UNEXPECTED_ANSWER
                    200 | ``                                               | UNEXPECTED_ANSWER
                    400 | something new                                    | UNEXPECTED_ANSWER
                    401 | something new                                    | AMBIGUOUS_REFUSAL
                    403 | something new                                    | AMBIGUOUS_REFUSAL
                    404 | something new                                    | API_RETIRED
                    429 | something new                                    | RATE_LIMITED
                    451 | something new                                    | REGION_BLOCKED
                    500 | something new                                    | MAINTENANCE
                    """)
    void read_errors_theirMeaning(int status, String message, Code code) {
        var escaped = message.replace("\"", "\\\"");
        var refusal = read(status, "{\"data\":null,\"errors\":[{\"message\":\"" + escaped + "\"}]}");

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.theirWords()).isEqualTo(message);
        assertThat(refusal.pause() != null).isEqualTo(code == Code.RATE_LIMITED);
        assertThat(refusal.remaining().isEmpty()).isEqualTo(code != Code.AMBIGUOUS_REFUSAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    200 | <html></html>                      | EXCHANGE_CLOSED
                    200 | ` <!DOCTYPE html><html></html>`    | EXCHANGE_CLOSED
                    404 | <html></html>                      | EXCHANGE_CLOSED
                    410 | <html></html>                      | EXCHANGE_CLOSED
                    401 | <html></html>                      | UNEXPECTED_ANSWER
                    403 | <html></html>                      | UNEXPECTED_ANSWER
                    429 | <html></html>                      | RATE_LIMITED
                    451 | <html></html>                      | REGION_BLOCKED
                    502 | <html></html>                      | MAINTENANCE
                    200 | ``                                 | UNEXPECTED_ANSWER
                    200 | []                                 | UNEXPECTED_ANSWER
                    200 | {}                                 | UNEXPECTED_ANSWER
                    200 | {"data":null}                      | UNEXPECTED_ANSWER
                    200 | {"data":[]}                        | UNEXPECTED_ANSWER
                    200 | {"data":{},"errors":"no"}          | UNEXPECTED_ANSWER
                    200 | {"data":{},"errors":[null]}        | UNEXPECTED_ANSWER
                    200 | {"data":{},"errors":[{"message":5}]} | UNEXPECTED_ANSWER
                    201 | {"data":{}}                        | UNEXPECTED_ANSWER
                    302 | ``                                 | UNEXPECTED_ANSWER
                    400 | no                                 | UNEXPECTED_ANSWER
                    401 | no                                 | AMBIGUOUS_REFUSAL
                    403 | ``                                 | AMBIGUOUS_REFUSAL
                    404 | no                                 | API_RETIRED
                    429 | no                                 | RATE_LIMITED
                    503 | no                                 | MAINTENANCE
                    200 | {"data":{"getExchangeStatus":{"status":"PAUSED"}}} | MAINTENANCE
                    """)
    void read_anythingElse_itsMeaning(int status, String body, Code code) {
        assertThat(read(status, body).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "Order not found,               true,  false",
        "order does not exist,          true,  false",
        "unknown order,                 true,  false",
        "Insufficient Funds,            true,  false",
        "Unauthorized,                  false, true",
        "not authorised to cancel,      false, true",
        "policy violation,              false, true",
        "invalid token,                 false, false",
        "market not found,              false, false",
        "invalid order id,              false, false",
        "something new,                 false, false"
    })
    void cancel_words_whatTheyProve(String message, boolean authorised, boolean denied) {
        var refusal = read(200, "{\"errors\":[{\"message\":\"" + message + "\"}]}");

        assertThat(NashRefusals.authorised(refusal)).isEqualTo(authorised);
        assertThat(NashRefusals.denied(refusal)).isEqualTo(denied);
    }

    @Test
    void cancel_statusAlone_provesNothing() {
        assertThat(NashRefusals.denied(read(403, "{}"))).isFalse();
        assertThat(NashRefusals.authorised(read(404, "order not found"))).isFalse();
    }

    @Test
    void read_data_isGivenOn() {
        for (var more : new String[] {"", ",\"errors\":[]", ",\"errors\":null"}) {
            assertThat(NashRefusals.read(answer(200, "{\"data\":{\"x\":1}" + more + "}"))
                            .data())
                    .isPresent();
        }
    }

    private static Refusal read(int status, String body) {
        return NashRefusals.read(answer(status, body)).refusal().orElseThrow();
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, Map.of(), body);
    }
}
