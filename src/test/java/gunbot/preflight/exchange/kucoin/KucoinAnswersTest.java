package gunbot.preflight.exchange.kucoin;

import static gunbot.preflight.testing.Said.forgotten;
import static gunbot.preflight.testing.Said.json;
import static gunbot.preflight.testing.Said.states;
import static gunbot.preflight.testing.Said.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample answers of the fact sheet, whole and maimed. */
class KucoinAnswersTest {
    private static final String REST_OFF =
            " TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF";
    private static final JsonNode SAMPLE = json(
            """
            {
              "remark": "gunbot",
              "apiKey": "66a0f1c2d3e4b5a697881234",
              "apiVersion": 3,
              "permission": "General,Spot",
              "ipWhitelist": "203.0.113.10,203.0.113.11",
              "createdAt": 1735700000000,
              "uid": 201234567,
              "isMaster": true
            }
            """);
    private static final JsonNode UNIFIED = json(
            """
            {
              "remark": "gunbot",
              "apiKey": "66a0f1c2d3e4b5a697881234",
              "apiVersion": 3,
              "permission": "General,Unified",
              "createdAt": 1735700000000,
              "uid": 201234567,
              "isMaster": true,
              "region": "global",
              "kycStatus": 1,
              "siteType": "global"
            }
            """);

    @Test
    void declaration_sample_everyScopeDeclared() {
        var facts = KucoinAnswers.declaration(SAMPLE, false);

        assertThat(states(facts)).isEqualTo("READ=ON TRADE_SPOT=ON" + REST_OFF);
        assertThat(facts.ip().state()).isEqualTo(State.ON);
        assertThat(facts.ip().addresses()).containsExactly("203.0.113.10", "203.0.113.11");
        assertThat(facts.expiry()).isEqualTo(Expiry.UNKNOWN);
    }

    @Test
    void declaration_subAccount_sameFacts() {
        var sub = with(with(SAMPLE, "isMaster", "false"), "subName", "'bot'");

        assertThat(KucoinAnswers.declaration(sub, false)).isEqualTo(KucoinAnswers.declaration(SAMPLE, false));
    }

