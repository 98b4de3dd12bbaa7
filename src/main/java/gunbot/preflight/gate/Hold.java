package gunbot.preflight.gate;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.report.KeyReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One key in use that is not ready. Its times are by the gate's own count, not by a clock that may be set.
 *
 * @param key the key as it was last reported
 * @param reasons what stands against it now, then what did when it was last seen
 * @param since since when it has not been ready
 * @param patientSince since when it could not be asked, through no fault of its own; null where that is not all
 */
public record Hold(KeyReport key, List<Finding> reasons, Instant since, Instant patientSince) {

    public Hold {
        reasons = List.copyOf(reasons);
    }

    public String name() {
        return key.key().name();
    }

    public List<Code> codes() {
        return reasons.stream().map(Finding::code).distinct().toList();
    }

    /** When it stops holding the gate although it could not be asked; empty where it never does by itself. */
    Optional<Instant> passesAt(Optional<Duration> unknownFor) {
        return Optional.ofNullable(patientSince).flatMap(from -> unknownFor.map(from::plus));
    }

    boolean hasPassed(Optional<Duration> unknownFor, Instant now) {
        return passesAt(unknownFor).filter(at -> !now.isBefore(at)).isPresent();
    }

    boolean isDanger() {
        return reasons.stream().anyMatch(Patience::isDanger);
    }
}
