package gunbot.preflight.guide;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Listing.Credential;
import gunbot.preflight.testing.AllExchanges;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of the guides as they stand in their files: two languages that say the same of the same boxes. */
class GuideTextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[^{}]*}");
    private static final Pattern NUMBERED =
            Pattern.compile("((?:older\\.)?(?:master\\.)?step|trap|removal|after)\\.(\\d+)(\\.off)?");

    static Stream<String> bundles() {
        return Stream.concat(
                Stream.of(GuideTexts.COMMON),
                AllExchanges.all().stream()
                        .map(exchange -> GuideTexts.bundle(exchange.listing().id())));
    }

    static List<Exchange> exchanges() {
        return AllExchanges.all();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguages_haveTheSameTextsWithTheSamePlaces(String bundle) {
        var english = read(bundle, "");
        var spanish = read(bundle, "_es");

        assertThat(new TreeSet<>(spanish.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(english.stringPropertyNames()))
                .isNotEmpty();
        assertThat(english.stringPropertyNames()).allSatisfy(name -> {
            assertThat(english.getProperty(name)).isNotBlank();
            assertThat(spanish.getProperty(name)).isNotBlank().isNotEqualTo(english.getProperty(name));
            assertThat(places(spanish.getProperty(name))).isEqualTo(places(english.getProperty(name)));
            assertThat(places(english.getProperty(name))).allMatch(place -> place.matches("\\{[a-z]+(:[^{}]+)?}"));
            assertThat(english.getProperty(name)
                            .chars()
                            .filter(c -> c == '{' || c == '}')
                            .count())
                    .as("no stray brace in " + name)
                    .isEqualTo(2L * places(english.getProperty(name)).size());
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void listedTexts_areNumberedWithoutAGap(String bundle) {
        var names = read(bundle, "").stringPropertyNames();
        var lists = names.stream()
                .map(NUMBERED::matcher)
                .filter(java.util.regex.Matcher::matches)
                .collect(Collectors.groupingBy(
                        name -> name.group(1),
                        Collectors.mapping(
                                name -> Integer.parseInt(name.group(2)), Collectors.toCollection(TreeSet::new))));

        assertThat(lists).allSatisfy((list, numbers) -> {
            assertThat(numbers.first()).isEqualTo(1);
            assertThat(numbers.last()).isEqualTo(numbers.size());
        });
        assertThat(names.stream().filter(name -> name.matches(".*\\d.*")).filter(name -> !NUMBERED.matcher(name)
                        .matches()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void noText_writesABoxesLabelByItself(Exchange exchange) {
        var bundle = GuideTexts.bundle(exchange.listing().id());

        for (var language : List.of("", "_es")) {
            read(bundle, language)
                    .forEach((name, text) -> assertThat(exchange.listing().boxes())
                            .as(name + language)
                            .noneMatch(box -> ((String) text).contains('"' + box.label() + '"')));
        }
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void notesAndLabels_areOfBoxesOfTheCatalogue(Exchange exchange) {
        var english = read(GuideTexts.bundle(exchange.listing().id()), "");

        assertThat(english.stringPropertyNames())
                .filteredOn(name -> name.matches("(note|label)\\..+"))
                .allSatisfy(name -> {
                    var box = exchange.listing().box(name.substring(name.indexOf('.') + 1));
                    assertThat(box).as(name).isPresent();
                    if (name.startsWith("label.")) {
                        assertThat(box.get().print()).isNotEqualTo(Box.Print.PRINTED);
                        assertThat(english.getProperty(name))
                                .isEqualTo(box.get().label());
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void fieldsBesideKeyAndSecret_areThoseOfTheCatalogue(Exchange exchange) {
        var names = read(GuideTexts.bundle(exchange.listing().id()), "").stringPropertyNames();
        var credentials = exchange.listing().credentials();

        assertThat(names.contains("field.passphrase")).isEqualTo(credentials.contains(Credential.PASSPHRASE));
        if (credentials.contains(Credential.CLIENT_ID)) { // CEX.IO has one that only some of its keys need
            assertThat(names).contains("field.clientId");
        }
        assertThat(names.stream().filter(name -> name.startsWith("field.")))
                .allMatch(name -> Set.of("key", "secret", "masterkey", "mastersecret", "passphrase", "clientId")
                        .contains(name.substring("field.".length())));
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void stepsThatSayWhatToLeaveOff_sayItInTheirFirstWord(Exchange exchange) {
        for (var bundle :
                List.of(GuideTexts.COMMON, GuideTexts.bundle(exchange.listing().id()))) {
            for (var language : Map.of("", "Leave ", "_es", "Deje ").entrySet()) {
                read(bundle, language.getKey()).forEach((name, text) -> {
                    if (((String) name).endsWith(GuideTexts.OFF)) {
                        assertThat((String) text).startsWith(language.getValue());
                    }
                    if (((String) text).matches(".*\\{(forbidden|withdraw)}.*")) {
                        assertThat((String) name).endsWith(GuideTexts.OFF);
                    }
                });
            }
        }
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group())
                .sorted()
                .toList();
    }

    private static Properties read(String bundle, String language) {
        var path = "/" + bundle.replace('.', '/') + language + ".properties";
        var texts = new Properties();
        try (var in = GuideTextsTest.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }
}
