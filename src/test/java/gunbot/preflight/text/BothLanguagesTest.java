package gunbot.preflight.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of texts in English has its equal in Spanish. */
class BothLanguagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{[a-zA-Z]+}");
    private static final Pattern LABEL = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NOT_STRAIGHT = Pattern.compile("[“”«»„]");
    private static final Pattern SPOILT = Pattern.compile("[\uFFFDÃÂ]");

    /** Other words for what has its word here, and forms of address that only a part of our readers uses. */
    private static final Pattern NOT_OUR_SPANISH = Pattern.compile(
            "\\b(retiros?|ficheros?|ordenador(es)?|computador(as?|es)|vosotros|vuestr[oa]s?|vos|tú|tus?)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Texts that are the same in both languages by right, as file and name: {@code findings:scope.EARN}. */
    private static final Set<String> THE_SAME = Set.of(
            "page:credentials.CONFIG",
            "page:language.en",
            "page:language.es",
            "page:market.spot",
            "page:market.swap",
            "page:product",
            "page:right.EARN");

    static Stream<TextFile> english() {
        return TextFile.english();
    }

    @ParameterizedTest
    @MethodSource("english")
    void spanish_hasTheSameTexts(TextFile english) {
        var spanish = english.spanish().texts().keySet();
        var onlyEnglish = new TreeSet<>(english.texts().keySet());
        onlyEnglish.removeAll(spanish);
        var onlySpanish = new TreeSet<>(spanish);
        onlySpanish.removeAll(english.texts().keySet());

        assertThat(onlyEnglish).as("not in Spanish").isEmpty();
        assertThat(onlySpanish).as("not in English").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("english")
    void noText_isThereTwiceOrEmpty(TextFile english) {
        for (var file : Set.of(english, english.spanish())) {
            assertThat(file.texts()).isNotEmpty();
            assertThat(file.repeated()).as("twice in " + file).isEmpty();
            assertThat(named(file, String::isBlank)).as("empty in " + file).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("english")
    void spanish_hasTheSamePlaces(TextFile english) {
        assertThat(differing(english, (one, other) -> all(PLACE, one).equals(all(PLACE, other))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("english")
    void spanish_hasTheExchangesOwnLabels(TextFile english) {
        assertThat(differing(english, (one, other) -> all(LABEL, one).equals(all(LABEL, other))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("english")
    void spanish_isTranslated(TextFile english) {
        var untranslated = differing(english, (one, other) -> !one.equals(other) || wordless(one));
        untranslated.keySet().removeIf(name -> THE_SAME.contains(english + ":" + name));

        assertThat(untranslated).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("english")
    void spanish_hasOneWordForOneThingAndSpeaksToEverybody(TextFile english) {
        assertThat(named(english.spanish(), text -> NOT_OUR_SPANISH
                        .matcher(LABEL.matcher(text).replaceAll(""))
                        .find()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("english")
    void quotationMarks_areStraightAndInPairs_andLettersAreWhole(TextFile english) {
        for (var file : Set.of(english, english.spanish())) {
            assertThat(named(file, text -> text.chars().filter(c -> c == '"').count() % 2 != 0))
                    .isEmpty();
            assertThat(named(file, text -> NOT_STRAIGHT.matcher(text).find())).isEmpty();
            assertThat(named(file, text -> SPOILT.matcher(text).find())).isEmpty();
        }
    }

    /** Nothing but places, labels and signs. */
    private static boolean wordless(String text) {
        return PLACE.matcher(LABEL.matcher(text).replaceAll(""))
                .replaceAll("")
                .chars()
                .noneMatch(Character::isLetter);
    }

    /** The Spanish texts that do not go with the English ones. */
    private static TreeMap<String, String> differing(TextFile english, BiPredicate<String, String> together) {
        var differing = new TreeMap<>(english.spanish().texts());
        differing
                .entrySet()
                .removeIf(spanish -> !english.texts().containsKey(spanish.getKey())
                        || together.test(english.texts().get(spanish.getKey()), spanish.getValue()));
        return differing;
    }

    private static TreeMap<String, String> named(TextFile file, java.util.function.Predicate<String> wrong) {
        var named = new TreeMap<>(file.texts());
        named.values().removeIf(text -> !wrong.test(text));
        return named;
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
