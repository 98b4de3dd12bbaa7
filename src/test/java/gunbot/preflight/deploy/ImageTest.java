package gunbot.preflight.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Dockerfile.native says. scripts/run-in-rootfs runs what it lays out; only a Docker engine can build it. */
class ImageTest {
    private static List<String> build;
    private static List<String> image;

    @BeforeAll
    static void read() throws IOException {
        var lines = Files.readString(Path.of("Dockerfile.native"))
                .replace("\\\n", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        var last = lines.indexOf("FROM scratch");
        build = lines.subList(0, last);
        image = lines.subList(last, lines.size());
    }

    @Test
    void image_holdsWhatTheScriptLaysOut_andRunsNothingToBuildItself() {
        assertThat(image).noneMatch(line -> line.startsWith("RUN") || line.startsWith("FROM scratch AS"));
        assertThat(image.stream().filter(line -> line.startsWith("COPY")))
                .containsExactly("COPY --from=build /code/root /", "COPY --from=build --chown=65532:65532 /code/own /");
        assertThat(build).anyMatch(line -> line.contains("scripts/assemble-root target/preflight root"));
    }

    @Test
    void image_runsAsANumber_withoutAShell() {
        assertThat(image)
                .contains("USER 65532:65532", "WORKDIR /", "ENTRYPOINT [\"/preflight\"]")
                .contains("ENV QUARKUS_MANAGEMENT_HOST=0.0.0.0")
                .noneMatch(line -> line.startsWith("CMD") || line.startsWith("SHELL") || line.contains("HTTP_HOST"));
    }

    @Test
    void image_isUnhealthyOnlyWhenARestartHelps() {
        assertThat(image)
                .filteredOn(line -> line.startsWith("HEALTHCHECK"))
                .singleElement()
                .asString()
                .endsWith("CMD [\"/preflight\", \"healthcheck\", \"live\"]");
    }

    @Test
    void image_isLabelled() {
        assertThat(String.join("\n", image))
                .contains("image.title=", "image.description=", "image.version=", "image.licenses=\"Apache-2.0\"")
                .contains("image.revision=", "image.source=");
    }

    @Test
    void build_isForEveryProcessor_andNamesItsImage() {
        assertThat(String.join("\n", build))
                .doesNotContain("x86", "amd64", "aarch64", "arm64", ":latest")
                .containsPattern("FROM \\S+/\\S+:\\S+ AS build");
    }

    @Test
    void context_isAListOfWhatIsNeeded() throws IOException {
        assertThat(Files.readAllLines(Path.of(".dockerignore")))
                .filteredOn(line -> !line.startsWith("#"))
                .containsExactly("*", "!.mvn", "!mvnw", "!pom.xml", "!src/main", "!scripts/assemble-root");
    }
}
