package gunbot.preflight.check;

import gunbot.preflight.gate.Gate;
import gunbot.preflight.report.Report;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Runs checks one at a time and keeps the last report. Reading the report never waits for an exchange. */
@ApplicationScoped
public class Checks {
    private static final Logger LOG = Logger.getLogger(Checks.class);
    private static final Duration BETWEEN_REFRESHES = Duration.ofMinutes(1);

    private final Supplier<Uni<Report>> check;
    private final Gate gate;
    private final Clock clock;
    private volatile Report last;
    private Uni<Report> running;
    private Instant lastRefresh = Instant.MIN;

    @Inject
    public Checks(Check check, Gate gate, Clock clock) {
        this(check::run, gate, clock);
    }

    Checks(Supplier<Uni<Report>> check, Gate gate, Clock clock) {
        this.check = check;
        this.gate = gate;
        this.clock = clock;
    }

    /** The last report; empty before the first. */
    public Optional<Report> last() {
        return Optional.ofNullable(last);
    }

    /** Starts a check, or joins the one that runs. */
    public synchronized Uni<Report> start() {
        if (running == null) {
            running = check.get()
                    .invoke(this::keep)
                    .onFailure()
                    .invoke(failure -> LOG.errorf(
                            "the check failed: %s", failure.getClass().getName()))
                    .eventually(this::ended)
                    .memoize()
                    .indefinitely();
            var started = running;
            started.subscribe().with(report -> {}, failure -> {});
            return started;
        }
        return running;
    }

    /**
     * Starts a check at a person's wish, at most once a minute; joins the one that runs.
     *
     * @return empty when a check runs now, else how long to wait before asking again
     */
    public synchronized Optional<Duration> refresh() {
        if (running != null) {
            return Optional.empty();
        }
        var now = clock.instant();
        var next = lastRefresh.equals(Instant.MIN) ? now : lastRefresh.plus(BETWEEN_REFRESHES);
        if (now.isBefore(next)) {
            return Optional.of(Duration.between(now, next));
        }
        lastRefresh = now;
        start();
        return Optional.empty();
    }

    private void keep(Report report) {
        last = report;
        gate.consider(report);
        LOG.infof(
                "checked %d keys in %d ms: %s",
                report.keys().size(), report.duration().toMillis(), report.verdict());
    }

    private synchronized void ended() {
        running = null;
    }
}
