package gunbot.preflight.probe;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Lets at most eight keys of one exchange be asked at a time. A key holds its slot for all of its requests, which go one
 * after the other, so that no more than eight requests are in flight per host and no key is late because it had to queue
 * again in the middle.
 */
@ApplicationScoped
public class HostSlots {
    static final int PER_HOST = 8;

    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, Queue<Runnable>> waiting = new HashMap<>();

    /** Runs some work as soon as a slot of the host is free, and frees the slot when the work ends in any way. */
    <T> Uni<T> in(String host, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .<Void>emitter(emitter -> {
                    Runnable start = () -> emitter.complete(null);
                    boolean now;
                    synchronized (this) {
                        now = taken.merge(host, 1, Integer::sum) <= PER_HOST;
                        if (!now) {
                            waiting.computeIfAbsent(host, h -> new ArrayDeque<>())
                                    .add(start);
                        }
                    }
                    if (now) {
                        start.run();
                    }
                })
                .chain(() -> Uni.createFrom()
                        .<T>deferred(() -> work.get())
                        .onTermination()
                        .invoke(() -> free(host)));
    }

    private void free(String host) {
        Runnable next;
        synchronized (this) {
            taken.merge(host, -1, Integer::sum);
            var queue = waiting.get(host);
            next = queue == null ? null : queue.poll();
        }
        if (next != null) {
            next.run();
        }
    }
}
