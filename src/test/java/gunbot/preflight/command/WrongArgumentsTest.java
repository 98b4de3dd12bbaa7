package gunbot.preflight.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is said of arguments that are none: enough to mend them, and nothing of what they hold. */
class WrongArgumentsTest {
    private static final String SECRET = "QmFzZTY0-a-Secret-0123";

    private final StringWriter said = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "-%s",
                "--%s",
                "--%s=x",
                "--token=%s",
                "check %s",
                "check --%s",
                "check --secret=%s",
                "check --secret %s",
                "check --format %s",
                "check --format=%s",
                "check --lang=%s",
                "check --lang es --lang %s",
                "check --format json %s %s",
                "check --config a --config %s",
                "check --exit-zero-on-warning=%s",
                "check --help=%s",
                "check -k%s",
                "gate %s",
                "gate open %s",
                "gate open --token=%s",
                "gate %s open",
                "healthcheck %s",
                "healthcheck ready %s",
                "wait --key=%s",
                "wait %s"
            })
    void secret_isNotRepeated(String line) {
        assertThat(exitCode(line.replace("%s", SECRET))).isEqualTo(64);
        assertThat(said.toString()).isNotBlank().doesNotContain(SECRET, "Secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    check --format=xml    | --format needs one of table, json.
                    check --lang=fr       | --lang needs one of en, es.
                    check --config        | --config needs one value.
                    check --formt=json    | Argument 2 is not understood.
                    check --formt=json    | --format
                    check more            | Argument 2 is not understood.
                    chek                  | Argument 1 is not understood.
                    chek                  | check
                    healthcheck starting  | PROBE needs one of live, started, ready.
                    gate                  | The command line is not complete.
                    """)
    void wrongArgument_whatIsRightIsSaid(String line, String words) {
        assertThat(exitCode(line)).isEqualTo(64);
        assertThat(said.toString()).contains(words);
    }

    @Test
    void argumentThatNamesAFile_isNotReplacedByWhatItHolds() {
        assertThat(exitCode("check @pom.xml")).isEqualTo(64);
        assertThat(said.toString()).contains("Argument 2 is not understood");
    }

    private int exitCode(String line) {
        var err = new PrintWriter(said, true);
        return Main.understanding(new CommandLine(new Preflight(null, null, null, null, "", 0), new Bare()))
                .setErr(err)
                .setOut(err)
                .execute(line.split(" "));
    }

    /** Makes commands that know nobody, since none of them is to run. */
    private static final class Bare implements CommandLine.IFactory {
        private final CommandLine.IFactory usual = CommandLine.defaultFactory();

        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == CheckCommand.class) {
                return type.cast(new CheckCommand(null, null, null, null, null, null));
            }
            if (type == WaitCommand.class) {
                return type.cast(new WaitCommand(null, null));
            }
            if (type == GateOpenCommand.class) {
                return type.cast(new GateOpenCommand(null, null, "", 0));
            }
            if (type == HealthcheckCommand.class) {
                return type.cast(new HealthcheckCommand(null, "", 0));
            }
            return usual.create(type);
        }
    }
}
