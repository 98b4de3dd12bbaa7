package gunbot.preflight.check;

import gunbot.preflight.gate.Gate;
import gunbot.preflight.report.History;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.Report;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Runs checks one at a time and keeps the last report. Reading the report never waits for an exchange. A check that is asked
 * for while one runs joins that one; what it would have done beyond, such as to ask the keys that the running one leaves
 * out, is done right after, in one more check however many have asked.
 */
@ApplicationScoped
public class Checks {
    private static final Logger LOG = Logger.getLogger(Checks.class);
    private static final Duration BETWEEN_REFRESHES = Duration.ofMinutes(1);

    private final Work check;
    private final Gate gate;
    private final Clock clock;
    private final History history = new History();
    private final List<CheckListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Report last;
    private volatile boolean ending;
    private Uni<Report> running;
    private Which runs;
    private Instant runsSince;
    private Which next;
    private Instant nextBefore;
    private Instant lastRefresh;

    @Inject
    public Checks(Check check, Gate gate, Clock clock) {
        this(check::run, gate, clock);
    }

    Checks(Work check, Gate gate, Clock clock) {
        this.check = check;
        this.gate = gate;
        this.clock = clock;
    }

    /** What a check does; see {@link Check#run}. */
    interface Work {
        Uni<Report> run(Which which, Instant before, Consumer<KeyReport> each);
    }

    /** From now on a check that breaks off says nothing of the keys, but of our own end. */
    void end(@Observes ShutdownEvent event) {
        ending = true;
    }

    /** Somebody to hear of every check from now on, for as long as the program runs. */
    public void listen(CheckListener listener) {
        listeners.add(listener);
    }

    /** The last report; empty before the first. */
    public Optional<Report> last() {
        return Optional.ofNullable(last);
    }

    /** The reports so far, in short. */
    public History history() {
        return history;
    }

    /** Whether a check runs now. */
    public synchronized boolean isRunning() {
        return running != null;
    }

    /** Starts a check of all keys, or joins the one that runs. */
    public Uni<Report> start() {
        return start(Which.ALL);
    }

    /**
     * Starts a check, or joins the one that runs.
     *
     * @return the report of the check that runs now
     */
    public synchronized Uni<Report> start(Which which) {
        if (running == null) {
            return begin(which, Instant.MAX);
        }
        // what is due is asked by the running check, or is planned anew when it ends; a file may have changed after it
        // was read
        if (which == Which.NEW && next == null) {
            next = Which.NEW;
            nextBefore = Instant.MAX;
        } else if (which == Which.ALL && runs != Which.ALL && next != Which.ALL) {
            next = Which.ALL;
            nextBefore = runsSince;
        }
        return running;
    }

    /**
     * Starts a check at a person's wish, at most once a minute; joins the one that runs.
     *
     * @return empty when a check runs now, else how long to wait before asking again
     */
    public synchronized Optional<Duration> refresh() {
        var now = clock.instant();
        var left = lastRefresh == null || now.isBefore(lastRefresh) // or the clock was set back
                ? Duration.ZERO
                : Duration.between(now, lastRefresh.plus(BETWEEN_REFRESHES));
        boolean early = !left.isNegative() && !left.isZero();
        if (early || runs == Which.ALL) {
            return running == null ? Optional.of(left) : Optional.empty();
        }
        lastRefresh = now;
        start(Which.ALL);
        return Optional.empty();
    }

    private Uni<Report> begin(Which which, Instant before) {
        runs = which;
        runsSince = clock.instant();
        var started = check.run(which, before, key -> tell(listener -> listener.key(key)))
                .invoke(report -> keep(report, which))
                .onFailure()
                .invoke(failure -> LOG.logf(
                        ending ? Logger.Level.DEBUG : Logger.Level.ERROR,
                        "the check failed: %s",
                        failure.getClass().getName()))
                .onItemOrFailure()
                .invoke((report, failure) -> ended(failure == null))
                .memoize()
                .indefinitely();
        running = started;
        started.subscribe().with(report -> {}, failure -> {});
        return started;
    }

    private void keep(Report report, Which which) {
        if (ending) {
            return;
        }
        boolean news = last == null || last.verdict() != report.verdict() || which != Which.NEW;
        last = report;
        history.add(report);
        gate.consider(report);
        LOG.logf(
                news ? Logger.Level.INFO : Logger.Level.DEBUG,
                "checked %d keys in %d ms: %s",
                report.keys().size(),
                report.duration().toMillis(),
                report.verdict());
        tell(listener -> listener.report(report));
    }

    private void ended(boolean well) {
        if (ending) {
            return;
        }
        synchronized (this) {
            running = null;
            runs = null;
            if (next != null) {
                var which = next;
                next = null;
                begin(which, nextBefore);
            }
        }
        tell(listener -> listener.ended(well));
    }

    /** A listener that fails is its own trouble, not the check's. */
    private void tell(Consumer<CheckListener> what) {
        if (ending) {
            return;
        }
        for (var listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException e) {
                LOG.errorf("a listener failed: %s", e.getClass().getName());
            }
        }
    }
}
