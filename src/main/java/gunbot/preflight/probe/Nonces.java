package gunbot.preflight.probe;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Nonces that rise per key even when two requests fall into one millisecond. */
@ApplicationScoped
public class Nonces {
    private final Map<String, Long> last = new ConcurrentHashMap<>();

    /**
     * The wanted nonce, or the one after the last of this key. At most a handful of requests follow each other, each after
     * the answer to the one before: this is never ahead of the clock by more than a millisecond or two.
     */
    long next(String keyId, long wanted) {
        return last.merge(keyId, wanted, (before, now) -> Math.max(before + 1, now));
    }
}
