package gunbot.preflight.page;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.keys.Source;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");

    @Test
    void bothLanguages_haveTheSameTexts_withTheSamePlaces() throws IOException {
        var english = load("page.properties");
        var spanish = load("page_es.properties");

        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var name : english.stringPropertyNames()) {
            assertThat(places(spanish.getProperty(name))).as(name).isEqualTo(places(english.getProperty(name)));
            assertThat(spanish.getProperty(name)).as(name).isNotBlank();
        }
    }

    @Test
    void everyWordThatAPageMayShow_isThere() {
        var names = new ArrayList<String>();
        List.of(Verdict.values()).forEach(v -> names.addAll(List.of("verdict." + v, "status." + v)));
        List.of(State.values()).forEach(s -> names.addAll(List.of("state." + s, "binding." + s)));
        List.of(Scope.values()).forEach(s -> names.add("right." + s));
        List.of(Evidence.values()).forEach(e -> names.add("evidence." + e));
        List.of(Expiry.Kind.values()).forEach(e -> names.add("expiry." + e));
        List.of(Market.values()).forEach(m -> names.add("market." + m.word()));
        List.of(Role.values()).forEach(r -> names.add("role." + r));
        List.of(Severity.values()).forEach(s -> names.add("severity." + s));
        List.of(Source.values()).forEach(s -> names.add("credentials." + s));
        List.of(SourceState.values()).forEach(s -> names.add("source." + s));
        List.of(Expectation.values()).forEach(e -> names.addAll(List.of("expected." + e, "box." + e)));
        var texts = PageTexts.in(Locale.ENGLISH);

        assertThat(names).allMatch(name -> texts.find(name).isPresent());
    }

    private static TreeSet<String> places(String text) {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group()));
        return places;
    }

    private static Properties load(String file) throws IOException {
        var properties = new Properties();
        try (var in = PageTextsTest.class.getResourceAsStream("/texts/" + file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
