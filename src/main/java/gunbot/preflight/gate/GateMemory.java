package gunbot.preflight.gate;

import java.util.Optional;

/** Remembers for the life of the pod that its gate opened. Called on any thread; must not block for long. */
public interface GateMemory {

    /** How it opened before this start; empty where it did not, or nothing is remembered. */
    Optional<Opened> opened();

    /** Takes note that it opened. */
    void opened(Opened opened);
}
