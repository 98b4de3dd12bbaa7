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
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What outlives a restart, in {@code preflight.state.dir}; without one, in memory only. Whatever goes wrong with the file is a
 * warning and an empty memory, never a failure; what could not be written is tried again. Until {@link #keep} it is only
 * read, so that a command which runs beside the service never writes over what that remembers.
 */
@ApplicationScoped
public class Memory implements GateMemory, Asks {
    /** What is kept where nothing is written, and so nothing pruned. */
    private static final int MOST_ASKS = 5_000;

    private final StateFolder folder;
    private final Writing writing;
    private final Clock clock;

    private final Hashes hashes;
    private final byte[] salt;
    private final String pod;
    private final Map<String, Remembered> asks;
    private Map<String, Instant> pauses;
    private Opened opened;

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
        this.folder = new StateFolder(settings.state().dir().orElse(""));
        this.writing = new Writing(folder, this::text, clock, timers, worker);
        var before = folder.load().map(memories -> memories.pruned(clock.instant()));
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
        if (folder.isConfigured()) {
            writing.begin();
        }
    }

    /** Writes what is not written yet; for the end of the program. Blocks. */
    public void close() {
        writing.write();
    }

    @Override
    public synchronized Optional<Opened> opened() {
        return Optional.ofNullable(opened);
    }

    @Override
    public synchronized void opened(Opened now) {
        opened = now;
        writing.changed();
    }

    /** The hosts that wanted to be left alone, and until when. */
    public synchronized Map<String, Instant> pauses() {
        return pauses;
    }

    /** Takes note of all pauses. */
    public synchronized void pauses(Map<String, Instant> now) {
        pauses = Map.copyOf(now);
        writing.changed();
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
        writing.changed();
    }

    private Memories now() {
        return new Memories(salt, pod, opened, pauses, asks);
    }

    /** Forgets, as it is told, what is of no use any more. */
    private synchronized String text() {
        var kept = now().pruned(clock.instant());
        asks.keySet().retainAll(kept.asks().keySet());
        return kept.json();
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
        return "Memory[" + folder + "]";
    }
}
