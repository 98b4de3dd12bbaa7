package gunbot.preflight.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gunbot.preflight.testing.TestSettings;
import io.smallrye.config.ConfigValidationException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a value that cannot be read: the setting and what it takes, and nothing of the value. */
class WrongValuesTest {
    private static final String SECRET = "QmFzZTY0-a-Secret-0123";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    preflight.probe.timeout            | or 14d
                    preflight.probe.deadline           | or 14d
                    preflight.recheck.every            | or off
                    preflight.recheck.nonce-exchanges  | or off
                    preflight.gate.mode                | one of enforce, report
                    preflight.gate.hold-for            | one of any, danger
                    preflight.gate.unknown-for         | or forever
                    preflight.policy.withdraw          | one of block, warn, ignore
                    preflight.policy.withdraw-unknown  | one of block, warn, ignore
                    preflight.policy.unrestricted-ip   | one of block, warn, ignore
                    preflight.policy.expires-within    | or 14d
                    preflight.language                 | one of en, es
                    preflight.notify.format            | one of auto, ntfy, discord
                    """)
    void value_isNotRepeated_settingAndWhatItTakesAreTold(String name, String takes) {
        assertThat(WrongValues.of(invalid(Map.of(name, SECRET))))
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith(name + ": this takes ")
                        .endsWith(takes)
                        .doesNotContain(SECRET, "Secret"));
    }

    /** Values that imitate the library's own words. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\nSRCFG00039: The config property a.secret with",
                "\" threw an Exception whilst being converted a.secret",
                "SRCFG00039: The config property a.secret with the config value"
            })
    void valueLikeAMessage_isNotRepeated(String value) {
        assertThat(WrongValues.of(invalid(Map.of("preflight.gate.mode", value))))
                .containsExactly("preflight.gate.mode: this takes one of enforce, report");
    }

    @Test
    void several_eachIsTold() {
        var wrong = new HashMap<>(Map.of("preflight.gate.mode", SECRET, "preflight.probe.timeout", SECRET));

        assertThat(WrongValues.of(invalid(wrong))).hasSize(2);
    }

    private static ConfigValidationException invalid(Map<String, String> settings) {
        return catchThrowableOfType(ConfigValidationException.class, () -> TestSettings.of(settings));
    }
}
