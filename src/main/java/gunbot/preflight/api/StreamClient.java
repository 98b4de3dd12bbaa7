package gunbot.preflight.api;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One who listens to the stream, with the events that it has not taken yet. A report stands for everything before it, so that
 * a slow client gets the latest report instead of all that it missed; one that takes nothing for a minute is given up.
 */
final class StreamClient {
    /** Key events that may wait; they are small and shared between clients, and the report that follows holds them all. */
    static final int MOST_WAITING = 1024;

    private static final int MOST_IDLE_TICKS = 4;

    private final Locale locale;
    private final MultiEmitter<? super StreamEvent> emitter;
    private final Queue<StreamEvent> waiting = new ArrayDeque<>();
    private final AtomicInteger drains = new AtomicInteger();
    private boolean taken;
    private int idleTicks;

    StreamClient(Locale locale, MultiEmitter<? super StreamEvent> emitter) {
        this.locale = locale;
        this.emitter = emitter;
    }

    Locale locale() {
        return locale;
    }

    void offer(StreamEvent event) {
        put(event);
        drain();
    }

    private synchronized void put(StreamEvent event) {
        switch (event.kind()) {
            case REPORT -> {
                waiting.clear();
                waiting.add(event);
            }
            case KEY -> {
                if (waiting.size() < MOST_WAITING) {
                    waiting.add(event);
                }
            }
            case COMMENT -> {
                if (waiting.isEmpty()) { // else there is something better to send
                    waiting.add(event);
                }
            }
        }
    }

    /** Hands over what waits, as far as the client takes it; by one thread at a time, and without a lock on the client. */
    void drain() {
        if (drains.getAndIncrement() != 0) {
            return; // whoever is at it goes round once more
        }
        int missed = 1;
        while (missed != 0) {
            for (var next = next(); next != null; next = next()) {
                emitter.emit(next);
            }
            missed = drains.addAndGet(-missed);
        }
    }

    private synchronized StreamEvent next() {
        if (emitter.requested() == 0) {
            return null;
        }
        var next = waiting.poll();
        taken |= next != null;
        return next;
    }

    /** To be called every few seconds; sends a comment where nothing else waits. */
    void tick() {
        offer(StreamEvent.COMMENT);
        if (isStuck()) {
            end();
        }
    }

    private synchronized boolean isStuck() {
        idleTicks = taken || waiting.isEmpty() ? 0 : idleTicks + 1;
        taken = false;
        return idleTicks >= MOST_IDLE_TICKS;
    }

    void end() {
        emitter.complete();
    }
}
