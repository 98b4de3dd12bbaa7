package gunbot.preflight.exchange.bitmex;

import static gunbot.preflight.testing.Said.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BitmexAnswersTest {
    private static final String KEY = "Abc123Abc123Abc123Abc123";
    private static final String SAMPLE =
            """
            [
              {
                "id": "Abc123Abc123Abc123Abc123",
                "name": "gunbot",
                "nonce": 0,
                "cidr": "203.0.113.7/32",
                "cidrs": ["203.0.113.7/32"],
                "targetAccountId": 100001,
                "permissions": ["order"],
                "enabled": true,
                "userId": 100001,
                "created": "2026-01-05T10:00:00.000Z"
              }
            ]
            """;

    @Test
    void declaration_sample_readsAndTrades() {
        var facts = BitmexAnswers.declaration(
                BitmexAnswers.element(json(SAMPLE), KEY).orElseThrow());

        assertThat(facts.grant(Scope.READ).state()).isEqualTo(State.ON);
        assertThat(facts.grant(Scope.TRADE_FUTURES).state()).isEqualTo(State.ON);
        assertThat(facts.grant(Scope.TRADE_SPOT).state()).isEqualTo(State.ON);
        assertThat(facts.grant(Scope.WITHDRAW).state()).isEqualTo(State.OFF);
        assertThat(facts.grants().values()).allMatch(grant -> grant.evidence() == Evidence.DECLARED);
        assertThat(facts.ip().addresses()).containsExactly("203.0.113.7/32");
        assertThat(facts.expiry()).isEqualTo(Expiry.UNKNOWN);
        assertThat(facts.refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    []                          | OFF     | OFF     |
                    ["order"]                   | ON      | OFF     |
                    ["orderCancel"]             | OFF     | OFF     |
                    ["withdraw"]                | OFF     | ON      |
                    ["order","withdraw"]        | ON      | ON      |
                    ["order","stake"]           | ON      | OFF     | OTHER
                    ["order","withdrawInstant"] | ON      | ON      |
                    ["order","subTransfer"]     | ON      | OFF     | TRANSFER
                    ["order",7]                 | ON      | UNKNOWN |
                    [{"name":"order"}]          | UNKNOWN | UNKNOWN |
                    [null,"withdraw"]           | UNKNOWN | ON      |
                    null                        | UNKNOWN | UNKNOWN |
                    "order"                     | UNKNOWN | UNKNOWN |
                    {"order":true}              | UNKNOWN | UNKNOWN |
                    true                        | UNKNOWN | UNKNOWN |
                    """)
    void declaration_permissions_states(String permissions, State trade, State withdraw, Scope besides) {
        var facts = BitmexAnswers.declaration(element("permissions", permissions));

        assertThat(facts.grant(Scope.READ).state()).isEqualTo(State.ON);
        assertThat(facts.grant(Scope.TRADE_FUTURES).state()).isEqualTo(trade);
        assertThat(facts.grant(Scope.TRADE_SPOT).state()).isEqualTo(trade);
        assertThat(facts.grant(Scope.WITHDRAW).state()).isEqualTo(withdraw);
        for (var scope : List.of(Scope.OTHER, Scope.TRANSFER)) {
            assertThat(facts.grant(scope).state()).isEqualTo(scope == besides ? State.ON : State.UNKNOWN);
        }
    }

    @Test
    void declaration_cancelOnly_namesWhatIsThereAndWhatIsMissing() {
        var grant = BitmexAnswers.declaration(element("permissions", "[\"orderCancel\"]"))
                .grant(Scope.TRADE_FUTURES);

        assertThat(grant.on()).containsExactly("Order Cancel");
        assertThat(grant.missing()).containsExactly("Order");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ""               | []                          | OFF     | ``
                    "0.0.0.0"        | []                          | OFF     | ``
                    "0.0.0.0/0"      | []                          | OFF     | ``
                    "0.0.0.0/0"      | ["0.0.0.0/0"]               | OFF     | ``
                    "203.0.113.7/32" | []                          | ON      | 203.0.113.7/32
                    ""               | ["203.0.113.7/32"]          | ON      | 203.0.113.7/32
                    "203.0.113.7/32" | ["203.0.113.7/32","2001:db8::/32"] | ON | 203.0.113.7/32 2001:db8::/32
                    "203.0.113.7/32" | ["203.0.113.7/32","0.0.0.0/0"] | OFF  | ``
                    "203.0.113.7/32" | null                        | ON      | 203.0.113.7/32
                    "203.0.113.7/32" | [""]                        | ON      | 203.0.113.7/32
                    ""               | [""]                        | OFF     | ``
                    null             | ["0.0.0.0/0"]               | OFF     | ``
                    null             | ["203.0.113.7"]             | ON      | 203.0.113.7
                    "203.0.113.7/32" | [5]                         | UNKNOWN | ``
                    "203.0.113.7/32" | ["203.0.113.7","home"]      | UNKNOWN | ``
                    null             | []                          | UNKNOWN | ``
                    ""               | null                        | UNKNOWN | ``
                    ""               | [null]                      | UNKNOWN | ``
                    ""               | "203.0.113.7"               | UNKNOWN | ``
                    5                | []                          | UNKNOWN | ``
                    "home"           | []                          | UNKNOWN | ``
                    """)
    void declaration_addresses_states(String cidr, String cidrs, State state, String addresses) {
        var element = element("cidr", cidr);
        element.set("cidrs", json(cidrs));

        var ip = BitmexAnswers.declaration(element).ip();

        assertThat(ip.state()).isEqualTo(state);
        assertThat(String.join(" ", ip.addresses())).isEqualTo(addresses);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true", "null, false", "'\"false\"', false", "0, false"})
    void declaration_enabled_onlyFalseIsARefusal(String enabled, boolean refused) {
        var refusals = BitmexAnswers.declaration(element("enabled", enabled)).refusals();

        assertThat(refusals).extracting(Refusal::code).isEqualTo(refused ? List.of(Code.INVALID_KEY) : List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "name", "nonce", "cidr", "cidrs", "targetAccountId", "permissions", "enabled", "userId"})
    void declaration_fieldRemovedNulledRetyped_noStateWithoutSupport(String field) {
        var whole = element("name", "\"gunbot\"");
        for (var other : new JsonNode[] {null, json("null"), json("{}"), json("-1"), json("\"x\""), json("[[]]")}) {
            var changed = whole.deepCopy();
            if (other == null) {
                changed.remove(field);
            } else {
                changed.set(field, other);
            }

            var facts = BitmexAnswers.declaration(changed);

            boolean told = !field.equals("permissions");
            assertThat(facts.grant(Scope.TRADE_FUTURES).state()).isEqualTo(told ? State.ON : State.UNKNOWN);
            assertThat(facts.grant(Scope.WITHDRAW).state()).isEqualTo(told ? State.OFF : State.UNKNOWN);
            // the other of the two fields still tells it; a list with a part that cannot be read may let everybody in
            assertThat(facts.ip().state())
                    .isEqualTo(field.equals("cidrs") && changed.path("cidrs").size() > 0 ? State.UNKNOWN : State.ON);
            assertThat(facts.refusals()).isEmpty();
        }
    }

    @Test
    void element_amongOthers_onlyOurs() {
        var list = "[{\"id\":\"other\",\"permissions\":[\"withdraw\"]},"
                + SAMPLE.strip().substring(1);

        assertThat(BitmexAnswers.element(json(list), KEY).orElseThrow().path("permissions"))
                .hasToString("[\"order\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "null",
                "\"Abc123Abc123Abc123Abc123\"",
                "[[]]",
                "[null]",
                "[{\"id\":\"other\",\"permissions\":[\"order\"]}]",
                "[{\"permissions\":[\"order\"]}]",
                "{\"id\":\"Abc123Abc123Abc123Abc123\",\"permissions\":[\"order\"]}",
                "{\"0\":{\"id\":\"Abc123Abc123Abc123Abc123\",\"permissions\":[\"order\"]}}",
                "[{\"id\":\"Abc123Abc123Abc123Abc123\"},{\"id\":\"Abc123Abc123Abc123Abc123\"}]"
            })
    void element_notThereOnce_nothing(String list) {
        assertThat(BitmexAnswers.element(json(list), KEY)).isEmpty();
    }

    private static ObjectNode element(String field, String value) {
        var element = (ObjectNode) json(SAMPLE).path(0);
        element.set(field, json(value));
        return element;
    }

    private static JsonNode json(String text) {
        return Json.parse(text).orElse(JsonNodeFactory.instance.missingNode());
    }

    @Test
    void declaration_account_isTheOneThatTheKeyActsFor() {
        var sample = BitmexAnswers.element(json(SAMPLE), KEY).orElseThrow();
        var account = BitmexAnswers.declaration(sample).account();

        assertThat(BitmexAnswers.declaration(with(sample, "userId", "7")).account())
                .isEqualTo(account);
        assertThat(BitmexAnswers.declaration(with(sample, "targetAccountId", ""))
                        .account())
                .isEqualTo(account);
        assertThat(account.isNot(BitmexAnswers.declaration(with(sample, "targetAccountId", "7"))
                        .account()))
                .isTrue();
        assertThat(BitmexAnswers.declaration(with(with(sample, "targetAccountId", ""), "userId", "''"))
                        .account())
                .isNull();
    }
}
