package gunbot.preflight.command;

/** Checks, and checks again whenever that is due; as the service does it. */
@FunctionalInterface
public interface Checking {
    /** Begins; never ends by itself, and does not block. */
    void begin();
}
