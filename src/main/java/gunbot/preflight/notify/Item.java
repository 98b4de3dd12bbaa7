package gunbot.preflight.notify;

import gunbot.preflight.facts.Finding;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.KeyCase;
import java.time.Instant;
import java.util.List;

/**
 * One thing that somebody should hear of.
 *
 * @param kind what happened
 * @param key which key, or null for Gunbot's file
 * @param verdict the new verdict
 * @param findings what is behind the verdict; empty where all is well
 * @param ends with EXPIRY when the key ends, else null
 */
record Item(Kind kind, KeyCase key, Verdict verdict, List<Finding> findings, Instant ends) {

    /** What may happen. */
    enum Kind {
        WORSE,
        BETTER,
        EXPIRY
    }
}
