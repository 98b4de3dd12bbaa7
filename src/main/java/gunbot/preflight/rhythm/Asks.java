package gunbot.preflight.rhythm;

import gunbot.preflight.probe.Question;
import java.util.Optional;

/**
 * When each key was last asked, and how that ended, so that a restart does not hammer an exchange. Called on any thread,
 * by one check at a time; must not block. What is kept of a key must not give the key away.
 */
public interface Asks {

    /** What is remembered of a key; empty where it was never asked, or its credentials are others than then. */
    Optional<Remembered> of(Question question);

    /** Takes note of an answer, in place of what was remembered of this key. */
    void asked(Question question, Remembered remembered);
}
