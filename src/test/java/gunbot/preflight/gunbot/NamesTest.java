package gunbot.preflight.gunbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void shown_ordinaryName_staysAsItIs() {
        for (var name : List.of("bitget#2", "mi cuenta ñ", "口座", "x".repeat(64))) {
            assertThat(Names.shown(name)).isEqualTo(name);
        }
    }

    @Test
    void shown_namesThatCannotBeShown_stayDifferent() {
        var shown = List.of(
                        "",
                        " ",
                        "a\u202eb",
                        "a\u200bb",
                        "a\nb",
                        "a\rb",
                        "\ud800",
                        "\ud801",
                        "x".repeat(65),
                        "x".repeat(66))
                .stream()
                .map(Names::shown)
                .toList();

        assertThat(shown)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.length() <= Names.MOST)
                .noneMatch(name -> name.chars()
                        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT));
        assertThat(Names.shown("a\nb")).startsWith("a\ufffdb~").isEqualTo(Names.shown("a\nb"));
    }

    @Test
    void shown_cut_keepsSurrogatePairsWhole() {
        var shown = Names.shown("\ud83d\ude00".repeat(70));

        assertThat(shown.codePointCount(0, shown.length())).isEqualTo(Names.MOST);
        assertThat(shown.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
