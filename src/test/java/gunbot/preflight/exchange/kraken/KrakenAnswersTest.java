package gunbot.preflight.exchange.kraken;

import static gunbot.preflight.testing.Said.forgotten;
import static gunbot.preflight.testing.Said.json;
import static gunbot.preflight.testing.Said.states;
import static gunbot.preflight.testing.Said.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample answers of the fact sheet in both spellings, whole and maimed. */
class KrakenAnswersTest {
    private static final String GOOD = "READ=ON TRADE_SPOT=ON WITHDRAW=OFF DEPOSIT=OFF EARN=OFF";
    private static final JsonNode DOCUMENTED = json(
            """
            {
              "apiKeyName": "gunbot",
              "apiKey": "AAAAinventedPublicKeyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
              "nonce": "1760000000000",
              "nonceWindow": 0,
              "permissions": ["query-funds", "query-open-trades", "query-closed-trades", "modify-trades", "close-trades"],
              "iban": "AA00 N84G AAAA AAAA",
              "validUntil": "0",
              "queryFrom": "0",
              "queryTo": "0",
              "createdTime": "1750000000",
              "modifiedTime": "1750000000",
              "ipAllowlist": ["203.0.113.7"],
              "lastUsed": "1760000001"
            }
            """);
    private static final JsonNode RECORDED = json(
            """
            {
              "api_key_name": "gunbot",
              "api_key": "AAAAinventedPublicKeyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
              "nonce": "1760000000000",
              "nonce_window": "0",
              "permissions": ["query-funds", "query-open-trades", "query-closed-trades", "modify-trades", "close-trades"],
              "iban": "AA00 N84G AAAA AAAA",
              "valid_until": "0",
              "query_from": "0",
              "query_to": "0",
              "created_time": "1750000000",
              "modified_time": "1750000000",
              "ip_allowlist": ["203.0.113.7"],
              "last_used": null
            }
            """);

    @Test
    void declaration_eitherSpelling_sameFacts() {
        var facts = KrakenAnswers.declaration(DOCUMENTED);

        assertThat(states(facts)).isEqualTo(GOOD);
        assertThat(facts.ip().state()).isEqualTo(State.ON);
        assertThat(facts.ip().addresses()).containsExactly("203.0.113.7");
        assertThat(facts.expiry()).isEqualTo(Expiry.NEVER);
        assertThat(facts.notes()).isEmpty();
        assertThat(KrakenAnswers.declaration(RECORDED)).isEqualTo(facts);
    }

