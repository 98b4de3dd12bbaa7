package gunbot.preflight.text;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.testing.TestSettings;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # configured | ?lang | Accept-Language | chosen
            en |       |                             | en
            es |       |                             | es
            en | es    |                             | es
            es | en    |                             | en
            en | es    | en                          | es
            en | ES    |                             | es
            en | es-MX |                             | es
            en | xx    | es                          | es
            en | xx    |                             | en
            es | ''    |                             | es
            en | &%$   | es                          | es
            en |       | es                          | es
            en |       | es-MX                       | es
            en |       | es-419,es;q=0.9,en;q=0.8    | es
            es |       | en-GB                       | en
            en |       | en;q=0.3, es;q=0.7          | es
            en |       | es;q=0.3, en;q=0.7          | en
            es |       | es;q=0, en;q=0.1            | en
            en |       | ca, es;q=0.8, en;q=0.5      | es
            en |       | fr, de;q=0.5                | en
            es |       | fr, de;q=0.5                | es
            es |       | *                           | es
            es |       | fr, *;q=0.5                 | es
            en |       | est                         | en
            es |       | ;;;q=9                      | es
            es |       | en;q=abc                    | es
            en |       | -                           | en
            """)
    void request_getsTheLanguageItAsksFor(String configured, String lang, String header, String chosen) {
        assertThat(languages(configured).of(lang, header)).isEqualTo(Locale.forLanguageTag(chosen));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # configured | --lang | LC_ALL | LC_MESSAGES | LANG | chosen
            en |    |             |             |             | en
            es |    |             |             |             | es
            en | es | en_US.UTF-8 |             | en_US.UTF-8 | es
            es | en |             |             | es_ES.UTF-8 | en
            en |    |             |             | es_ES.UTF-8 | es
            en |    |             |             | es_MX       | es
            en |    |             |             | es          | es
            en |    |             |             | es_ES@euro  | es
            es |    |             |             | en_GB.UTF-8 | en
            en |    |             | es_AR.UTF-8 | en_US.UTF-8 | es
            en |    | es_CO.UTF-8 | en_US.UTF-8 | en_US.UTF-8 | es
            en |    | ''          | ''          | es_ES.UTF-8 | es
            es |    |             |             | C           | es
            es |    |             |             | POSIX       | es
            es |    |             |             | C.UTF-8     | es
            en |    | C           |             | es_ES.UTF-8 | en
            en |    | de_DE.UTF-8 |             | es_ES.UTF-8 | en
            en |    |             |             | .UTF-8      | en
            """)
    void command_getsTheLanguageOfTheTerminal(
            String configured, String option, String all, String messages, String lang, String chosen) {
        var environment = new TreeMap<String, String>();
        put(environment, "LC_ALL", all);
        put(environment, "LC_MESSAGES", messages);
        put(environment, "LANG", lang);

        assertThat(languages(configured).ofTerminal(option, environment)).isEqualTo(Locale.forLanguageTag(chosen));
    }

    @Test
    void endlessHeader_isNotRead() {
        assertThat(languages("en").of(null, "es," + "fr,".repeat(200))).isEqualTo(Languages.ENGLISH);
    }

    @Test
    void nobodyAsks_configuredLanguage() {
        assertThat(languages("es").configured()).isEqualTo(Languages.SPANISH);
        assertThat(languages("en").configured()).isEqualTo(Languages.ENGLISH);
    }

    private static Languages languages(String configured) {
        return new Languages(TestSettings.of(Map.of("preflight.language", configured)));
    }

    private static void put(Map<String, String> environment, String name, String value) {
        if (value != null) {
            environment.put(name, value);
        }
    }
}
