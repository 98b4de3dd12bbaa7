package gunbot.preflight.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.binance.Binance;
import gunbot.preflight.keys.GivenKeys;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Source;
import gunbot.preflight.settings.ExactNames;
import gunbot.preflight.settings.Exchanges;
import gunbot.preflight.settings.OwnSecrets;
import gunbot.preflight.settings.Token;
import gunbot.preflight.testing.TestClock;
import gunbot.preflight.testing.TestSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of Gunbot's entries a key given by a variable completes. */
class InputsTest {
    private static final String ENTRY = "{\"key\": \"abcdefghijklmnop1234\", \"secret\": \"ENC:abc\"}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"PREFLIGHT_KEYS__BINANCE__SECRET", "PREFLIGHT_KEYS_BINANCE_SECRET"})
    void variable_ofAnEntryInAnotherCaseThanTheExchange_completesTheEntry(String variable) throws IOException {
        var keys = keys("{\"exchanges\": {\"Binance\": %s}}".formatted(ENTRY), variable);

        assertThat(keys).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("Binance");
            assertThat(key.source()).isEqualTo(Source.MIXED);
            assertThat(key.question().credentials().secret()).isEqualTo("a-secret-of-some-length");
        });
    }

    @Test
    void variable_writtenLikeAnEntryThatWasSetAside_completesTheOneInUse() throws IOException {
        var keys = keys(
                "{\"archivedExchanges\": {\"binance\": %s}, \"exchanges\": {\"BINANCE\": %s}}".formatted(ENTRY, ENTRY),
                "PREFLIGHT_KEYS__BINANCE__SECRET");

        assertThat(keys).filteredOn(KeyCase::checked).extracting(KeyCase::name).containsExactly("BINANCE");
    }

    @Test
    void variable_ofNoEntry_isAKeyOfTheExchange() throws IOException {
        assertThat(keys("{\"exchanges\": {}}", "PREFLIGHT_KEYS__BINANCE__SECRET"))
                .extracting(KeyCase::name, KeyCase::exchange)
                .containsExactly(tuple("binance", "binance"));
    }

    /** What an exchange says is cleaned of them too, however it may have got hold of them. */
    @Test
    void secrets_holdTheTokensAndAddressesOfOurOwnSettings() throws IOException {
        var bot = Files.writeString(folder.resolve("bot"), "123456:a-token-of-a-bot-of-Telegram\n");

        var secrets = input(
                        "{\"exchanges\": {}}",
                        Map.of(
                                "PREFLIGHT_ACCESS_TOKEN", "a-token-of-${enough}-characters",
                                "PREFLIGHT_KEYS__BINANCE__SECRET", "a-secret-of-some-length"),
                        Map.of(
                                "preflight.notify.url",
                                "https://ntfy.example/v1/a-topic-nobody-knows?auth=QmFzaWMgYWJj&x=1",
                                "preflight.notify.telegram.token-file",
                                bot.toString()))
                .secrets();

        assertThat(secrets)
                .containsExactlyInAnyOrder(
                        "a-secret-of-some-length",
                        "a-token-of-${enough}-characters",
                        "https://ntfy.example/v1/a-topic-nobody-knows?auth=QmFzaWMgYWJj&x=1",
                        "a-topic-nobody-knows",
                        "QmFzaWMgYWJj",
                        "123456:a-token-of-a-bot-of-Telegram");
    }

    private List<KeyCase> keys(String config, String variable) throws IOException {
        return input(config, Map.of(variable, "a-secret-of-some-length"), Map.of())
                .keys();
    }

    private Inputs.Input input(String config, Map<String, String> variables, Map<String, String> more)
            throws IOException {
        var file = Files.writeString(folder.resolve("config.js"), config);
        var clock = new TestClock();
        var names = new ExactNames(new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(variables, 300))
                .build());
        var catalogue = new Catalogue(List.of(new Binance()));
        var all = new HashMap<>(more);
        all.put("preflight.gunbot.config", file.toString());
        var settings = TestSettings.of(all);
        return new Inputs(
                        new GivenKeys(names),
                        catalogue,
                        new Exchanges(catalogue, names),
                        new OwnSecrets(settings, new Token(settings, names)),
                        settings,
                        clock)
                .read()
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
