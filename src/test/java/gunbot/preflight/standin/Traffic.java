package gunbot.preflight.standin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Everything that came in, and how much of it at once. */
final class Traffic {

    private final List<Recorded> log = new ArrayList<>();
    private final List<Recorded> unexpected = new ArrayList<>();
    private final Map<String, Integer> requests = new TreeMap<>();
    private final Map<String, Integer> inFlightOfKey = new HashMap<>();
    private final Map<String, Integer> mostOfKey = new HashMap<>();
    private int inFlight;
    private int most;

    /** Notes a request; what is returned ends it, and may be run more than once. */
    synchronized Runnable begin(Recorded request, String keyId) {
        log.add(request);
        requests.merge(request.call(), 1, Integer::sum);
        most = Math.max(most, ++inFlight);
        mostOfKey.merge(keyId, inFlightOfKey.merge(keyId, 1, Integer::sum), Math::max);
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                end(keyId);
            }
        };
    }

    private synchronized void end(String keyId) {
        inFlight--;
        inFlightOfKey.merge(keyId, -1, Integer::sum);
    }

    synchronized void addUnexpected(Recorded request) {
        unexpected.add(request);
    }

    synchronized Map<String, Integer> requests() {
        return new TreeMap<>(requests);
    }

    synchronized List<Recorded> log() {
        return List.copyOf(log);
    }

    synchronized List<Recorded> unexpected() {
        return List.copyOf(unexpected);
    }

    synchronized int mostInFlight() {
        return most;
    }

    synchronized int mostInFlight(String keyId) {
        return mostOfKey.getOrDefault(keyId, 0);
    }

    /** Forgets what came in; what is still in flight stays counted. */
    synchronized void forget() {
        log.clear();
        unexpected.clear();
        requests.clear();
        mostOfKey.clear();
        most = inFlight;
    }
}
