package gunbot.preflight.exchange;

/** A request was built that is in no list of allowed calls: a fault of ours, stopped before it was signed. */
public final class NotAllowedException extends RuntimeException {
    public NotAllowedException(String what) {
        super("not an allowed call: " + what);
    }
}
