package gunbot.preflight.text;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    /** What {@code Wording} fills in from the key that a finding is about, and what findings bring along themselves. */
    private static final Set<String> OF_THE_KEY = Set.of("name", "exchange", "page", "url");

    private static final Set<String> OF_FINDINGS = Set.of(
            "address",
            "before",
            "box",
            "boxes",
            "byte",
            "causes",
            "column",
            "count",
            "date",
            "days",
            "direction",
            "endBefore",
            "endNow",
            "entries",
            "field",
            "fields",
            "file",
            "found",
            "from",
            "line",
            "market",
            "mode",
            "more",
            "name",
            "origin",
            "others",
            "owner",
            "scope",
            "seen",
            "skew",
            "slot",
            "to",
            "type",
            "used",
            "user");

    /** Codes of findings that are about no key of an exchange that we know. */
    private static final Pattern WITHOUT_KEY =
            Pattern.compile("(CONFIG_|GATE_|NO_KEYS|ENTRY_ORPHAN|EXCHANGE_UNSUPPORTED).*");

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern OF_A_CODE = Pattern.compile("([A-Z][A-Z_]+)\\..*");

    private final Texts texts = Texts.in(Locale.ENGLISH);

    static Stream<TextFile> bothLanguages() {
        return Stream.of(TextFile.findings(), TextFile.findings().spanish());
    }

    @ParameterizedTest
    @MethodSource("bothLanguages")
    void everyCode_hasAMessage(TextFile file) {
        assertThat(Code.values()).allSatisfy(code -> assertThat(file.texts()).containsKey(code + ".message"));
    }

    @ParameterizedTest
    @MethodSource("bothLanguages")
    void everyCodeThatSomebodyMustActOn_hasARemedy(TextFile file) {
        assertThat(Arrays.stream(Code.values()).filter(code -> code.severity() != Severity.INFO))
                .allSatisfy(code -> assertThat(file.texts()).containsKey(code + ".remedy"));
    }

    @ParameterizedTest
    @MethodSource("bothLanguages")
    void everyTextOfACode_isOfACodeThatThereIs(TextFile file) {
        var codes = Arrays.stream(Code.values()).map(Code::name).collect(Collectors.toSet());

        assertThat(file.texts().keySet().stream().filter(name -> {
                    var code = OF_A_CODE.matcher(name);
                    return code.matches() && (!codes.contains(code.group(1)) || !name.matches(".*\\.(message|remedy)"));
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bothLanguages")
    void everyPlaceOfAFinding_isFilled(TextFile file) {
        var unfilled = new TreeMap<>(file.texts());
        unfilled.entrySet()
                .removeIf(text -> !OF_A_CODE.matcher(text.getKey()).matches()
                        || PLACE.matcher(text.getValue())
                                .results()
                                .map(place -> place.group(1))
                                .allMatch(place -> OF_FINDINGS.contains(place)
                                        || (OF_THE_KEY.contains(place)
                                                && !WITHOUT_KEY
                                                        .matcher(text.getKey())
                                                        .matches())));

        assertThat(unfilled).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyCode_speaksSpanish(Code code) {
        var spanish = Texts.in(Languages.SPANISH);

        assertThat(spanish.get(code + ".message")).isNotEqualTo(texts.get(code + ".message"));
    }

    @Test
    void everyWordThatFacesShow_isThere() {
        for (var verdict : Verdict.values()) {
            assertThat(texts.get("verdict." + verdict)).isNotBlank();
        }
        for (var state : State.values()) {
            assertThat(texts.get("state." + state)).isNotBlank();
        }
        for (var role : Role.values()) {
            assertThat(texts.get("role." + role)).isNotBlank();
        }
        for (var scope : Scope.values()) {
            assertThat(texts.get("scope." + scope)).isNotBlank();
        }
    }

    @Test
    void places_takeTheirValues_andValuesAreNotRead() {
        var text = texts.finding("READ_OFF", "", "message", Map.of("boxes", "\"{exchange} $1 \\\""));

        assertThat(text).contains("\"{exchange} $1 \\\"");
    }

    @Test
    void moreSpecialText_goesBefore_andPartByPart() {
        assertThat(texts.finding("EXPIRED", "binance", "message", Map.of())).contains("unticks");
        assertThat(texts.finding("EXPIRED", "nowhere", "message", Map.of()))
                .isEqualTo(texts.finding("EXPIRED", "", "message", Map.of()));
    }

    @Test
    void languageOfTexts_isWhatWasFound() {
        assertThat(Texts.in(Languages.ENGLISH).locale()).isEqualTo(Languages.ENGLISH);
        assertThat(Texts.in(Languages.SPANISH).locale()).isEqualTo(Languages.SPANISH);
        assertThat(Texts.in(Locale.forLanguageTag("es-MX")).locale()).isEqualTo(Languages.SPANISH);
        assertThat(Texts.in(Locale.FRENCH).locale()).isEqualTo(Languages.ENGLISH);
    }

    @Test
    void spanishLetters_areWhole() {
        assertThat(Texts.in(Languages.SPANISH).get("verdict.ATTENTION")).isEqualTo("ATENCIÓN");
    }
}
