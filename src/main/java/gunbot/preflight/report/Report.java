package gunbot.preflight.report;

import gunbot.preflight.facts.Finding;
import gunbot.preflight.gunbot.Reading;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The outcome of one check, without words of any language.
 *
 * @param checkedAt when the check ended
 * @param duration how long it took
 * @param complete whether every key that should be asked was asked to its end
 * @param reading what was read from Gunbot's file
 * @param findings what concerns no single key
 * @param keys every key, those in use first
 */
public record Report(
        Instant checkedAt,
        Duration duration,
        boolean complete,
        Reading reading,
        List<Finding> findings,
        List<KeyReport> keys) {

    public Report {
        findings = List.copyOf(findings);
        keys = List.copyOf(keys);
    }

    /**
     * The worst verdict of the keys in use; NOT_CHECKED when none is; UNKNOWN when there is nothing to go by: neither
     * Gunbot's file nor a key given directly.
     */
    public Verdict verdict() {
        boolean blind = reading.state() != SourceState.OK && reading.readAt() == null;
        if (blind && keys.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        var worst = keys.stream()
                .filter(k -> k.key().inUse())
                .map(k -> k.judgement().verdict())
                .min(Comparator.naturalOrder())
                .orElse(Verdict.NOT_CHECKED);
        return neverRead() && worst != Verdict.NOT_READY ? Verdict.UNKNOWN : worst;
    }

    /** A file that is there but was never understood may hold other keys than those that were given directly. */
    private boolean neverRead() {
        return reading.readAt() == null
                && (reading.state() == SourceState.UNREADABLE || reading.state() == SourceState.INVALID);
    }

    public boolean ready() {
        return verdict().ready();
    }
}
