package gunbot.preflight.check;

import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.Report;

/** Hears of checks as they go. Called on any thread; must not block. */
public interface CheckListener {

    /** A key was asked just now, and this is what came of it. */
    default void key(KeyReport key) {}

    /** A check came to its end; the gate has seen the report already. */
    default void report(Report report) {}

    /**
     * A check is over.
     *
     * @param well whether there was a report; else a fault of ours was in the way
     */
    default void ended(boolean well) {}
}
