package gunbot.preflight.exchange.huobi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HuobiAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:40:00Z");
    private static final String KEY = "1a2b3c4d-5e6f7a8b-9c0d1e2f-3a4b5";
    private static final String SAMPLE =
            """
            [{"accessKey": "1a2b3c4d-5e6f7a8b-9c0d1e2f-3a4b5", "status": "normal", "note": "gunbot",
              "permission": "trade,readOnly", "ipAddresses": "203.0.113.10,203.0.113.0/28", "validDays": -1,
              "createTime": 1735700000000, "updateTime": 1735800000000}]
            """;

    @Test
    void sample_rightsAddressesAndNoEnd() {
        var facts = read(sample());

        assertThat(states(facts))
                .isEqualTo(
                        "READ=ON TRADE_SPOT=ON TRADE_MARGIN=ON TRADE_FUTURES=ON WITHDRAW=OFF TRANSFER=ON OTHER=UNKNOWN");
        assertThat(facts.ip().state()).isEqualTo(State.ON);
        assertThat(facts.ip().addresses()).containsExactly("203.0.113.10", "203.0.113.0/28");
        assertThat(facts.expiry()).isEqualTo(Expiry.NEVER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    readOnly                  | READ=ON TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF OTHER=UNKNOWN
                    READONLY , Trade          | READ=ON TRADE_SPOT=ON TRADE_MARGIN=ON TRADE_FUTURES=ON WITHDRAW=OFF TRANSFER=ON OTHER=UNKNOWN
                    withdraw,trade,readOnly   | READ=ON TRADE_SPOT=ON TRADE_MARGIN=ON TRADE_FUTURES=ON WITHDRAW=ON TRANSFER=ON OTHER=UNKNOWN
                    readOnly,assetPledge      | READ=ON TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF OTHER=ON
                    readOnly,assetTransfer    | READ=ON TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=ON OTHER=UNKNOWN
                    ' , '                     | READ=UNKNOWN TRADE_SPOT=UNKNOWN TRADE_MARGIN=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW=UNKNOWN TRANSFER=UNKNOWN OTHER=UNKNOWN
                    """)
    void permission_anyOrderAndCase_itsScopes(String permission, String states) {
        assertThat(states(read(with("permission", permission)))).isEqualTo(states);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -1  | 203.0.113.10 | trade,readOnly | NEVER   |
                    -1  | ''           | trade,readOnly | POLICY  |
                    -1  | ''           | readOnly       | NEVER   |
                    -1  | ''           | readOnly,withdraw | POLICY |
                    0   | ''           | trade,readOnly | AT      | 2026-11-23T00:00:00Z
                    1   | ''           | trade,readOnly | AT      | 2026-11-23T00:00:00Z
                    7   | ''           | trade,readOnly | AT      | 2026-11-29T00:00:00Z
                    7   | 203.0.113.10 | readOnly       | AT      | 2026-11-29T00:00:00Z
                    -2  | 203.0.113.10 | trade,readOnly | UNKNOWN |
                    -2  | ''           | trade,readOnly | POLICY  |
                    """)
    void validDays_andAddresses_theEnd(int days, String addresses, String permission, Expiry.Kind kind, Instant at) {
        var list = with("ipAddresses", addresses);
        ((ObjectNode) list.get(0)).put("validDays", days).put("permission", permission);

        assertThat(read(list).expiry()).isEqualTo(new Expiry(kind, at));
    }

    @Test
    void statusExpired_isRefusedAsSuch() {
        var facts = read(with("status", "expired"));

        assertThat(facts.refusals())
                .extracting(r -> r.code() + " " + r.variant())
                .containsExactly("EXPIRED lapsed");
        assertThat(facts.grants()).isEmpty();
    }

    @Test
    void severalKeys_theOwnOneCounts() {
        var list = (ArrayNode) sample();
        list.insert(
                0,
                ((ObjectNode) list.get(0).deepCopy())
                        .put("accessKey", "another")
                        .put("permission", "withdraw,trade,readOnly"));

        assertThat(read(list).grant(Scope.WITHDRAW).state()).isEqualTo(State.OFF);
        assertThat(HuobiAnswers.ofKey(list, "unknown")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("damages")
    void damagedField_neverAnUnsupportedState(String field, JsonNode value) {
        var list = sample();
        var entry = (ObjectNode) list.get(0);
        if (value == null) {
            entry.remove(field);
        } else {
            entry.set(field, value);
        }

        var facts = HuobiAnswers.ofKey(list, KEY)
                .map(own -> HuobiAnswers.declaration(own, NOW))
                .orElse(Facts.NONE);

        assertThat(facts.refusals()).isEmpty();
        switch (field) {
            case "accessKey", "permission" -> assertThat(facts.grants()).isEmpty();
            case "ipAddresses" -> assertThat(facts.ip().state()).isEqualTo(State.UNKNOWN);
            case "validDays" -> assertThat(facts.expiry()).isEqualTo(Expiry.UNKNOWN);
            default -> assertThat(facts).isEqualTo(read(sample()));
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> damages() {
        return Stream.of("accessKey", "status", "note", "permission", "ipAddresses", "validDays", "createTime")
                .flatMap(field -> Stream.of("null", "true", "{}", "[\"trade\"]", "1.5", "")
                        .map(value -> org.junit.jupiter.params.provider.Arguments.of(
                                field,
                                value.isEmpty() ? null : Json.parse(value).orElseThrow())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [{"id":1,"type":"spot","subtype":"","state":"working"}] | false
                    [{"id":1,"type":"spot","subtype":"","state":"lock"}]    | true
                    [{"id":1,"type":"otc","subtype":"","state":"lock"}]     | false
                    [{"id":1,"type":"spot"},null,7]                         | false
                    {}                                                      | false
                    """)
    void accounts_spotLocked_isSeen(String json, boolean locked) {
        assertThat(HuobiAnswers.spotLocked(Json.parse(json).orElseThrow())).isEqualTo(locked);
    }

    @Test
    void refusedProbe_provesTheRightToBeOffOnlyByItsWords() {
        assertThat(HuobiRefusals.lacksTheRight(gunbot.preflight.facts.Refusal.of(
                        Code.PERMISSION_DENIED, "api-signature-not-valid", "API key has NO permission")))
                .isTrue();
        assertThat(HuobiRefusals.lacksTheRight(
                        gunbot.preflight.facts.Refusal.of(Code.PERMISSION_DENIED, "1002", "forbidden")))
                .isFalse();
    }

    private static Facts read(JsonNode list) {
        return HuobiAnswers.declaration(HuobiAnswers.ofKey(list, KEY).orElseThrow(), NOW);
    }

    private static JsonNode sample() {
        return Json.parse(SAMPLE).orElseThrow();
    }

    private static JsonNode with(String field, String value) {
        var list = sample();
        ((ObjectNode) list.get(0)).put(field, value);
        return list;
    }

    private static String states(Facts facts) {
        var scopes = List.of(
                Scope.READ,
                Scope.TRADE_SPOT,
                Scope.TRADE_MARGIN,
                Scope.TRADE_FUTURES,
                Scope.WITHDRAW,
                Scope.TRANSFER,
                Scope.OTHER);
        return scopes.stream()
                .map(scope -> scope + "=" + facts.grant(scope).state())
                .collect(java.util.stream.Collectors.joining(" "));
    }
}
