package gunbot.preflight.notify;

import gunbot.preflight.notify.Courier.Outcome;
import gunbot.preflight.notify.Receivers.Receiver;
import gunbot.preflight.timing.Timers;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Brings messages to all receivers, each apart from the others; what fails is tried again, three times at most. */
@ApplicationScoped
public class Delivery {
    static final List<Duration> PAUSES = List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10));

    /** A receiver that has been away for long need not learn everything. */
    static final int MOST_WAITING = 20;

    private final Receivers receivers;
    private final Courier courier;
    private final Timers timers;
    private final Executor worker;
    private final Consumer<String> log;
    private final AtomicInteger waiting = new AtomicInteger();

    @Inject
    public Delivery(Receivers receivers, WebCourier courier, Timers timers) {
        this(receivers, courier, timers, Infrastructure.getDefaultWorkerPool(), Logger.getLogger(Delivery.class)::warn);
    }

    /** @param worker where a file may be read */
    Delivery(Receivers receivers, Courier courier, Timers timers, Executor worker, Consumer<String> log) {
        this.receivers = receivers;
        this.courier = courier;
        this.timers = timers;
        this.worker = worker;
        this.log = log;
    }

    /** Whether there is anybody to send word to. */
    boolean isOn() {
        return !receivers.all().isEmpty();
    }

    /** Returns at once. */
    void send(Message message) {
        for (var receiver : receivers.all()) {
            if (waiting.incrementAndGet() > MOST_WAITING) {
                waiting.decrementAndGet();
                log.accept("a notice was left out: too many wait to be sent");
            } else {
                attempt(receiver, message, 0);
            }
        }
    }

    private void attempt(Receiver receiver, Message message, int failed) {
        worker.execute(() -> posted(receiver, message).subscribe().with(outcome -> {
            if (outcome.problem() == null) {
                waiting.decrementAndGet();
            } else if (outcome.again() && failed < PAUSES.size()) {
                var pause = PAUSES.get(failed);
                log.accept("a notice could not be sent: " + outcome.problem() + "; tried again in " + pause.toSeconds()
                        + " s");
                timers.after(pause, () -> attempt(receiver, message, failed + 1));
            } else {
                waiting.decrementAndGet();
                log.accept("a notice could not be sent, and is given up: " + outcome.problem());
            }
        }));
    }

    private Uni<Outcome> posted(Receiver receiver, Message message) {
        try {
            var post = receiver.post(message);
            return courier.send(post)
                    .map(outcome -> outcome.problem() == null
                            ? outcome
                            : new Outcome(post.kind() + ": " + outcome.problem(), outcome.again()));
        } catch (IOException e) { // its text may name what it should not
            return Uni.createFrom()
                    .item(new Outcome(
                            "Telegram: preflight.notify.telegram.token-file holds no token that can be read", true));
        }
    }
}