    @Test
    void declaration_everyFieldMaimed_nothingBecomesKnownByIt() {
        var whole = KucoinAnswers.declaration(SAMPLE, false);
        for (var field : SAMPLE.properties()) {
            for (var value : List.of("", "null", "''", "' '", "7", "true", "{}", "[]", "['General','Spot']")) {
                var facts = KucoinAnswers.declaration(with(SAMPLE, field.getKey(), value), false);

                assertThat(forgotten(whole, facts).isEmpty())
                        .as(field.getKey() + " = " + value)
                        .isEqualTo(!field.getKey().equals("permission"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "''", "' '", "7", "true", "{}", "[]", "['General','Spot']"})
    void declaration_permissionThatIsNoText_tellsNothing(String permission) {
        var changed = with(SAMPLE, "permission", permission);

        assertThat(KucoinAnswers.declaration(changed, false)).isEqualTo(Facts.NONE);
        assertThat(KucoinAnswers.declaration(changed, true)).isEqualTo(Facts.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    General                    | READ=ON TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF
                    Spot                       | READ=OFF TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF
                    Spot,General               | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF
                    ` spot , GENERAL ,`        | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF
                    General,Trade              | READ=ON TRADE_SPOT=ON TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF
                    General,TRADE,Margin       | READ=ON TRADE_SPOT=ON TRADE_MARGIN=ON TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF
                    Margin,trade,General       | READ=ON TRADE_SPOT=ON TRADE_MARGIN=ON TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF
                    General,Spot,Futures       | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=ON WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF
                    General,Spot,Transfer      | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=ON TRANSFER=OFF EARN=OFF OTHER=OFF
                    General,Spot,transfer      | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=ON TRANSFER=OFF EARN=OFF OTHER=OFF
                    General,Spot,Withdrawal    | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=ON TRANSFER=OFF EARN=OFF OTHER=OFF
                    General,Spot,Withdraw      | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=ON TRANSFER=OFF EARN=OFF OTHER=OFF
                    General,Spot,InnerTransfer | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=ON EARN=OFF OTHER=OFF
                    General,Spot,FlexTransfers | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=ON EARN=OFF OTHER=OFF
                    General,Spot,Earn          | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF EARN=ON OTHER=OFF
                    General,Spot,LeadtradeFutures | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=ON
                    General,Spot,Launchpad     | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=ON
                    General,Spot,FastWithdraw  | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=ON TRANSFER=OFF EARN=OFF OTHER=OFF
                    General,Spot,SubTransfer   | READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=ON EARN=OFF OTHER=OFF
                    """)
    void declaration_tokens_scopes(String permission, String states) {
        assertThat(states(KucoinAnswers.declaration(with(SAMPLE, "permission", "'" + permission + "'"), false)))
                .isEqualTo(states);
    }

    @Test
    void declaration_newToken_isNamed() {
        var facts = KucoinAnswers.declaration(with(SAMPLE, "permission", "'General,Spot,Launchpad,<b>'"), false);

        assertThat(facts.grant(Scope.OTHER).on()).containsExactly("Launchpad", "(a name that cannot be shown)");
    }

    @Test
    void declaration_missingSpot_namesTheBox() {
        var facts = KucoinAnswers.declaration(with(SAMPLE, "permission", "'General'"), false);

        assertThat(facts.grant(Scope.TRADE_SPOT).missing()).containsExactly("Spot");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                               | OFF     |
                    null                             | OFF     |
                    ""                               | OFF     |
                    " , "                            | OFF     |
                    "203.**.154"                     | ON      | 203.**.154
                    " 203.0.113.10 ,, 2001:db8::1 "  | ON      | 203.0.113.10 2001:db8::1
                    "somewhere, 203.0.113.10"        | ON      | 203.0.113.10
                    "somewhere"                      | UNKNOWN |
                    7                                | UNKNOWN |
                    ["203.0.113.10"]                 | UNKNOWN |
                    {}                               | UNKNOWN |
                    false                            | UNKNOWN |
                    """)
    void declaration_addressList_missingOrEmptyIsNone(String list, State state, String addresses) {
        var ip = KucoinAnswers.declaration(with(SAMPLE, "ipWhitelist", list), false)
                .ip();

        assertThat(ip.state()).isEqualTo(state);
        assertThat(String.join(" ", ip.addresses())).isEqualTo(addresses == null ? "" : addresses);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    General,Spot    | ``   | POLICY
                    General,Trade   | ""   | POLICY
                    General,Futures | ""   | POLICY
                    General,Spot    | "203.0.113.10" | UNKNOWN
                    General,Spot    | 7    | UNKNOWN
                    General         | ``   | NEVER
                    General         | "203.0.113.10" | NEVER
                    General,Earn    | ``   | UNKNOWN
                    Earn            | ``   | UNKNOWN
                    General,New     | ``   | UNKNOWN
                    """)
    void declaration_expiry_restsOnTradeRightAndAddressList(String permission, String list, Expiry.Kind expiry) {
        var answer = with(with(SAMPLE, "permission", "'" + permission + "'"), "ipWhitelist", list);

        assertThat(KucoinAnswers.declaration(answer, false).expiry().state()).isEqualTo(expiry);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    General,Unified      | READ=ON WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=ON
                    Unified,General,Spot | READ=ON TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=ON
                    General,Spot,Unified | READ=ON TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=ON
                    General              | READ=ON TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF
                    """)
    void declaration_unified_unknownTokenMayBeTheRightToTrade(String permission, String states) {
        var facts = KucoinAnswers.declaration(with(UNIFIED, "permission", "'" + permission + "'"), true);

        assertThat(states(facts)).isEqualTo(states);
        assertThat(facts.grant(Scope.OTHER).on())
                .isEqualTo(permission.contains("Unified") ? List.of("Unified") : List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``             | UNKNOWN
                    null           | UNKNOWN
                    ""             | OFF
                    "203.0.113.10" | ON
                    """)
    void declaration_unifiedAddressList_notToldIsUnknown(String list, State state) {
        assertThat(KucoinAnswers.declaration(with(UNIFIED, "ipWhitelist", list), true)
                        .ip()
                        .state())
                .isEqualTo(state);
    }

    @Test
    void time_sample_millis() {
        var time = new Kucoin().timeCall(false);

        assertThat(time.millis().apply(json("1768472430123"))).hasValue(1_768_472_430_123L);
        assertThat(time.millis().apply(json("{'time':1768472430123}"))).isEmpty();
    }

    @Test
    void declaration_account_isTheUsers_andNoneWithoutIt() {
        var account = KucoinAnswers.declaration(SAMPLE, false).account();

        assertThat(account).isEqualTo(KucoinAnswers.declaration(UNIFIED, true).account());
        assertThat(account.isNot(KucoinAnswers.declaration(with(SAMPLE, "uid", "7"), false)
                        .account()))
                .isTrue();
        assertThat(KucoinAnswers.declaration(with(SAMPLE, "uid", "'x'"), false).account())
                .isNull();
    }
}
