package gunbot.preflight.timing;

import java.time.Duration;

/** Lets something happen later, so that tests can let weeks pass in an instant. */
public interface Timers {

    /**
     * Runs an action once, after a time. The action must not block: it may run on an event loop.
     *
     * @param delay how long from now; at least a millisecond is waited
     * @return calls the action off where it has not run yet
     */
    Timer after(Duration delay, Runnable action);

    /** An action that is still to come. */
    interface Timer {
        void cancel();
    }
}