    @Test
    void declaration_everyFieldMaimed_nothingBecomesKnownByIt() {
        for (var sample : List.of(DOCUMENTED, RECORDED)) {
            var whole = KrakenAnswers.declaration(sample);
            for (var field : sample.properties()) {
                for (var value : List.of("", "null", "'text'", "true", "{}", "[7]", "[null]", "-1")) {
                    var facts = KrakenAnswers.declaration(with(sample, field.getKey(), value));

                    assertThat(forgotten(whole, facts).isEmpty())
                            .as(field.getKey() + " = " + value)
                            .isEqualTo(!field.getKey().equals("permissions"));
                    assertThat(facts.ip().state())
                            .isEqualTo(field.getKey().matches("ip_?[aA]llowlist") ? State.UNKNOWN : State.ON);
                    assertThat(facts.expiry().state())
                            .isEqualTo(
                                    field.getKey().matches("valid_?[uU]ntil")
                                            ? Expiry.Kind.UNKNOWN
                                            : Expiry.Kind.NEVER);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "'query-funds'", "{'query-funds':true}", "7", "[7]", "[null]", "['']", "[[]]"})
    void declaration_permissionsThatAreNoList_tellsNothing(String permissions) {
        assertThat(KrakenAnswers.declaration(with(DOCUMENTED, "permissions", permissions))
                        .grants())
                .isEmpty();
    }

    @Test
    void declaration_listWithAnElementThatIsNoText_isNotTakenAsWhole() {
        var facts = KrakenAnswers.declaration(
                with(DOCUMENTED, "permissions", "['query-funds','query-open-trades','query-closed-trades',7]"));

        assertThat(states(facts)).isEqualTo("READ=ON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [] | READ=OFF TRADE_SPOT=OFF WITHDRAW=OFF DEPOSIT=OFF EARN=OFF
                    ["query-funds"] | READ=OFF TRADE_SPOT=OFF WITHDRAW=OFF DEPOSIT=OFF EARN=OFF
                    ["close-trades","modify-trades"] | READ=OFF TRADE_SPOT=ON WITHDRAW=OFF DEPOSIT=OFF EARN=OFF
                    ["query-ledger","export-data","create-ws-token"] | READ=OFF TRADE_SPOT=OFF WITHDRAW=OFF DEPOSIT=OFF EARN=OFF
                    ["query-funds","query-open-trades","query-closed-trades","modify-trades"] | READ=ON TRADE_SPOT=OFF WITHDRAW=OFF DEPOSIT=OFF EARN=OFF
                    ["query-funds","query-open-trades","query-closed-trades","close-trades"] | READ=ON TRADE_SPOT=OFF WITHDRAW=OFF DEPOSIT=OFF EARN=OFF
                    ["withdraw-funds"] | READ=OFF TRADE_SPOT=OFF WITHDRAW=ON DEPOSIT=OFF EARN=OFF
                    ["add-withdraw-address"] | READ=OFF TRADE_SPOT=OFF WITHDRAW=ON DEPOSIT=OFF EARN=OFF
                    ["update-withdraw-address"] | READ=OFF TRADE_SPOT=OFF WITHDRAW=ON DEPOSIT=OFF EARN=OFF
                    ["add-funds"] | READ=OFF TRADE_SPOT=OFF WITHDRAW=OFF DEPOSIT=ON EARN=OFF
                    ["earn-funds"] | READ=OFF TRADE_SPOT=OFF WITHDRAW=OFF DEPOSIT=OFF EARN=ON
                    ["trade-equities"] | READ=OFF TRADE_SPOT=OFF WITHDRAW=OFF DEPOSIT=OFF EARN=OFF OTHER=ON
                    ["withdraw-nft"] | READ=OFF TRADE_SPOT=OFF WITHDRAW=ON DEPOSIT=OFF EARN=OFF
                    ["wallet-transfer"] | READ=OFF TRADE_SPOT=OFF WITHDRAW=OFF TRANSFER=ON DEPOSIT=OFF EARN=OFF
                    """)
    void declaration_permissions_scopes(String permissions, String states) {
        assertThat(states(KrakenAnswers.declaration(with(DOCUMENTED, "permissions", permissions))))
                .isEqualTo(states);
    }

    @Test
    void declaration_partOfTheBoxes_namesTheMissing() {
        var facts = KrakenAnswers.declaration(with(DOCUMENTED, "permissions", "['query-funds','close-trades']"));

        assertThat(facts.grant(Scope.READ).missing())
                .containsExactly(
                        "Orders and trades - Query open orders & trades",
                        "Orders and trades - Query closed orders & trades");
        assertThat(facts.grant(Scope.TRADE_SPOT).missing())
                .containsExactly("Orders and trades - Create & modify orders");
        assertThat(facts.grant(Scope.TRADE_SPOT).on()).containsExactly("Orders and trades - Cancel & close orders");
    }

    @Test
    void declaration_newRights_areNamed() {
        var facts = KrakenAnswers.declaration(with(DOCUMENTED, "permissions", "['trade-equities','vote','<b>']"));

        assertThat(facts.grant(Scope.OTHER).on())
                .containsExactly("(a name that cannot be shown)", "trade-equities", "vote");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    []                                | OFF     |
                    [""]                              | OFF     |
                    ["203.0.113.7","198.51.100.0/24"] | ON      | 203.0.113.7 198.51.100.0/24
                    ["2001:db8::1"]                   | ON      | 2001:db8::1
                    ["","203.0.113.7"]                | ON      | 203.0.113.7
                    ["my home","203.0.113.7"]         | ON      | 203.0.113.7
                    ["my home"]                       | UNKNOWN |
                    ["203.0.113.7",7]                 | UNKNOWN |
                    "203.0.113.7"                     | UNKNOWN |
                    {}                                | UNKNOWN |
                    """)
    void declaration_addressList_inEitherSpelling(String list, State state, String addresses) {
        for (var facts : List.of(
                KrakenAnswers.declaration(with(DOCUMENTED, "ipAllowlist", list)),
                KrakenAnswers.declaration(with(RECORDED, "ip_allowlist", list)))) {
            assertThat(facts.ip().state()).isEqualTo(state);
            assertThat(String.join(" ", facts.ip().addresses())).isEqualTo(addresses == null ? "" : addresses);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\"1800000000\"', AT, 1800000000",
        "1800000000, AT, 1800000000",
        "0, NEVER,",
        "1.5, UNKNOWN,",
        "999999999999999999, UNKNOWN,",
        "9223372036854775807, UNKNOWN,",
        "'\"tomorrow\"', UNKNOWN,"
    })
    void declaration_validUntil_inEitherSpellingAndType(String until, Expiry.Kind state, Long seconds) {
        var expected = seconds == null ? new Expiry(state, null) : Expiry.at(Instant.ofEpochSecond(seconds));

        assertThat(KrakenAnswers.declaration(with(DOCUMENTED, "validUntil", until))
                        .expiry())
                .isEqualTo(expected);
        assertThat(KrakenAnswers.declaration(with(RECORDED, "valid_until", until))
                        .expiry())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"queryFrom", "queryTo"})
    void declaration_queryDates_historyIsLimited(String field) {
        var snake = field.replace("F", "_f").replace("T", "_t");

        for (var facts : List.of(
                KrakenAnswers.declaration(with(DOCUMENTED, field, "'1750000000'")),
                KrakenAnswers.declaration(with(RECORDED, snake, "1750000000")))) {
            assertThat(facts.notes()).extracting(note -> note.code()).containsExactly(Code.HISTORY_LIMITED);
            assertThat(facts.notes().get(0).evidence()).contains(field + "=1750000000");
        }
    }

    @Test
    void time_sample_secondsAreMillis() {
        var time = new Kraken().timeCall(false);

        assertThat(time.millis().apply(json("{'unixtime':1760000000,'rfc1123':'x'}")))
                .hasValue(1_760_000_000_000L);
        assertThat(time.millis().apply(json("{'rfc1123':'x'}"))).isEmpty();
    }

    @Test
    void declaration_account_sameNumberHoweverItIsWritten_andNoneWithoutIt() {
        var account = KrakenAnswers.declaration(DOCUMENTED).account();

        assertThat(KrakenAnswers.declaration(with(DOCUMENTED, "iban", "'AA00N84GAAAAAAAA'"))
                        .account())
                .isEqualTo(account);
        assertThat(account.isNot(KrakenAnswers.declaration(with(DOCUMENTED, "iban", "'AA00 N84G AAAA AAAB'"))
                        .account()))
                .isTrue();
        assertThat(KrakenAnswers.declaration(with(DOCUMENTED, "iban", "")).account())
                .isNull();
    }
}
