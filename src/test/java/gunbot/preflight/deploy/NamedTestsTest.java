package gunbot.preflight.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documents name as the proof of a statement is there. */
class NamedTestsTest {
    private static final Pattern NAMED = Pattern.compile("`([a-z/]+/[A-Z]\\w+)(?:\\.([a-z]\\w+))?`");
    private static final Pattern SCRIPT = Pattern.compile("`(scripts/[a-z-]+(\\.properties)?)");
    private static final List<Path> ROOTS = List.of(
            Path.of("src", "test", "java", "gunbot", "preflight"),
            Path.of("src", "main", "java", "gunbot", "preflight"));

    @ParameterizedTest
    @CsvSource({"SECURITY.md, 30", "docs/docker.md, 3", "docs/kubernetes.md, 3"})
    void everyTestNamed_isThere(String document, int atLeast) throws IOException {
        var named = NAMED.matcher(Files.readString(Path.of(document))).results().toList();

        assertThat(named).hasSizeGreaterThanOrEqualTo(atLeast).allSatisfy(name -> {
            var file = ROOTS.stream()
                    .map(root -> root.resolve(name.group(1) + ".java"))
                    .filter(Files::exists)
                    .findFirst();
            assertThat(file).as(name.group()).isPresent();
            if (name.group(2) != null) {
                assertThat(file.get()).as(name.group()).content().contains("void " + name.group(2) + "(");
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"SECURITY.md", "README.md", "README.es.md", "docs/docker.md", "docs/kubernetes.md"})
    void everyScriptNamed_isThere(String document) throws IOException {
        assertThat(SCRIPT.matcher(Files.readString(Path.of(document))).results())
                .isNotEmpty()
                .allSatisfy(name -> {
                    var file = Path.of(name.group(1));
                    assertThat(file).isRegularFile();
                    assertThat(Files.isExecutable(file))
                            .isEqualTo(!name.group(1).endsWith(".properties"));
                });
    }
}
