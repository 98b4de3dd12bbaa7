package gunbot.preflight.testing;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Prometheus' own tool, of Debian's package "prometheus". Where it is missing a test fails, unless -Dpromtool.skip=true. */
public final class Promtool {
    private Promtool() {}

    /** How it ended; its output and complaints together. */
    public record Ended(int exitCode, String output) {}

    /** @param input what it reads */
    public static Ended run(String input, String... args) {
        assumeFalse(Boolean.getBoolean("promtool.skip"), "left out by -Dpromtool.skip=true");
        var command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(args));
        try {
            var in = Files.createTempFile("promtool", ".in");
            var out = Files.createTempFile("promtool", ".out");
            try {
                Files.writeString(in, input);
                var process = start(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile()));
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("it does not end: " + command);
                }
                return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
            } finally {
                Files.delete(in);
                Files.delete(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError(
                    "promtool is not on the path: install Debian's package \"prometheus\", or leave it out with"
                            + " -Dpromtool.skip=true",
                    e);
        }
    }
}
