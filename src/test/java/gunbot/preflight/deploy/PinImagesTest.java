package gunbot.preflight.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts/pin-images makes of a file, with a crane that knows one image in the place of a registry. */
class PinImagesTest {
    private static final String OLD = "@sha256:" + "0".repeat(64);
    private static final String NEW = "@sha256:" + "1".repeat(64);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void put() throws IOException {
        file = folder.resolve("Dockerfile");
        for (var name : new String[] {"docker", "skopeo"}) {
            executable(name, "exit 1");
        }
        executable("crane", "[ \"$2\" = quay.example/builder:jdk-25 ] && echo sha256:%s".formatted("1".repeat(64)));
    }

    @Test
    void tag_keptAndDigestAdded_allElseAsItWas() throws IOException {
        Files.writeString(file, from(""));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(run(file.toString())).isZero();

        assertThat(file).hasContent(from(NEW));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void digest_replacedByTheOneOfToday() throws IOException {
        Files.writeString(file, from(OLD));

        assertThat(run(file.toString())).isZero();

        assertThat(file).hasContent(from(NEW));
    }

    @Test
    void imageThatNobodyKnows_fileAsItWas() throws IOException {
        Files.writeString(file, "FROM quay.example/another:1 AS build\n");

        assertThat(run(file.toString())).isNotZero();

        assertThat(file).hasContent("FROM quay.example/another:1 AS build\n");
    }

    @Test
    void check_asksNobody_andTellsWhatIsNotPinned() throws IOException {
        executable("crane", "touch '" + folder.resolve("asked") + "'");
        Files.writeString(file, from(OLD));
        assertThat(run("--check", file.toString())).isZero();

        Files.writeString(file, from(""));
        assertThat(run("--check", file.toString())).isEqualTo(1);
        assertThat(folder.resolve("out")).content().contains("quay.example/builder:jdk-25 is NOT pinned");
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    /** The script must go on finding what the file names; whether it is pinned is for whoever builds to decide. */
    @Test
    void check_findsTheBuilderOfOurOwnImage() throws IOException {
        run("--check", "Dockerfile.native");

        assertThat(folder.resolve("out")).content().contains("Dockerfile.native: quay.io/quarkus/");
    }

    private static String from(String digest) {
        return """
                # FROM quay.example/builder:jdk-25 is what it is built in
                FROM quay.example/builder:jdk-25%s AS build
                RUN true
                FROM scratch
                COPY --from=build /a /
                """
                .formatted(digest);
    }

    private void executable(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private int run(String... args) throws IOException {
        var command = new ArrayList<>(List.of("sh", "scripts/pin-images"));
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().merge("PATH", folder + ":", (path, ours) -> ours + path);
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
