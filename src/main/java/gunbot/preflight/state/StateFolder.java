package gunbot.preflight.state;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The folder of {@code preflight.state.dir}. Whatever goes wrong there is a warning and an empty memory, never a failure.
 * Blocks.
 */
final class StateFolder {
    private static final Logger LOG = Logger.getLogger(StateFolder.class);

    private final String where;
    private final StateFile file;
    private boolean failing;

    /** @param where as configured; empty for none */
    StateFolder(String where) {
        this.where = where;
        this.file = file(where);
    }

    boolean isConfigured() {
        return !where.isEmpty();
    }

    /** What it remembers from before; empty where that is nothing, or cannot be told. */
    Optional<Memories> load() {
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

    /** Whether it could be written; that it cannot is said once, until it can again. One at a time. */
    boolean save(String text) {
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

    private Optional<Memories> forgotten(String why) {
        LOG.warnf("%s in preflight.state.dir=%s %s: nothing is remembered", StateFile.NAME, where, why);
        return Optional.empty();
    }

    private static StateFile file(String where) {
        try {
            return where.isEmpty() ? null : new StateFile(Path.of(where));
        } catch (InvalidPathException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return where;
    }
}
