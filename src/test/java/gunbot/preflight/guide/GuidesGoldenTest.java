package gunbot.preflight.guide;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.guide.GuideView.BoxView;
import gunbot.preflight.guide.GuideView.KeyGuide;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.text.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every guide as plain text, for a person to read. {@code -Dgolden.update=true} writes them anew; what is then shown as
 * changed is to be read by somebody who speaks the language.
 */
class GuidesGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/guides");
    private static final Guides GUIDES = new Guides(new Catalogue(AllExchanges.all()));

    static Stream<Arguments> guides() {
        return GUIDES.all().stream()
                .flatMap(line -> Languages.ALL.stream().map(language -> Arguments.of(line.id(), language)));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void guide_isThatOfItsGoldenFile(String id, Locale language) throws IOException {
        var file = FOLDER.resolve(id + "." + language.getLanguage() + ".txt");
        var now = text(GUIDES.of(id, language).orElseThrow());
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, now);
        }

        assertThat(now).isEqualTo(Files.readString(file));
    }

    @Test
    void goldenFiles_areNoMoreThanThereAreGuides() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            return; // they may not be there yet
        }
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(guides().map(Arguments::get)
                            .map(guide -> guide[0] + "." + ((Locale) guide[1]).getLanguage() + ".txt")
                            .toList());
        }
    }

    private static String text(GuideView guide) {
        return Stream.of(
                        List.of(
                                "# " + guide.title() + " (" + guide.id() + ", " + guide.language() + ")",
                                guide.state()
                                        + (guide.since() == null ? "" : " since " + guide.since())
                                        + (guide.supported() ? "" : ", not supported")
                                        + (guide.listedByGunbot() ? "" : ", not listed by Gunbot"),
                                guide.standing(),
                                "Gunbot: " + String.join(", ", guide.gunbotNames()) + "; "
                                        + String.join(", ", guide.markets()),
                                "Page: " + guide.keyPageName() + " " + guide.keyPage()),
                        guide.keys().stream().map(GuidesGoldenTest::text).toList(),
                        numbered("## Afterwards", guide.afterwards()),
                        guide.fields().stream()
                                .map(field -> field.name() + (field.required() ? "*" : "") + ": " + field.text())
                                .toList(),
                        List.of(
                                "",
                                "Address: " + guide.address(),
                                "Expiry: " + guide.expiry(),
                                "Editing (" + guide.rightsCanBeEdited() + "): " + guide.editing()),
                        numbered("## Traps", guide.traps()),
                        numbered("## Removal", guide.removal()))
                .flatMap(List::stream)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String text(KeyGuide key) {
        return Stream.of(
                        List.of(
                                "",
                                "## " + key.title() + " [" + key.role() + " " + String.join(", ", key.markets()) + "]"),
                        key.note().isEmpty() ? List.<String>of() : List.of(key.note()),
                        key.boxes().stream().map(GuidesGoldenTest::text).toList(),
                        numbered("", key.steps()))
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
    }

    private static String text(BoxView box) {
        return "  %-9s %s%s%s [%s: %s]%s"
                .formatted(
                        box.expectation(),
                        box.label(),
                        box.formerly().isEmpty() ? "" : " (" + box.formerly() + ")",
                        box.print() == gunbot.preflight.exchange.Box.Print.PRINTED ? "" : " <" + box.print() + ">",
                        box.id(),
                        box.right(),
                        box.note().isEmpty() ? "" : " " + box.note());
    }

    private static List<String> numbered(String heading, List<String> steps) {
        if (steps.isEmpty()) {
            return List.of();
        }
        var lines = new java.util.ArrayList<>(heading.isEmpty() ? List.<String>of() : List.of("", heading));
        for (var step : steps) {
            lines.add((lines.size() + (heading.isEmpty() ? 1 : -1)) + ". " + step);
        }
        return lines;
    }
}
