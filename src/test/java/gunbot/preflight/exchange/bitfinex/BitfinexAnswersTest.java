package gunbot.preflight.exchange.bitfinex;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.IpRestriction;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BitfinexAnswersTest {
    private static final String SAMPLE =
            """
            [
              ["account", 1, 0],
              ["history", 1, 0],
              ["orders", 1, 1],
              ["positions", 0, 0],
              ["funding", 0, 0],
              ["settings", 0, 0],
              ["wallets", 1, 0],
              ["withdraw", 0, 0],
              ["ui_withdraw", 0, 0],
              ["bfxpay", 0, 0]
            ]
            """;

    @Test
    void declaration_sample_readsAndTradesOnly() {
        var facts = BitfinexAnswers.declaration(json(SAMPLE));

        assertThat(states(facts)).isEqualTo("READ=ON TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF");
        assertThat(facts.grants().values()).extracting(Grant::evidence).containsOnly(Evidence.DECLARED);
        assertThat(facts.ip()).isEqualTo(IpRestriction.UNKNOWN);
        assertThat(facts.expiry()).isEqualTo(Expiry.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ["account",1,1]         | OTHER      | Account Info - Write
                    ["history",1,1]         | READ       | Orders - Read, Wallets - Read, Account History - Read, Account History - Write, Account Info - Read
                    ["positions",1,0]       | READ       | Orders - Read, Wallets - Read, Account History - Read, Account Info - Read, Margin Trading - Read
                    ["positions",1,1]       | OTHER      | Margin Trading - Write
                    ["funding",1,1]         | EARN       | Margin Funding - Write
                    ["settings",1,0]        | OTHER      | Settings - Read
                    ["wallets",1,1]         | TRANSFER   | Wallets - Write
                    ["wallets",true,true]   | TRANSFER   | Wallets - Write
                    ["withdraw",0,1]        | WITHDRAW   | Withdrawals - Write
                    ["withdraw",false,true] | WITHDRAW   | Withdrawals - Write
                    ["ui_withdraw",1,0]     | WITHDRAW   | ui_withdraw (read)
                    ["ui_withdraw",0,1]     | WITHDRAW   | ui_withdraw (write)
                    ["eaas_withdraw",1,0]   | WITHDRAW   | eaas_withdraw (read)
                    ["eaas_deposit",1,1]    | OTHER      | eaas_deposit (read), eaas_deposit (write)
                    ["eaas_agreement",1,0]  | OTHER      | eaas_agreement (read)
                    ["eaas_brokerage",0,1]  | OTHER      | eaas_brokerage (write)
                    ["bfxpay",1,1]          | OTHER      | Bitfinex Pay - Read, Bitfinex Pay - Write
                    ["derivatives",1,0]     | OTHER      | derivatives
                    ["fast_withdraw",1,0]   | WITHDRAW   | fast_withdraw
                    ["sub_transfer",0,1]    | TRANSFER   | sub_transfer
                    """)
    void declaration_rowOn_scopeNamesItsBox(String row, Scope scope, String boxes) {
        var grant = BitfinexAnswers.declaration(with(row)).grant(scope);

        assertThat(grant.state()).isEqualTo(State.ON);
        assertThat(String.join(", ", grant.on())).isEqualTo(boxes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ["orders",1,0]   | READ=ON TRADE_SPOT=OFF
                    ["orders",0,1]   | READ=OFF TRADE_SPOT=ON
                    ["wallets",0,0]  | READ=OFF TRADE_SPOT=ON
                    ["history",0,0]  | READ=OFF TRADE_SPOT=ON
                    ["account",0,0]  | READ=ON TRADE_SPOT=ON
                    ["orders",1]     | ``
                    ["orders",1,1,0] | ``
                    ["orders"]       | ``
                    ["withdraw",0,0,1] | READ=ON TRADE_SPOT=ON
                    ["orders",null,1] | READ=UNKNOWN TRADE_SPOT=ON
                    ["orders",1,2]   | READ=ON TRADE_SPOT=UNKNOWN
                    ["orders",1,-1]  | READ=ON TRADE_SPOT=UNKNOWN
                    ["orders",1,"1"] | READ=ON TRADE_SPOT=UNKNOWN
                    ["orders",1,1.0] | READ=ON TRADE_SPOT=UNKNOWN
                    ["orders",1,4294967297] | READ=ON TRADE_SPOT=UNKNOWN
                    ["withdraw",1,0] | READ=ON TRADE_SPOT=ON WITHDRAW=OFF
                    ["withdraw",0,null] | READ=ON TRADE_SPOT=ON WITHDRAW=UNKNOWN
                    """)
    void declaration_rowChanged_states(String row, String states) {
        assertThat(states(BitfinexAnswers.declaration(with(row)))).startsWith(states);
    }

    @Test
    void declaration_olderAnswer_historyIsNotToldNotOff() {
        var older =
                "[[\"account\",1,0],[\"orders\",1,1],[\"funding\",0,0],[\"settings\",0,0],[\"wallets\",1,0],[\"withdraw\",0,0]]";

        assertThat(states(BitfinexAnswers.declaration(json(older))))
                .isEqualTo("READ=UNKNOWN TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "wallets", "withdraw"})
    void declaration_rowThatIsNeverMissing_onlyTickedBoxesCount(String missing) {
        var states = states(BitfinexAnswers.declaration(without(missing)));

        assertThat(states)
                .isEqualTo(
                        switch (missing) {
                            case "orders" -> "";
                            case "wallets" -> "READ=UNKNOWN TRADE_SPOT=ON";
                            default -> "READ=ON TRADE_SPOT=ON";
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "positions", "funding", "settings", "ui_withdraw", "bfxpay"})
    void declaration_otherRowMissing_isNotGranted(String missing) {
        assertThat(states(BitfinexAnswers.declaration(without(missing))))
                .isEqualTo("READ=ON TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "\"withdraw\"",
                "{\"withdraw\":1}",
                "[]",
                "[null,1,1]",
                "[7,1,1]",
                "[\"orders\",0,0]",
                "[\"any_withdraw\",null,0]"
            })
    void declaration_rowThatCannotBeRead_nothingIsOff(String odd) {
        var rows = (ArrayNode) json(SAMPLE);
        rows.add(json(odd));

        assertThat(states(BitfinexAnswers.declaration(rows))).isEqualTo("READ=ON TRADE_SPOT=ON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "7",
                "\"orders\"",
                "{\"orders\":[1,1]}",
                "{\"a\":[\"orders\",1,1]}",
                "[]",
                "[[]]",
                "[1,2]"
            })
    void declaration_ofAnotherForm_saysNothing(String told) {
        assertThat(BitfinexAnswers.declaration(json(told)).grants()).isEmpty();
    }

    @Test
    void declaration_everyFieldRetyped_noStateWithoutSupport() {
        var right = BitfinexAnswers.declaration(json(SAMPLE)).grants();
        for (int row = 0; row < json(SAMPLE).size(); row++) {
            for (int field = 0; field < 3; field++) {
                for (var other : new String[] {"null", "{}", "[]", "\"\"", "1.5", "\"1\""}) {
                    var changed = (ArrayNode) json(SAMPLE);
                    ((ArrayNode) changed.get(row)).set(field, json(other));

                    BitfinexAnswers.declaration(changed).grants().forEach((scope, grant) -> assertThat(grant.state())
                            // a scope of the name "1" is a right that nobody knows
                            .isEqualTo(
                                    grant.on().equals(List.of("1"))
                                            ? State.ON
                                            : right.get(scope).state()));
                }
            }
        }
    }

    private static String states(Facts facts) {
        var text = new StringBuilder();
        for (var scope : Scope.values()) {
            if (facts.grants().containsKey(scope)) {
                text.append(scope)
                        .append('=')
                        .append(facts.grant(scope).state())
                        .append(' ');
            } else if (scope == Scope.READ && facts.grants().containsKey(Scope.TRADE_SPOT)
                    || scope.ordinal() < Scope.EARN.ordinal() && facts.grants().containsKey(Scope.EARN)) {
                text.append(BitfinexListing.LISTING.scopes().contains(scope) ? scope + "=UNKNOWN " : "");
            }
        }
        return text.toString().strip();
    }

    /** The sample with one row in the place of that of its name, or at the end. */
    private static JsonNode with(String row) {
        var name = json(row).path(0).textValue();
        var rows = (ArrayNode) without(name);
        rows.add(json(row));
        return rows;
    }

    private static JsonNode without(String name) {
        var rows = (ArrayNode) json("[]");
        json(SAMPLE).forEach(row -> {
            if (!row.path(0).textValue().equals(name)) {
                rows.add(row);
            }
        });
        return rows;
    }

    private static JsonNode json(String text) {
        return Json.parse(text).orElseThrow();
    }
}
