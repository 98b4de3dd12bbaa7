package gunbot.preflight.text;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private final Texts texts = Texts.in(Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyCode_hasAMessage(Code code) {
        assertThat(texts.finding(code.name(), "", "message", Map.of())).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyCodeThatHoldsTheGate_hasARemedy(Code code) {
        if (code.severity().compareTo(gunbot.preflight.facts.Severity.UNKNOWN) <= 0) {
            assertThat(texts.finding(code.name(), "", "remedy", Map.of())).isNotBlank();
        }
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
}
