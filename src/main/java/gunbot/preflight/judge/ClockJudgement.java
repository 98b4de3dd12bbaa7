package gunbot.preflight.judge;

import gunbot.preflight.exchange.ClockWindow;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.probe.ClockReading;
import gunbot.preflight.probe.Told;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is to be said of our clock, which is Gunbot's too, and of refusals, some of which are for it. */
final class ClockJudgement {
    private ClockJudgement() {}

    /**
     * A clock that was refused blocks; one that is off by more than half of what the exchange takes is warned of.
     *
     * @param window how far off a clock may be, or null where requests carry no time
     * @param soFar what is known before; a refusal for the time among it has said all
     */
    static Optional<Finding> of(Told told, ClockWindow window, List<Finding> soFar) {
        if (soFar.stream().anyMatch(f -> f.code() == Code.CLOCK_SKEW)) {
            return Optional.empty(); // refused for it, and refused again with the exchange's own time
        }
        if (told.refusedForTime() != null) {
            return Optional.of(refused(told.refusedForTime(), told.clock()));
        }
        return isNear(told.clock(), window)
                ? Optional.of(skew(Finding.of(Code.CLOCK_SKEW).variant("near"), told.clock()))
                : Optional.empty();
    }

    /** A refusal as a finding: the causes that remain, the address that was seen, the measured clock. */
    static Finding refused(Refusal refusal, ClockReading clock) {
        var finding = Finding.of(refusal.code()).variant(refusal.variant()).evidence(refusal.evidence());
        if (refusal.code() == Code.CLOCK_SKEW) {
            finding = skew(finding.as(Severity.BLOCKER), clock);
        }
        if (refusal.seenFrom() != null) {
            finding = finding.variant("seen").with("address", refusal.seenFrom());
        }
        return refusal.remaining().isEmpty()
                ? finding
                : finding.with(
                        "causes", refusal.remaining().stream().map(Code::name).collect(Collectors.joining(" ")));
    }

    private static boolean isNear(ClockReading reading, ClockWindow window) {
        return reading != null
                && window != null
                && (reading.surelyAheadBy(window.ahead().toMillis() / 2)
                        || reading.surelyBehindBy(window.behind().toMillis() / 2));
    }

    private static Finding skew(Finding finding, ClockReading clock) {
        return clock == null
                ? finding.variant("unmeasured")
                : finding.with("skew", String.valueOf(Math.abs(clock.skewMillis())))
                        .with("direction", clock.skewMillis() > 0 ? "ahead" : "behind");
    }
}
