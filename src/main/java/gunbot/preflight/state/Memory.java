package gunbot.preflight.state;

import gunbot.preflight.gate.GateMemory;
import gunbot.preflight.gate.Opened;
import gunbot.preflight.gate.Opening;
import gunbot.preflight.probe.Question;
import gunbot.preflight.rhythm.Asks;
import gunbot.preflight.rhythm.Remembered;
import gunbot.preflight.settings.Settings;
import gunbot.preflight.timing.Timers;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * What outlives a restart, in {@code preflight.state.dir}; without one, in memory only. Whatever goes wrong with the file is a
 * warning and an empty memory, never a failure; what could not be written is tried again. Until {@link #keep} it is only
 * read, so that a command which runs beside the service never writes over what that remembers.
 */
@ApplicationScoped
public class Memory implements GateMemory, Asks {
    private static final Logger LOG = Logger.getLogger(Memory.class);
    /** What is kept where nothing is written, and so nothing pruned. */
    private static final int MOST_ASKS = 5_000;

    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private final StateFile file;
    private final String where;
    private final Clock clock;
    private final Timers timers;
    private final Executor worker;
    private final Object writing = new Object();

    private final Hashes hashes;
    private final byte[] salt;
    private final String pod;
    private final Map<String, Remembered> asks;
    private Map<String, Instant> pauses;
    private Opened opened;

    private boolean keeping;
    private boolean changed;
    private boolean due;
    private boolean failing;
    private Instant written = Instant.EPOCH;

    @Inject
    public Memory(Settings settings, Clock clock, Timers timers) {
        this(settings, clock, timers, Infrastructure.getDefaultWorkerPool(), System.getenv("HOSTNAME"));
    }

    /**
     * @param worker does what blocks
     * @param podName the name that Kubernetes gives a pod, or null; a folder that outlives the pod opens no other pod's gate
     */
    Memory(Settings settings, Clock clock, Timers timers, Executor worker, String podName) {
        this.clock = clock;
        this.timers = timers;
        this.worker = worker;
        this.where = settings.state().dir().orElse("");
        this.file = file();
        var before = load().map(memories -> memories.pruned(clock.instant()));
        this.salt = before.map(Memories::salt).orElseGet(Memory::freshSalt);
        this.hashes = new Hashes(salt);
        this.pod = podName == null || podName.isEmpty() ? "" : hashes.hash("pod", podName);
        this.asks = new HashMap<>(before.map(Memories::asks).orElse(Map.of()));
        this.pauses = before.map(Memories::pauses).orElse(Map.of());
        this.opened = before.filter(memories -> isOfThisPod(memories.pod()))
                .map(Memories::opened)
                .filter(how -> staysOpen(how, settings.gate().mode()))
                .orElse(null);
    }

    /** Writes from now on; says at once where that is not possible. Blocks. */
    public void keep() {
        if (where.isEmpty()) {
            return;
        }
        synchronized (this) {
            keeping = true;
            changed = true;
        }
        write();
    }

    /** Writes what is not written yet; for the end of the program. Blocks. */
    public void close() {
        write();
    }

    @Override
    public synchronized Optional<Opened> opened() {
        return Optional.ofNullable(opened);
    }

    @Override
    public synchronized void opened(Opened now) {
        opened = now;
        changed();
    }

    /** The hosts that wanted to be left alone, and until when. */
    public synchronized Map<String, Instant> pauses() {
        return pauses;
    }

    /** Takes note of all pauses. */
    public synchronized void pauses(Map<String, Instant> now) {
        pauses = Map.copyOf(now);
        changed();
    }

    @Override
    public synchronized Optional<Remembered> of(Question question) {
        return Optional.ofNullable(asks.get(hashes.of(question)));
    }

    @Override
    public synchronized void asked(Question question, Remembered remembered) {
        asks.put(hashes.of(question), remembered);
        if (asks.size() > MOST_ASKS) {
            asks.keySet().retainAll(now().pruned(clock.instant()).asks().keySet());
        }
        changed();
    }

    private void changed() {
        changed = true;
        boolean justNow = clock.instant().isBefore(written.plus(BETWEEN_WRITES));
        writeAfter(justNow ? BETWEEN_WRITES : Duration.ZERO);
    }

    private void writeAfter(Duration delay) {
        if (keeping && !due) {
            due = true;
            timers.after(delay, () -> worker.execute(this::write));
        }
    }

    private Memories now() {
        return new Memories(salt, pod, opened, pauses, asks);
    }

    /** One at a time, and not while anybody waits who only wants to remember something. */
    private void write() {
        synchronized (writing) {
            String text;
            synchronized (this) {
                due = false;
                if (!keeping || !changed) {
                    return;
                }
                changed = false;
                var now = clock.instant();
                written = now;
                var kept = now().pruned(now);
                asks.keySet().retainAll(kept.asks().keySet());
                text = kept.json();
            }
            if (!saved(text)) {
                synchronized (this) {
                    changed = true;
                    writeAfter(AFTER_A_FAILURE);
                }
            }
        }
    }

    private boolean saved(String text) {
        try {
            if (file == null) {
                throw new IOException("no path");
            }
            file.write(text);
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                LOG.warnf(
                        "preflight.state.dir=%s cannot be written (%s): a restart will forget that the gate opened, and when"
                                + " keys were asked",
                        where, e.getClass().getSimpleName());
            }
            failing = true;
        }
        return !failing;
    }

    private Optional<Memories> load() {
        if (file == null) {
            return Optional.empty();
        }
        try {
            return file.read().map(Memories::parse);
        } catch (IOException e) {
            return forgotten("cannot be read (" + e.getClass().getSimpleName() + ")");
        } catch (RuntimeException e) { // of the parser; what it says may hold anything
            return forgotten("is damaged, or not of this program");
        }
    }

    private Optional<Memories> forgotten(String why) {
        LOG.warnf("%s in preflight.state.dir=%s %s: nothing is remembered", StateFile.NAME, where, why);
        return Optional.empty();
    }

    private StateFile file() {
        try {
            return where.isEmpty() ? null : new StateFile(Path.of(where));
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private boolean isOfThisPod(String remembered) {
        return remembered.isEmpty() || pod.isEmpty() || remembered.equals(pod);
    }

    /** What opened only because nothing was to be held says nothing of the keys, once they are to be. */
    private static boolean staysOpen(Opened opened, Settings.Gate.Mode mode) {
        return opened.how() != Opening.REPORT_MODE || mode == Settings.Gate.Mode.REPORT;
    }

    private static byte[] freshSalt() {
        var salt = new byte[Memories.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    @Override
    public String toString() {
        return "Memory[" + where + "]";
    }
}
