package gunbot.preflight.gunbot;

import static gunbot.preflight.gunbot.Samples.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gunbot.Entry.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigParserTest {
    private static final String MARKER = "MARKERsecret4711";

    @Test
    void sampleA_differentPairs_oneActiveTwoIdle() {
        var config = config(Samples.A);

        assertThat(config.findings()).isEmpty();
        assertThat(config.orphans()).isEmpty();
        assertThat(config.entries())
                .containsExactly(
                        new Entry(
                                "kraken",
                                "",
                                "",
                                false,
                                new Pair("tK-demo-0002", "dHMtZGVtby0wMDAy"),
                                new Pair("mK-demo-0001", "bXMtZGVtby0wMDAx"),
                                "",
                                "",
                                false,
                                Usage.ACTIVE),
                        new Entry(
                                "gdax",
                                "",
                                "",
                                false,
                                new Pair("a1b2c3demo", "ZGVtbw=="),
                                new Pair("a1b2c3demo", "ZGVtbw=="),
                                "demo-pass",
                                "",
                                false,
                                Usage.IDLE),
                        new Entry(
                                "cex",
                                "",
                                "",
                                false,
                                new Pair("cexDemoKey", "cexDemoSecret"),
                                new Pair("cexDemoKey", "cexDemoSecret"),
                                "",
                                "up100000001",
                                false,
                                Usage.IDLE));
        assertThat(config.secrets())
                .containsExactlyInAnyOrder(
                        "tK-demo-0002",
                        "dHMtZGVtby0wMDAy",
                        "mK-demo-0001",
                        "bXMtZGVtby0wMDAx",
                        "a1b2c3demo",
                        "ZGVtbw==",
                        "demo-pass",
                        "cexDemoKey",
                        "cexDemoSecret",
                        "up100000001");
    }

    @Test
    void sampleB_markets_twoActiveAndAPlaceholder() {
        var config = config(Samples.B);

        assertThat(config.findings()).isEmpty();
        assertThat(config.entries())
                .extracting(Entry::name, Entry::type, Entry::market, Entry::usage)
                .containsExactly(
                        tuple("binance", "binance", "spot", Usage.ACTIVE),
                        tuple("binanceFutures", "binanceFutures", "futures", Usage.ACTIVE),
                        tuple("kucoin", "", "spot", Usage.IDLE));
        var kucoin = config.entries().get(2);
        assertThat(kucoin.key()).isEqualTo(new Pair("KEY", "SECRET"));
        assertThat(Placeholders.is(kucoin.passphrase())).isTrue();
        assertThat(config.secrets())
                .containsExactlyInAnyOrder("BNdemoKEY01", "BNdemoSECRET01", "BNdemoKEY02", "BNdemoSECRET02");
    }

    @Test
    void sampleC_secondAccount_encryptedAndArchived() {
        var config = config(Samples.C);

        assertThat(config.findings()).isEmpty();
        assertThat(config.entries())
                .extracting(Entry::name, Entry::type, Entry::market, Entry::encrypted, Entry::usage)
                .containsExactly(
                        tuple("binance", "binance", "spot", true, Usage.ACTIVE),
                        tuple("bitget#2", "bitget", "swap", false, Usage.ACTIVE),
                        tuple("mexc", "", "", false, Usage.ARCHIVED));
        assertThat(config.entries().get(0).key().secret()).isEqualTo("ENC:ZGVtby1jaXBoZXI=");
        assertThat(config.secrets()).contains("mx_demo_05", "mxDemoSecret05", "bgDemoPass");
    }

    @Test
    void usage_namesDifferInCase_exactMatchWinsOverLoose() {
        var config = config(
                """
                {"pairs": {"binance": {"A-B": {"enabled": false}}, "BINANCE": {"A-B": {}}, "Kraken": {"A-B": {}},
                           "cex": {"A-B": {"enabled": "false"}}, "gone": {"A-B": {"enabled": "true"}}, "old": {}},
                 "exchanges": {"binance": {}, "BINANCE": {}, "kraken": {}, "cex": {}}}
                """);

        assertThat(config.entries())
                .extracting(Entry::name, Entry::usage)
                .containsExactly(
                        tuple("binance", Usage.IDLE),
                        tuple("BINANCE", Usage.ACTIVE),
                        tuple("kraken", Usage.ACTIVE),
                        tuple("cex", Usage.IDLE));
        assertThat(config.orphans()).containsExactly("gone");
        assertThat(config.findings()).isEmpty();
    }

    @Test
    void exchanges_missing_isAnEmptyObject() {
        var config = config("{}");

        assertThat(config.entries()).isEmpty();
        assertThat(config.findings()).isEmpty();
        assertThat(config.watchMode()).isFalse();
        assertThat(config.withdrawAddressSet()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"bot": {"WATCH_MODE": true}}                                | true  | false
            {"bot": {"WATCH_MODE": "true", "withdraw_address": ""}}      | true  | false
            {"bot": {"withdraw_address": "YOURBTCADDRESSHERE"}}          | false | false
            {"bot": {"withdraw_address": false}}                         | false | false
            {"bot": {"withdraw_address": 0}}                             | false | false
            {"bot": {"withdraw_address": "bc1qdemodemodemo"}}            | false | true
            """)
    void bot_switches_areRead(String json, boolean watchMode, boolean withdrawAddressSet) {
        var config = config(json);

        assertThat(config.watchMode()).isEqualTo(watchMode);
        assertThat(config.withdrawAddressSet()).isEqualTo(withdrawAddressSet);
        assertThat(config.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"exchanges": {"binance": {"key": ["MARKERsecret4711"]}}}                  | exchanges.binance.key       | array
            {"exchanges": {"binance": {"key": {"a": "MARKERsecret4711"}}}}             | exchanges.binance.key       | object
            {"exchanges": {"binance": {"key": true}}}                                  | exchanges.binance.key       | boolean
            {"exchanges": {"binance": {"secret": false}}}                              | exchanges.binance.secret    | boolean
            {"exchanges": {"binance": {"market": ["spot"]}}}                           | exchanges.binance.market    | array
            {"exchanges": {"binance": {"testnet": 1}}}                                 | exchanges.binance.testnet   | number
            {"exchanges": {"binance": {"isEncrypted": "MARKERsecret4711"}}}            | exchanges.binance.isEncrypted | string
            {"exchanges": {"binance": "MARKERsecret4711"}}                             | exchanges.binance           | string
            {"exchanges": {"binance": null}}                                           | exchanges.binance           | null
            {"archivedExchanges": []}                                                  | archivedExchanges           | array
            {"archivedExchanges": {"mexc": 1}}                                         | archivedExchanges.mexc      | number
            {"bot": "MARKERsecret4711"}                                                | bot                         | string
            {"bot": {"WATCH_MODE": {}}}                                                | bot.WATCH_MODE              | object
            {"pairs": []}                                                              | pairs                       | array
            {"pairs": {"binance": []}}                                                 | pairs.binance               | array
            {"pairs": {"binance": {"A-B": "MARKERsecret4711"}}}                        | pairs.binance.A-B           | string
            {"pairs": {"binance": {"A-B": {"enabled": "MARKERsecret4711"}}}}           | pairs.binance.A-B.enabled   | string
            """)
    void wrongType_oneFinding_namesThePlaceAlone(String json, String field, String found) {
        // a second entry, which must not be lost
        var whole = json.contains("\"exchanges\"")
                ? json.replace("\"exchanges\": {", "\"exchanges\": {\"kraken\": {\"key\": \"k-demo\"},")
                : json.replaceFirst("\\{", "{\"exchanges\": {\"kraken\": {\"key\": \"k-demo\"}},");
        var config = config(whole);

        assertThat(config.entries())
                .anyMatch(entry ->
                        entry.name().equals("kraken") && entry.key().key().equals("k-demo"));
        assertThat(config.findings())
                .containsExactly(Finding.of(Code.CONFIG_INVALID)
                        .variant("type")
                        .with("field", field)
                        .with("line", "1")
                        .with("found", found));
        assertThat(config.toString() + config.entries() + config.findings()).doesNotContain(MARKER);
    }

    @Test
    void wrongType_ofPairs_countsAsUsed() {
        assertThat(config("{\"exchanges\": {\"a\": {}}, \"pairs\": \"x\"}")
                        .entries()
                        .get(0)
                        .usage())
                .isEqualTo(Usage.ACTIVE);
        assertThat(config("{\"exchanges\": {\"a\": {}}, \"pairs\": {\"a\": [{}]}}")
                        .entries()
                        .get(0)
                        .usage())
                .isEqualTo(Usage.ACTIVE);
        assertThat(config("{\"exchanges\": {\"a\": {}}, \"pairs\": {\"a\": []}}")
                        .entries()
                        .get(0)
                        .usage())
                .isEqualTo(Usage.IDLE);
    }

    @Test
    void entry_thatIsAString_staysWithoutCredentials() {
        var entry = config(
                        "{\"exchanges\": {\"binance\": \"" + MARKER + "\"}, \"pairs\": {\"binance\": {\"A-B\": {}}}}")
                .entries()
                .get(0);

        assertThat(entry.key().isEmpty()).isTrue();
        assertThat(entry.usage()).isEqualTo(Usage.ACTIVE);
    }

    @Test
    void numbers_inPlaceOfTexts_areTakenAsWritten() {
        var entry = config("{\"exchanges\": {\"cex\": {\"key\": 12345678901234567890123, \"clientId\": 1.50}}}")
                .entries()
                .get(0);

        assertThat(entry.key().key()).isEqualTo("12345678901234567890123");
        assertThat(entry.clientId()).isEqualTo("1.50");
    }

    @Test
    void booleans_asStrings_areRead() {
        var entry = config("{\"exchanges\": {\"a\": {\"testnet\": \"TRUE\", \"isEncrypted\": \" true\"}}}")
                .entries()
                .get(0);

        assertThat(entry.testnet()).isTrue();
        assertThat(entry.encrypted()).isTrue();
    }

    @Test
    void duplicates_lastWins_areTold() {
        var config = config(
                """
                {"exchanges": {
                  "binance": {"key": "first-key-demo"},
                  "kraken": {"key": "one-demo", "secret": "s-demo",
                             "key": "two-demo"},
                  "binance": {"key": "last-key-demo"}},
                 "pairs": {"kraken": {"A-B": {}}, "kraken": {"A-B": {"enabled": true, "enabled": false}}},
                 "pairs": {"kraken": {"A-B": {"enabled": false}}, "kraken": {}}}
                """);

        assertThat(config.entries())
                .extracting(Entry::name, entry -> entry.key().key(), Entry::usage)
                .containsExactly(
                        tuple("binance", "last-key-demo", Usage.IDLE), tuple("kraken", "two-demo", Usage.IDLE));
        assertThat(config.findings())
                .allMatch(finding -> finding.variant().equals("duplicate"))
                .extracting(f -> f.values().get("field"), f -> f.values().get("line"))
                .containsExactly(
                        tuple("pairs", "7"),
                        tuple("exchanges.binance", "5"),
                        tuple("pairs.kraken", "7"),
                        tuple("exchanges.kraken.key", "4"));
        // the values that lost are still in the file
        assertThat(config.secrets()).contains("first-key-demo", "one-demo", "two-demo", "s-demo");
    }

    @Test
    void findings_ofAFileThatIsWrongEverywhere_areLimited() {
        var json = new StringBuilder("{\"exchanges\": {\"x\": {}");
        for (int i = 0; i < 70; i++) {
            json.append(",\"e").append(i).append("\": 1");
        }
        var config = config(json.append("}}").toString());

        assertThat(config.entries()).hasSize(71);
        assertThat(config.findings()).hasSize(Notes.MOST + 1);
        assertThat(config.findings().get(Notes.MOST))
                .isEqualTo(Finding.of(Code.CONFIG_INVALID).variant("more").with("count", "20"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            []                      | shape-top |
            "MARKERsecret4711"      | shape-top |
            null                    | shape-top |
            {"exchanges": []}       | shape     | array
            {"exchanges": null}     | shape     | null
            """)
    void shape_wrong_isRefusedWhole(String json, String variant, String found) {
        var finding = ((Parsed.Broken) ConfigParser.parse(Samples.bytes(json))).finding();

        assertThat(finding.variant()).isEqualTo(variant);
        assertThat(finding.values().get("found")).isEqualTo(found);
        assertThat(finding.toString()).doesNotContain(MARKER);
    }

    @Test
    void names_thatCannotBeShown_areReplacedEverywhere() {
        var name = "bin\\u202eance\\n" + "x".repeat(100);
        var config = config("{\"exchanges\": {\"" + name + "\": {\"key\": []}, \"" + name + "y\": 1},"
                + "\"pairs\": {\"" + name + "\": {\"A-B\": {}}, \"\\u0000\": {\"A-B\": {}}}}");

        assertThat(config.entries()).extracting(Entry::usage).containsExactly(Usage.ACTIVE, Usage.IDLE);
        assertThat(config.entries())
                .extracting(Entry::name)
                .doesNotHaveDuplicates()
                .allMatch(n -> n.length() == 64);
        assertThat(config.toString() + config.entries() + config.findings() + config.orphans())
                .doesNotContain("\u202e", "\n", "\0");
    }
}
