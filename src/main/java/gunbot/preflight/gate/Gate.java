package gunbot.preflight.gate;

import gunbot.preflight.facts.Finding;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.Report;
import gunbot.preflight.settings.Entries;
import gunbot.preflight.settings.Settings;
import gunbot.preflight.timing.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Holds Gunbot back until its keys are ready. Once open it stays open for the life of the pod: later changes alert, but never
 * stop a bot that trades. A guard-rail, not a lock. It has a timer of its own, since what it waits for may run out while no
 * new report comes.
 */
@ApplicationScoped
public class Gate {
    private final Settings.Gate settings;
    private final Entries entries;
    private final Clock clock;
    private final Elapsed elapsed;
    private final GateMemory memory;
    private final GateLog log;
    private final Patience patience = new Patience();
    private final Vigil vigil;
    private final OpenedBlind blind = new OpenedBlind();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile State state;
    private Report last;
    private List<Hold> held = List.of();

    @Inject
    public Gate(Settings settings, Entries entries, Clock clock, Timers timers, GateMemory memory, GateLog log) {
        this(settings, entries, clock, System::nanoTime, timers, memory, log);
    }

    /** @param nanos counts the time that passes, which no setting of the clock changes */
    public Gate(
            Settings settings,
            Entries entries,
            Clock clock,
            LongSupplier nanos,
            Timers timers,
            GateMemory memory,
            GateLog log) {
        this.settings = settings.gate();
        this.entries = entries;
        this.clock = clock;
        this.elapsed = new Elapsed(clock, nanos);
        this.memory = memory;
        this.log = log;
        this.vigil = new Vigil(timers, log, this.settings.unknownFor().length());
        this.state = memory.opened()
                .map(before -> new State(before, Opening.REMEMBERED, List.of(), List.of(), List.of()))
                .orElse(State.SHUT);
        if (state.open()) {
            log.opened(state);
        }
    }

    /**
     * What the gate does now.
     *
     * @param opened when and why it opened, before a restart perhaps; null while it is shut
     * @param how why it is open: as opened, but REMEMBERED after a restart; null while it is shut
     * @param holds the keys that it waits for; empty once it is open
     * @param file what is wrong with Gunbot's file, where it waits for that
     * @param overdue the entries that could not be asked for so long that it opened without them
     */
    public record State(Opened opened, Opening how, List<Hold> holds, List<Finding> file, List<String> overdue) {
        static final State SHUT = new State(null, null, List.of(), List.of(), List.of());

        public boolean open() {
            return opened != null;
        }

        /** When it opened, or null while it is shut. */
        public Instant openedAt() {
            return opened == null ? null : opened.at();
        }

        /** The names of the entries that hold it; empty once it is open. */
        public List<String> waitingFor() {
            return holds.stream().map(Hold::name).distinct().toList();
        }

        /** Whether it says the same as another: since when does not count. */
        boolean saysThe(State other) {
            return words().equals(other.words());
        }

        private List<String> words() {
            return Stream.concat(
                            holds.stream()
                                    .map(hold -> hold.name() + hold.key().key().role() + hold.codes()),
                            file.stream().map(finding -> finding.code() + finding.variant()))
                    .toList();
        }
    }

    public State state() {
        return state;
    }

    public Settings.Gate.Mode mode() {
        return settings.mode();
    }

    /** What the report has to say of how the gate opened: that it did so without an answer, until there is one. */
    public List<Finding> findings() {
        return blind.findings(state);
    }

    /** Has something done, once, after the gate has opened; not where it is open already. It must not block. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Takes a new report into account. */
    public void consider(Report report) {
        blind.hear(state, counted(report));
        changing(() -> {
            last = report;
            held = patience.with(counted(report), elapsed.now());
            rule();
        });
    }

    private List<KeyReport> counted(Report report) {
        return report.keys().stream()
                .filter(key ->
                        key.key().inUse() && !entries.onlyReported(key.key().name()))
                .toList();
    }

    /** Opens it at a person's wish; one that is open stays as it is. */
    public void openByHand() {
        changing(() -> open(Opening.BY_HAND, List.of()));
    }

    private void due() {
        changing(this::rule);
    }

    /** Whoever listens is told outside the lock. */
    private void changing(Runnable change) {
        boolean opened;
        synchronized (this) {
            if (state.open()) {
                return;
            }
            change.run();
            opened = state.open();
        }
        if (opened) {
            listeners.forEach(Runnable::run);
        }
    }

    private void rule() {
        var now = elapsed.now();
        var ruling = Ruling.on(last, held, settings, now);
        if (ruling.opening() != null) {
            open(ruling.opening(), ruling.overdue());
            return;
        }
        var next = new State(null, null, ruling.holds(), ruling.file(), List.of());
        vigil.keep(state, next, held, now, this::due);
        state = next;
    }

    private void open(Opening how, List<String> overdue) {
        vigil.end();
        var opened = new Opened(clock.instant(), how);
        state = new State(opened, how, List.of(), List.of(), overdue);
        memory.opened(opened);
        log.opened(state);
    }
}
