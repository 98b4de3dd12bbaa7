package gunbot.preflight.api;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.guide.GuideView;
import gunbot.preflight.guide.Guides;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.testing.TestSettings;
import gunbot.preflight.text.Languages;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangesResourceTest {
    private final ExchangesResource resource = new ExchangesResource(
            new Guides(new Catalogue(AllExchanges.all())), new Languages(TestSettings.of(Map.of())));

    @ParameterizedTest
    @CsvSource({
        "   ,               , en",
        "   , es-MX;q=0.9   , es",
        "es ,               , es",
        "en , es            , en",
        "fr , es            , es",
        "fr , de            , en"
    })
    void guide_isInTheAskedLanguage(String lang, String accepted, String language) {
        try (var response = resource.guide("kraken", lang, accepted)) {
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(((GuideView) response.getEntity()).language()).isEqualTo(language);
            assertThat(response.getHeaderString("Content-Language")).isEqualTo(language);
            assertThat(response.getHeaderString("Vary")).isEqualTo("Accept-Language");
        }
    }

    @Test
    void unknownId_problemThatNamesTheList() {
        try (var response = resource.guide("mtgox", null, null)) {
            assertThat(response.getStatus()).isEqualTo(404);
            assertThat(response.getMediaType()).hasToString("application/problem+json");
            assertThat(((Problem) response.getEntity()).detail())
                    .contains("/api/v1/exchanges")
                    .doesNotContain("mtgox");
        }
    }

    @Test
    void unknownId_problemInTheAskedLanguage() {
        try (var response = resource.guide("mtgox", "es", null)) {
            assertThat(((Problem) response.getEntity()).detail())
                    .startsWith("No hay")
                    .contains("/api/v1/exchanges");
        }
    }

    @Test
    void list_hasAllOfTheCatalogue() {
        assertThat(resource.all().exchanges()).hasSameSizeAs(AllExchanges.all());
    }
}
