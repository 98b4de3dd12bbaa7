package gunbot.preflight.keys;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.binance.Binance;
import gunbot.preflight.exchange.binancefutures.BinanceFutures;
import gunbot.preflight.exchange.bitfinex.Bitfinex;
import gunbot.preflight.exchange.bitmex.Bitmex;
import gunbot.preflight.exchange.bittrex.Bittrex;
import gunbot.preflight.exchange.cex.Cex;
import gunbot.preflight.exchange.coinbasepro.CoinbasePro;
import gunbot.preflight.exchange.huobi.Huobi;
import gunbot.preflight.exchange.kraken.Kraken;
import gunbot.preflight.exchange.kucoin.Kucoin;
import gunbot.preflight.exchange.nash.Nash;
import gunbot.preflight.exchange.poloniex.Poloniex;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gunbot.Entry;
import gunbot.preflight.gunbot.Reading;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.gunbot.Usage;
import gunbot.preflight.report.Wording;
import gunbot.preflight.testing.SampleKeys;
import gunbot.preflight.text.Texts;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entries are of a test network. */
class TestnetNamesTest {
    private static final String SECRET = "invented-secret-of-a-bitmex-key_48_characters-00";
    private static final Reading NOTHING_READ = reading();
    private static final Catalogue ALL = new Catalogue(List.of(
            new Binance(),
            new BinanceFutures(),
            new Bitfinex(),
            new Bitmex(),
            new Bittrex(),
            new Cex(),
            new CoinbasePro(),
            new Huobi(),
            new Kraken(),
            new Kucoin(),
            new Nash(),
            new Poloniex()));
    private final Keys keys = new Keys(new Catalogue(List.of(new Bitmex(), new Kraken())), Map.of());

    @ParameterizedTest
    @CsvSource({
        "bitmex,           '',             false, false",
        "bitmex,           bitmex,         false, false",
        "bitmex,           bitmex,         true,  true",
        "bitmex_testnet,   '',             false, true",
        "bitmex_testnet,   bitmex_testnet, false, true",
        "bitmex_testnet,   bitmex,         false, true",
        "bitmex,           bitmex_testnet, false, true",
        "Bitmex_Testnet#2, '',             false, true"
    })
    void entry_nameTypeOrField_meanTheTestSite(String name, String type, boolean field, boolean testnet) {
        var question = ask(entry(name, type, field), List.of()).question();

        assertThat(question.exchange()).isEqualTo("bitmex");
        assertThat(question.testnet()).isEqualTo(testnet);
    }

    @Test
    void givenKey_itsOwnSettingOverrules() {
        var entry = entry("bitmex_testnet", "", false);

        assertThat(ask(entry, List.of(given("", null))).question().testnet()).isTrue();
        assertThat(ask(entry, List.of(given("", false))).question().testnet()).isFalse();
    }

    @Test
    void givenKey_ofTheTestSitesName_isOfTheTestSite() {
        var entry = entry("bitmex", "", false);

        assertThat(ask(
                                entry,
                                List.of(new Given(
                                        "bitmex", "bitmex", "bitmex_testnet", "", SECRET, "", "", "", null, null, "")))
                        .question()
                        .testnet())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "binance, true",
        "binance-futures, true",
        "bitfinex, false",
        "bitmex, true",
        "bittrex, false",
        "cex, false",
        "coinbase-pro, true",
        "huobi, false",
        "kraken, false",
        "kucoin, false",
        "nash, true",
        "poloniex, false"
    })
    void keyOfATestNetwork_whereThereIsNone_isNotAsked(String exchange, boolean testNetwork) {
        var here = URI.create("http://127.0.0.1:9001"); // so that Bittrex counts as open
        var all = new Keys(ALL, Map.of("bittrex", here));
        var entry = SampleKeys.entry(exchange, 1);
        var given = new Given(
                "mine",
                "mine",
                exchange,
                entry.getString("key"),
                entry.getString("secret"),
                entry.getString("passphrase", ""),
                "",
                "",
                true,
                null,
                "");
        var key = all.of(NOTHING_READ, List.of(given)).get(0);

        assertThat(ALL.byId(exchange).orElseThrow().hasTestNetwork()).isEqualTo(testNetwork);
        assertThat(key.question() != null).isEqualTo(testNetwork);
        assertThat(key.findings().stream()
                        .filter(f -> f.code() == Code.WRONG_ENVIRONMENT)
                        .map(Finding::variant)
                        .toList())
                .isEqualTo(testNetwork ? List.of() : List.of("no-testnet"));
    }

    @Test
    void entryOfATestNetwork_whereThereIsNone_isNotAsked_andSaysWhy() {
        var kraken = new Keys(ALL, Map.of());
        var pair = new Entry.Pair("GunbotTestKeyKraken-1234", "a3Jha2Vu");
        var entry = new Entry("kraken", "", "", true, pair, Entry.Pair.NONE, "", "", false, Usage.ACTIVE);
        var key = kraken.of(reading(entry), List.of()).get(0);

        assertThat(key.question()).isNull();
        assertThat(key.findings()).singleElement().satisfies(f -> assertThat(
                        new Wording(Texts.in(Locale.ENGLISH)).message(f, key))
                .contains("Kraken has no test network", "Nothing was sent"));
    }

    private KeyCase ask(Entry entry, List<Given> given) {
        return keys.of(reading(entry), given).get(0);
    }

    private static Reading reading(Entry... entries) {
        return new Reading(
                SourceState.OK, "config.js", null, List.of(entries), List.of(), List.of(), Set.of(), false, false);
    }

    private static Given given(String exchange, Boolean testnet) {
        return new Given("bitmex_testnet", "bitmex_testnet", exchange, "", SECRET, "", "", "", testnet, null, "");
    }

    private static Entry entry(String name, String type, boolean testnet) {
        var pair = new Entry.Pair("GunbotTestKeyBitmex-1234", SECRET);
        return new Entry(name, type, "", testnet, pair, Entry.Pair.NONE, "", "", false, Usage.ACTIVE);
    }
}
