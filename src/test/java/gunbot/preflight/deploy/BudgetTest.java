package gunbot.preflight.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts that look at the native executable after its build, tried on a file of 1,000 bytes. */
class BudgetTest {
    private static final String LOG =
            """
            [8/8] Creating image...
              21.14MB (34.37%) for code area:    54,413 compilation units
            Top 10 origins of code area:            Top 10 object types in image heap:
               8.54MB java.base                        7.85MB byte[] for code metadata
               4.44MB for 113 more packages            7.02MB for 4306 more object types
            Finished generating 'preflight'
            """;

    @TempDir
    Path folder;

    private record Ended(int code, String said) {}

    @ParameterizedTest
    @CsvSource({"1000, 1000, 0", "999, 1000, 1", "1000, 9, 1"})
    void budget_aByteTooMuch_fails(int whole, int compressed, int code) throws IOException, InterruptedException {
        var ended = budget("executable.bytes=" + whole + "\ncompressed.bytes=" + compressed + "\n");

        assertThat(ended.code()).isEqualTo(code);
        assertThat(ended.said().contains("TOO LARGE")).isEqualTo(code == 1);
        assertThat(ended.said()).contains("21.14MB", "8.54MB java.base", "113 more packages");
        assertThat(ended.said()).doesNotContain("Creating image", "Finished");
    }

    @Test
    void budget_withoutANumber_fails() throws IOException, InterruptedException {
        assertThat(budget("executable.bytes=\n").code()).isEqualTo(1);
    }

    @Test
    void traces_ofTheMachine_areFound_shortWordsAreNot() throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("traces"), "\0\0jar:file:/home/builder/x.jar\0secret+value\0");

        assertThat(run("scripts/check-traces", file.toString(), "/home/other", "/")
                        .code())
                .isZero();
        assertThat(run("scripts/check-traces", file.toString(), "/home/builder").said())
                .contains("jar:file:/home/builder");
        assertThat(run("scripts/check-traces", file.toString(), "none of it", "secret+value")
                        .code())
                .isEqualTo(1);
    }

    private Ended budget(String budget) throws IOException, InterruptedException {
        var executable = Files.write(folder.resolve("executable"), new byte[1000]);
        var log = Files.writeString(folder.resolve("log"), LOG);
        var allowed = Files.writeString(folder.resolve("budget"), budget);
        return run("scripts/check-budget", executable.toString(), log.toString(), allowed.toString());
    }

    private static Ended run(String... command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        return new Ended(process.waitFor(), said);
    }
}
