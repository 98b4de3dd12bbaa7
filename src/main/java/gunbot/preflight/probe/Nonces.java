package gunbot.preflight.probe;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Nonces that rise per key and are above no clock. They stay half a second behind ours, since Gunbot may use the same key on
 * the same clock: its request that is still on its way, while its connection is made, must not find a higher number of ours
 * there. So it is ours that is refused where both meet.
 */
@ApplicationScoped
public class Nonces {
    /** How long a request of Gunbot's may be on its way. */
    static final long BEHIND_MILLIS = 500;

    /** How many requests of one key may follow each other within one millisecond. */
    static final long ROOM = 10;

    private final Map<String, Long> last = new HashMap<>();

    /**
     * A nonce above the last one of this key.
     *
     * @param ours our time, Unix milliseconds
     * @param latest the latest that is above neither clock
     * @return empty where there is none, since our clock was set back
     */
    synchronized OptionalLong next(String keyId, long ours, long latest) {
        var wanted = Math.min(ours - BEHIND_MILLIS, latest - ROOM);
        var next = Math.max(wanted, last.getOrDefault(keyId, 0L) + 1);
        if (next > latest) {
            return OptionalLong.empty();
        }
        last.put(keyId, next);
        return OptionalLong.of(next);
    }
}
