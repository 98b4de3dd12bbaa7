package gunbot.preflight.gate;

import gunbot.preflight.check.Check;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.Report;
import gunbot.preflight.settings.Entries;
import gunbot.preflight.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Holds Gunbot back until its keys are ready. Once open it stays open: later changes alert, but never stop a bot that
 * trades. A guard-rail, not a lock.
 */
@ApplicationScoped
public class Gate {
    private static final Logger LOG = Logger.getLogger(Gate.class);

    private final Settings.Gate.Mode mode;
    private final Entries entries;
    private final Clock clock;
    private volatile State state = new State(null, List.of());

    public Gate(Settings settings, Entries entries, Clock clock) {
        this.mode = settings.gate().mode();
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * What the gate does now.
     *
     * @param openedAt when it opened, or null while it is shut
     * @param waitingFor the names of the entries that hold it; empty once it is open
     */
    public record State(Instant openedAt, List<String> waitingFor) {
        public boolean open() {
            return openedAt != null;
        }
    }

    public State state() {
        return state;
    }

    public Settings.Gate.Mode mode() {
        return mode;
    }

    /** Takes a new report into account. */
    public synchronized void consider(Report report) {
        if (state.open()) {
            return;
        }
        var holding = holding(report);
        var next = mode == Settings.Gate.Mode.REPORT || (holding.isEmpty() && !isBlind(report))
                ? new State(clock.instant(), List.of())
                : new State(null, holding);
        if (next.open()) {
            LOG.info("the gate is open");
        } else if (!next.equals(state)) {
            LOG.infof("the gate is shut; it waits for %s", holding.isEmpty() ? "Gunbot's config.js" : holding);
        }
        state = next;
    }

    /** The entries in use that are neither ready nor exempted; none where no entry has a real key: nothing can trade. */
    private List<String> holding(Report report) {
        if (report.keys().stream().map(KeyReport::key).noneMatch(Check::isReal)) {
            return List.of();
        }
        return report.keys().stream()
                .filter(k -> k.key().inUse() && !entries.onlyReported(k.key().name()))
                .filter(k -> !k.judgement().verdict().ready() && k.judgement().verdict() != Verdict.NOT_CHECKED)
                .map(k -> k.key().name())
                .distinct()
                .toList();
    }

    /** A file that is there but was never read may hold anything. A file that is not there holds no keys. */
    private static boolean isBlind(Report report) {
        return report.reading().readAt() == null
                && switch (report.reading().state()) {
                    case UNREADABLE, INVALID -> true;
                    case OK, MISSING, EMPTIED, NONE -> false;
                };
    }
}
