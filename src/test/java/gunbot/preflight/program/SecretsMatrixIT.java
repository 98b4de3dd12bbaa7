package gunbot.preflight.program;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.standin.Fault;
import gunbot.preflight.testing.Markers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No secret gets out, whatever any exchange does: new keys of all exchanges in each row, a fault at each exchange. From row
 * to row the faults move on by one exchange, so that in the end each has been at every exchange. In two more rows all
 * exchanges know every secret, in every form, and put them into their refusals or their answers. The rows are shared out
 * among four running programs, which write all that they can, at every level of the log; some rows are checked by the
 * command as well.
 */
class SecretsMatrixIT {
    /** An exchange is left alone for a while after one of them: so each is the last that a program meets. */
    private static final List<Fault> PAUSING =
            List.of(Fault.RATE_LIMITED, Fault.BANNED, Fault.FRONT_END_403, Fault.REGION);

    private static final List<Fault> OTHERS = Arrays.stream(Fault.values())
            .filter(fault -> !PAUSING.contains(fault))
            .toList();
    private static final int PROGRAMS = PAUSING.size(); // most of a row is waiting for exchanges that say nothing

    private static final List<Future<List<String>>> FOUND = new ArrayList<>();
    private static ExecutorService programs;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        programs = Executors.newFixedThreadPool(PROGRAMS);
        IntStream.range(0, PROGRAMS).forEach(number -> FOUND.add(programs.submit(() -> rows(number))));
    }

    @AfterAll
    static void stop() {
        programs.shutdownNow();
        System.out.printf(
                "no secret gets out: %d cases (fault x exchange), %d texts, %d searches for a form of a secret%n",
                SecretsRun.CASES.get(), SecretsRun.TEXTS.get(), Markers.searches());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void everyExchangeWithEveryFault_everyFace_nothingGetsOut(int program)
            throws InterruptedException, ExecutionException {
        assertThat(String.join("\n", FOUND.get(program).get())).isEmpty(); // a text is shown whole
    }

    /** The rows of one program, one after the other. */
    private static List<String> rows(int number) throws IOException {
        var rows = new ArrayList<SecretsRow>();
        if (number == PROGRAMS - 1) { // which has one fault less than the first ones
            rows.add(SecretsRow.known(Fault.ECHO));
            rows.add(SecretsRow.known(Fault.ECHO_IN_GOOD_ANSWER));
        }
        var faults = IntStream.range(0, OTHERS.size())
                .filter(at -> at % PROGRAMS == number)
                .mapToObj(OTHERS::get)
                .toList();
        IntStream.range(0, faults.size()).forEach(row -> rows.add(SecretsRow.of(faults, row)));
        rows.add(SecretsRow.of(List.of(PAUSING.get(number)), 0));
        return new SecretsRun(number, Files.createDirectories(folder.resolve("program-" + number)), rows).leaks();
    }
}
