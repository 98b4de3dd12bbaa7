package gunbot.preflight.keys;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.bitmex.Bitmex;
import gunbot.preflight.exchange.kraken.Kraken;
import gunbot.preflight.gunbot.Entry;
import gunbot.preflight.gunbot.Reading;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.gunbot.Usage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entries are of a test network. */
class TestnetNamesTest {
    private static final String SECRET = "invented-secret-of-a-bitmex-key_48_characters-00";
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

    private KeyCase ask(Entry entry, List<Given> given) {
        var reading = new Reading(
                SourceState.OK, "config.js", null, List.of(entry), List.of(), List.of(), Set.of(), false, false);
        return keys.of(reading, given).get(0);
    }

    private static Given given(String exchange, Boolean testnet) {
        return new Given("bitmex_testnet", "bitmex_testnet", exchange, "", SECRET, "", "", "", testnet, null, "");
    }

    private static Entry entry(String name, String type, boolean testnet) {
        var pair = new Entry.Pair("GunbotTestKeyBitmex-1234", SECRET);
        return new Entry(name, type, "", testnet, pair, Entry.Pair.NONE, "", "", false, Usage.ACTIVE);
    }
}
