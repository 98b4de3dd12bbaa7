package gunbot.preflight.program;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.testing.RewriteRun;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program while its config.js is rewritten in every way; {@code benchmark/Rewrites} does it for minutes. */
class RewriteIT {
    @TempDir
    Path folder;

    @Test
    void rewrittenInEveryWay_onlyWholeFilesAreTold_noKeyIsAskedTwice_andNothingGrows() {
        try (var run = new RewriteRun(folder, Duration.ofMillis(150))) {
            run.rewriteFor(Duration.ofSeconds(3)); // until it is warm
            var files = run.program().openFiles();
            var memory = run.program().residentKib();

            run.rewriteFor(Duration.ofSeconds(7));
            run.settle();

            run.check();
            assertThat(run.program().openFiles()).isLessThanOrEqualTo(files + 4);
            assertThat(run.program().residentKib()).isLessThan(memory + 64 * 1024);
            System.out.printf(
                    "%d rewrites, %d reports, %d requests for %d new keys%n",
                    run.rewrites(), run.reports(), run.requests(), run.allowedRequests());
        }
    }
}
