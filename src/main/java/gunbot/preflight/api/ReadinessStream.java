package gunbot.preflight.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gunbot.preflight.check.CheckListener;
import gunbot.preflight.check.Checks;
import gunbot.preflight.check.Rechecks;
import gunbot.preflight.gate.Gate;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.KeyView;
import gunbot.preflight.report.Report;
import gunbot.preflight.report.ReportView;
import gunbot.preflight.report.Wording;
import gunbot.preflight.text.Texts;
import gunbot.preflight.timing.Timers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tells those who listen of every check as it goes: each key as it is done, the report at the end. So many may listen at a
 * time; the one who has listened longest gives way to a newcomer, and may come back. Of a check that starts nothing is told.
 */
@ApplicationScoped
public class ReadinessStream implements CheckListener {
    static final int MOST_CLIENTS = 32;
    static final Duration BETWEEN_COMMENTS = Duration.ofSeconds(15);

    private final Supplier<Optional<Report>> last;
    private final Supplier<Optional<Instant>> nextCheckAt;
    private final Gate gate;
    private final ObjectMapper mapper;
    private final Timers timers;
    private final Set<StreamClient> clients = new LinkedHashSet<>(); // the oldest first
    private boolean ticking;

    @Inject
    public ReadinessStream(Checks checks, Rechecks rechecks, Gate gate, ObjectMapper mapper, Timers timers) {
        this(checks::last, rechecks::nextCheckAt, gate, mapper, timers);
        checks.listen(this);
    }

    ReadinessStream(
            Supplier<Optional<Report>> last,
            Supplier<Optional<Instant>> nextCheckAt,
            Gate gate,
            ObjectMapper mapper,
            Timers timers) {
        this.last = last;
        this.nextCheckAt = nextCheckAt;
        this.gate = gate;
        this.mapper = mapper;
        this.timers = timers;
        gate.onChange(() -> last.get().ifPresent(this::report));
    }

    /** The last report, if there is one, and all that happens from then on; ends only when the client goes or is too slow. */
    Multi<StreamEvent> open(Locale locale) {
        return Multi.createFrom().emitter(emitter -> join(locale, emitter), BackPressureStrategy.ERROR);
    }

    private void join(Locale locale, MultiEmitter<? super StreamEvent> emitter) {
        var client = new StreamClient(locale, emitter);
        emitter.onTermination(() -> leave(client));
        emitter.onRequest(more -> client.drain());
        var oldest = enter(client);
        if (oldest != null) {
            oldest.end();
        }
        if (emitter.isCancelled()) {
            leave(client); // gone before it was in
        }
        offerLast(client);
    }

    /** Again while a newer one has come meanwhile: it may have been told before the older one was offered. */
    private void offerLast(StreamClient client) {
        Report offered = null;
        for (var report = last.get().orElse(null);
                report != offered;
                report = last.get().orElse(null)) {
            client.offer(event(report, client.locale()));
            offered = report;
        }
    }

    /** Lets a client in, and gives back the one that must go for it, or null. */
    private synchronized StreamClient enter(StreamClient client) {
        var oldest = clients.size() < MOST_CLIENTS ? null : clients.iterator().next();
        clients.remove(oldest);
        clients.add(client);
        if (!ticking) {
            ticking = true;
            timers.after(BETWEEN_COMMENTS, this::tick);
        }
        return oldest;
    }

    private synchronized void leave(StreamClient client) {
        clients.remove(client);
    }

    private synchronized List<StreamClient> present() {
        return List.copyOf(clients);
    }

    /** How many listen now. */
    int clients() {
        return present().size();
    }

    private void tick() {
        present().forEach(StreamClient::tick);
        synchronized (this) {
            ticking = !clients.isEmpty();
            if (ticking) {
                timers.after(BETWEEN_COMMENTS, this::tick);
            }
        }
    }

    @Override
    public void key(KeyReport key) {
        tell(locale -> event(key, locale));
    }

    @Override
    public void report(Report report) {
        tell(locale -> event(report, locale));
    }

    /** What is told is put into words once per language, not once per client. */
    private void tell(Function<Locale, StreamEvent> event) {
        var words = new HashMap<Locale, StreamEvent>();
        present().forEach(client -> client.offer(words.computeIfAbsent(client.locale(), event)));
    }

    private StreamEvent event(Report report, Locale locale) {
        var next = nextCheckAt.get().orElse(null);
        return new StreamEvent(StreamEvent.Kind.REPORT, json(ReportView.of(report, gate, Texts.in(locale), next)));
    }

    private StreamEvent event(KeyReport key, Locale locale) {
        return new StreamEvent(StreamEvent.Kind.KEY, json(KeyView.of(key, new Wording(Texts.in(locale)))));
    }

    /** On one line: JSON writes every control character of a name as an escape. */
    private String json(Object view) {
        try {
            return mapper.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
