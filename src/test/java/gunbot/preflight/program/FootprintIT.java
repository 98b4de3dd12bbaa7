package gunbot.preflight.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gunbot.preflight.benchmark.TwelveKeys;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.Wait;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the native executable takes of the machine, held against scripts/budget.properties. */
class FootprintIT {
    @TempDir
    Path folder;

    @Test
    void fullReportOnTwelveKeys_residentMemory_withinTheBudget() throws IOException {
        assumeTrue(Program.isNative(), "the budget is the native executable's");
        try (var standIns = StandIns.start(Clock.systemUTC())) {
            var settings = TwelveKeys.settings(standIns, Program.config(folder, TwelveKeys.config(standIns)));
            try (var program = Program.serve(settings, Map.of())) {
                Wait.until("a full report", () -> complete(program));

                assertThat(program.residentKib() * 1024)
                        .as("bytes resident; a growth is explained by scripts/check-budget's list")
                        .isBetween(1L, allowed());
            }
        }
    }

    private static boolean complete(Program program) {
        var answer = RestAssured.get(program.api() + "/api/v1/readiness");
        return answer.statusCode() == 200 && answer.jsonPath().getBoolean("complete");
    }

    private static long allowed() throws IOException {
        var budget = new Properties();
        try (var file = Files.newBufferedReader(Path.of("scripts", "budget.properties"))) {
            budget.load(file);
        }
        return Long.parseLong(budget.getProperty("resident.bytes"));
    }
}
