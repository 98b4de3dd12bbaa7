package gunbot.preflight.settings;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.testing.TestSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    private static final String TOKEN = "a-token-of-enough-characters";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                TOKEN,
                "${HOME}-and-what-comes-after-it",
                "${nothing.of.this.name}-and-what-comes-after-it",
                "an-open-brace-${and-nothing-to-close-it",
                "back\\slash-and\\\\two-and-${a:default}",
                "commas,and-\\,escaped,commas,in-it"
            })
    void token_isTakenAsItStands(String text) {
        var property = token(Map.of("preflight.access.token", text), Map.of());
        var variable = token(Map.of(), Map.of("PREFLIGHT_ACCESS_TOKEN", text));

        assertThat(property.is(text)).isTrue();
        assertThat(variable.is(text)).isTrue();
        assertThat(property.problem()).isEmpty();
        assertThat(property.is(text + " ")).isFalse();
    }

    @Test
    void file_goesBefore_oneFinalNewlineDropped() throws IOException {
        var file = Files.writeString(folder.resolve("token"), "${HOME}-a-token-in-a-file\n");
        var token = token(
                Map.of("preflight.access.token", TOKEN, "preflight.access.token-file", file.toString()), Map.of());

        assertThat(token.is("${HOME}-a-token-in-a-file")).isTrue();
        assertThat(token.is(TOKEN)).isFalse();
    }

    @Test
    void none_isNotSet_andNothingIsIt() {
        var token = token(Map.of("preflight.access.token", ""), Map.of());

        assertThat(token.isSet()).isFalse();
        assertThat(token.problem()).isEmpty();
        assertThat(token.is("")).isFalse();
    }

    @Test
    void shortOne_isAProblem_thatDoesNotShowIt() {
        var token = token(Map.of("preflight.access.token", "short"), Map.of());

        assertThat(token.problem()).hasValueSatisfying(text -> assertThat(text)
                .contains("preflight.access.token", "24 characters")
                .doesNotContain("short"));
    }

    private static Token token(Map<String, String> properties, Map<String, String> variables) {
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "test", 500), new EnvConfigSource(variables, 300))
                .build();
        return new Token(TestSettings.of(properties), new ExactNames(config));
    }
}
