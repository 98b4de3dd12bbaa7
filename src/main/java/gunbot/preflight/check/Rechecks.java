package gunbot.preflight.check;

import gunbot.preflight.settings.Exchanges;
import gunbot.preflight.timing.Timers;
import gunbot.preflight.watch.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * Keeps checking, for as long as the program serves: when a key's time has come, and when a file has changed. One timer is
 * set for the next instant that is planned; it never sleeps for more than a minute, so that neither a gate that opens by
 * itself nor a clock that is set leaves it waiting for the wrong instant.
 */
@ApplicationScoped
public class Rechecks implements CheckListener {
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
    private static final Duration START_JITTER = Duration.ofSeconds(1);

    /** While nobody waits: forty pods behind one address then stay within what each exchange lets an address ask. */
    private static final Duration CALM_START_JITTER = Duration.ofSeconds(30);

    private final Checks checks;
    private final Plan plan;
    private final Inputs inputs;
    private final Timers timers;
    private final Executor worker;
    private final RandomGenerator random;
    private final Clock clock;
    private final Duration calmJitter;
    private volatile boolean started;
    private volatile boolean ending;
    private Timers.Timer timer = () -> {};

    @Inject
    public Rechecks(
            Checks checks,
            Plan plan,
            Inputs inputs,
            Timers timers,
            RandomGenerator random,
            Clock clock,
            Exchanges exchanges) {
        this(
                checks,
                plan,
                inputs,
                timers,
                Infrastructure.getDefaultWorkerPool(),
                random,
                clock,
                // an origin of the user's own has no limit that others share
                exchanges.origins().isEmpty() ? CALM_START_JITTER : START_JITTER);
    }

    /**
     * @param worker where a look at a file may block
     * @param calmJitter within what time of the start the first check is, where the gate is open already
     */
    Rechecks(
            Checks checks,
            Plan plan,
            Inputs inputs,
            Timers timers,
            Executor worker,
            RandomGenerator random,
            Clock clock,
            Duration calmJitter) {
        this.checks = checks;
        this.plan = plan;
        this.inputs = inputs;
        this.timers = timers;
        this.worker = worker;
        this.random = random;
        this.clock = clock;
        this.calmJitter = calmJitter;
    }

    /**
     * Checks within a second, or within half a minute where the gate is open from before a restart, and from then on by
     * itself. What is remembered from before a restart is not asked again too early.
     */
    public void start() {
        started = true;
        checks.listen(this);
        var watch = new Watch(timers, this::work, inputs::files, inputs::unsettled, () -> checks.start(Which.NEW));
        work(watch::start);
        var jitter = plan.isCalm() ? calmJitter : START_JITTER;
        set(Duration.ofMillis(random.nextInt((int) jitter.toMillis() + 1)), () -> checks.start(Which.DUE));
    }

    /** From now on parts of the program go; whoever looks at a file meanwhile may miss one. */
    void end(@Observes ShutdownEvent event) {
        ending = true;
    }

    private void work(Runnable task) {
        worker.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException failure) {
                if (!ending) {
                    throw failure;
                }
            }
        });
    }

    /** When the next check is planned; empty where none is. */
    public Optional<Instant> nextCheckAt() {
        var now = clock.instant();
        return started ? planned().map(next -> next.isBefore(now) ? now : next) : Optional.empty();
    }

    @Override
    public void ended(boolean well) {
        sleep(well ? Duration.ZERO : LONGEST_SLEEP); // a fault of ours is not repeated without a pause
    }

    private Optional<Instant> planned() {
        return checks.last()
                .map(report -> plan.next(report.checkedAt()))
                .orElseGet(() -> Optional.of(clock.instant())); // the first one failed
    }

    private void sleep(Duration atLeast) {
        var left = planned()
                .map(next -> Duration.between(clock.instant(), next))
                .filter(wait -> wait.compareTo(LONGEST_SLEEP) < 0)
                .orElse(LONGEST_SLEEP);
        set(left.compareTo(atLeast) < 0 ? atLeast : left, this::wake);
    }

    private void wake() {
        boolean due = planned().filter(next -> !next.isAfter(clock.instant())).isPresent();
        if (due) {
            checks.start(Which.DUE);
        } else {
            sleep(Duration.ZERO);
        }
    }

    private synchronized void set(Duration delay, Runnable action) {
        timer.cancel();
        timer = timers.after(delay, action);
    }
}
