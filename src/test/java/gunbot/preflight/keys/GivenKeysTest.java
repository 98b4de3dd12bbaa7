package gunbot.preflight.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gunbot.preflight.settings.ExactNames;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenKeysTest {
    @TempDir
    Path folder;

    @Test
    void properties_quotedAndPlain() {
        var given = read(
                Map.of(
                        "preflight.keys.\"bitget#2\".secret", "one",
                        "preflight.keys.binance.secret", "two",
                        "preflight.keys.binance.entry", "binance#3"),
                Map.of());

        assertThat(given).extracting(Given::slot).containsExactly("binance", "bitget#2");
        assertThat(given.get(0).secret()).isEqualTo("two");
        assertThat(given.get(0).entry()).isEqualTo("binance#3");
        assertThat(given.get(1).secret()).isEqualTo("one");
        assertThat(given.get(1).entry()).isEqualTo("bitget#2");
    }

    @Test
    void variables_findTheEntryThatIsWrittenLikeThem() {
        var given = read(
                Map.of(),
                Map.of("PREFLIGHT_KEYS__BITGET_2__SECRET", "one", "PREFLIGHT_KEYS__BITGET_2__PASSPHRASE", "two"));

        assertThat(given).singleElement().satisfies(g -> {
            assertThat(g.slot()).isEqualTo("bitget#2");
            assertThat(g.secret()).isEqualTo("one");
            assertThat(g.passphrase()).isEqualTo("two");
        });
    }

    /** A secret in the place of the exchange's name would be shown as what cannot be asked. */
    @ParameterizedTest
    @CsvSource({
        "binance, binance, ''",
        "coinbase-pro, coinbase-pro, ''",
        "some.New_Exchange-2, some.New_Exchange-2, ''",
        "ABCDEFGHIJKLMNOPQRSTU, '', 'preflight.keys.\"a\".exchange'",
        "a+secret/of=16signs, '', 'preflight.keys.\"a\".exchange'"
    })
    void exchange_whatIsNoName_isAProblemAndNotKept(String told, String exchange, String problem) {
        var given = read(Map.of("preflight.keys.\"a\".exchange", told), Map.of());

        assertThat(given).singleElement().satisfies(g -> {
            assertThat(g.exchange()).isEqualTo(exchange);
            assertThat(g.problem()).isEqualTo(problem);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PREFLIGHT_KEYS__BINANCE__SECRET", "PREFLIGHT_KEYS_BINANCE_SECRET"})
    void variable_writtenLikeSeveralNames_standsForTheFirstAlone(String variable) {
        var keys = keys(Map.of(), Map.of(variable, "one"));

        assertThat(keys.read(List.of("Binance", "kraken", "binance")))
                .extracting(Given::slot, Given::entry, Given::secret)
                .containsExactly(tuple("Binance", "Binance", "one"));
    }

    @Test
    void propertyOfThatName_isWhatTheVariableCompletes() {
        var keys = keys(
                Map.of("preflight.keys.binance.key", "k", "preflight.keys.binance.entry", "Binance"),
                Map.of("PREFLIGHT_KEYS__BINANCE__SECRET", "one"));

        assertThat(keys.read(List.of("Binance")))
                .extracting(Given::slot, Given::key, Given::secret)
                .containsExactly(tuple("binance", "k", "one"));
    }

    @ParameterizedTest
    @CsvSource({
        "PREFLIGHT_KEYS_BITGET_2_SECRET,          bitget#2, secret",
        "PREFLIGHT_KEYS_MY_OWN_SECRET,            my_own,   secret",
        "PREFLIGHT_KEYS__MY_OWN__SECRET,          my_own,   secret",
        "PREFLIGHT_KEYS__BINANCE__CLIENT_ID,      binance,  client-id",
        "PREFLIGHT_KEYS_BINANCE_CLIENT_ID,        binance,  client-id",
        "preflight.keys.binance.secret,           binance,  secret"
    })
    void variable_withOneUnderscoreOrTwo_itsSlotAndField(String variable, String slot, String field) {
        assertThat(read(Map.of(), Map.of(variable, "one"))).singleElement().satisfies(g -> {
            assertThat(g.slot()).isEqualTo(slot);
            assertThat(field.equals("secret") ? g.secret() : g.clientId()).isEqualTo("one");
        });
    }

    @Test
    void variables_ofASlotOfItsOwn() {
        var given =
                read(Map.of(), Map.of("PREFLIGHT_KEYS__MINE__EXCHANGE", "kraken", "PREFLIGHT_KEYS__MINE__KEY", "k"));

        assertThat(given).singleElement().satisfies(g -> {
            assertThat(g.slot()).isEqualTo("mine");
            assertThat(g.exchange()).isEqualTo("kraken");
            assertThat(g.key()).isEqualTo("k");
        });
    }

    @Test
    void expression_isTakenAsItStands() {
        assertThat(read(Map.of("preflight.keys.a.secret", "x${HOME}\\${y}"), Map.of())
                        .get(0)
                        .secret())
                .isEqualTo("x${HOME}\\${y}");
    }

    @Test
    void files_readEachTime_oneFinalNewlineDropped() throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "first\n");
        var keys = keys(Map.of("preflight.keys.a.secret-file", file.toString()), Map.of());
        assertThat(keys.read(Set.of()).get(0).secret()).isEqualTo("first");

        Files.writeString(file, "second\n\n");
        assertThat(keys.read(Set.of()).get(0).secret()).isEqualTo("second\n");
    }

    @Test
    void fileThatIsNotThere_namesTheSetting() {
        var given = read(
                Map.of("preflight.keys.a.secret-file", folder.resolve("nowhere").toString()), Map.of());

        assertThat(given.get(0).problem()).isEqualTo("preflight.keys.\"a\".secret-file");
    }

    @Test
    void roleAndTestnet_thatAreNone_nameTheSetting() {
        assertThat(read(Map.of("preflight.keys.a.role", "boss"), Map.of())
                        .get(0)
                        .problem())
                .isEqualTo("preflight.keys.\"a\".role");
        assertThat(read(Map.of("preflight.keys.a.testnet", "maybe"), Map.of())
                        .get(0)
                        .problem())
                .isEqualTo("preflight.keys.\"a\".testnet");
        assertThat(read(Map.of("preflight.keys.a.role", "master"), Map.of())
                        .get(0)
                        .role())
                .isEqualTo(Role.MASTER);
    }

    @Test
    void text_holdsNoSecret() {
        assertThat(read(Map.of("preflight.keys.a.secret", "marker"), Map.of()).toString())
                .doesNotContain("marker");
    }

    private static List<Given> read(Map<String, String> properties, Map<String, String> variables) {
        return keys(properties, variables).read(Set.of("bitget#2", "binance"));
    }

    private static GivenKeys keys(Map<String, String> properties, Map<String, String> variables) {
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "test", 500), new EnvConfigSource(variables, 300))
                .build();
        return new GivenKeys(new ExactNames(config));
    }
}
