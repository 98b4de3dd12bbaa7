package gunbot.preflight.gate;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.testing.Gates;
import gunbot.preflight.testing.Reports;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The gate, whatever else a report holds: by itself it never opens on a key in use that is NOT_READY. */
class GatePropertiesTest {
    /** How a key was reported. */
    private record Told(boolean inUse, Verdict verdict, Set<Code> codes) {
        KeyReport as(String name) {
            return Reports.key(name, inUse, verdict, codes.toArray(Code[]::new));
        }
    }

    @Property(seed = "20261122", tries = 500)
    void enforce_withAKeyInUseThatIsNotReady_neverOpens(
            @ForAll @Size(min = 1, max = 4) List<@Size(max = 4) List<@From("told") Told>> checks,
            @ForAll("refusals") Code refusal,
            @ForAll SourceState file,
            @ForAll @IntRange(max = 7 * 24 * 60) int minutes) {
        var gates = new Gates();
        var gate = gates.with(Map.of());
        for (var check : checks) {
            var others =
                    IntStream.range(0, check.size()).mapToObj(i -> check.get(i).as("other" + i));
            var bad = Reports.asked("bad", "secret", Verdict.NOT_READY, refusal);
            gate.consider(Reports.of(file, Stream.concat(others, Stream.of(bad)).toArray(KeyReport[]::new)));
            gates.time().pass(Duration.ofMinutes(minutes));

            assertThat(gate.state().open()).isFalse();
        }
        assertThat(gate.state().waitingFor()).contains("bad");
    }

    @Provide
    Arbitrary<Told> told() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(Verdict.class),
                        Arbitraries.of(Code.class).set().ofMaxSize(3))
                .as(Told::new);
    }

    /** What makes a key NOT_READY; a placeholder and the like are no keys. */
    @Provide
    Arbitrary<Code> refusals() {
        return Arbitraries.of(Code.class)
                .filter(code -> code != Code.PLACEHOLDER && code != Code.CREDENTIAL_MISSING)
                .filter(code -> code.severity() == Severity.BLOCKER);
    }
}
