package gunbot.preflight.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:40:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | 2026-12-03T08:40:00Z | 3 December 2026, in 11 days
                    es | 2026-12-03T08:40:00Z | 3 de diciembre de 2026, dentro de 11 días
                    en | 2026-11-23T09:00:00Z | 23 November 2026, tomorrow
                    en | 2026-11-23T23:59:59Z | 23 November 2026, tomorrow
                    en | 2026-11-23T00:00:00Z | 23 November 2026, tomorrow
                    en | 2026-11-24T00:00:00Z | 24 November 2026, in 2 days
                    en | 2026-11-22T23:00:00Z | 22 November 2026, today
                    en | 2026-11-22T00:00:00Z | 22 November 2026, today
                    es | 2026-11-22T23:00:00Z | 22 de noviembre de 2026, hoy
                    en | 2026-11-21T23:59:59Z | 21 November 2026, yesterday
                    es | 2026-11-21T00:00:00Z | 21 de noviembre de 2026, ayer
                    en | 2026-11-20T23:59:59Z | 20 November 2026, 2 days ago
                    en | 2026-11-19T08:00:00Z | 19 November 2026, 3 days ago
                    """)
    void end_isADateAndDays(String language, Instant end, String said) {
        assertThat(times(language).end(end, NOW)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0      | in step
                    12     | 12 ms ahead
                    -2500  | 2500 ms behind
                    65000  | 65 s ahead
                    """)
    void skew_hasADirection(long millis, String said) {
        assertThat(times("en").skew(millis)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en | 312   | 312 ms
            en | 17838 | 17.8 s
            es | 17838 | 17,8 s
            """)
    void span_hasTheUnitThatSuits(String language, long millis, String said) {
        assertThat(times(language).span(millis)).isEqualTo(said);
    }

    @Test
    void noMoment_isADash() {
        assertThat(times("en").moment(null)).isEqualTo("–");
        assertThat(times("es").moment(NOW.plus(Duration.ofSeconds(5))))
                .isEqualTo("22 de noviembre de 2026, 08:40:05 UTC");
    }

    private static Times times(String language) {
        var locale = Locale.forLanguageTag(language);
        return new Times(PageTexts.in(locale));
    }
}
