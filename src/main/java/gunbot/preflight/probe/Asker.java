package gunbot.preflight.probe;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.exchange.TimeCall;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Asks about keys during one check: holds what the keys of an exchange share for as long as the check runs. */
public final class Asker {
    private static final Logger LOG = Logger.getLogger(Asker.class);

    /** Unix milliseconds have thirteen digits; whatever has not is no time. */
    private static final long EARLIEST = 1_000_000_000_000L;

    private static final long LATEST = 10_000_000_000_000L;

    private final Line line;
    private final Cleaner cleaner;
    private final Map<String, Uni<ServerTime>> times = new ConcurrentHashMap<>();

    /**
     * @param secrets every secret known, whatever its use: answers are cleaned of them
     */
    public Asker(Line line, Collection<String> secrets) {
        this.line = line;
        this.cleaner = new Cleaner(secrets);
    }

    /** Asks about one key. The outcome is always an item: whatever fails is told as a refusal. */
    public Uni<Told> ask(Exchange exchange, Question question) {
        var host = exchange.timeCall(question.testnet()).call().fill(Map.of()).host();
        return line.slots().in(host, () -> {
            var probe = new KeyProbe(exchange, question, line, serverTime(exchange, question));
            return Uni.createFrom()
                    .deferred(() -> exchange.ask(probe))
                    .map(facts -> told(exchange, probe, nothingSaid(facts)))
                    .onFailure()
                    .recoverWithItem(failure -> told(exchange, probe, fault(exchange, failure)));
        });
    }

    private Uni<ServerTime> serverTime(Exchange exchange, Question question) {
        var key = exchange.listing().id() + question.testnet() + question.origin();
        return times.computeIfAbsent(
                key, k -> measure(exchange, question).memoize().indefinitely());
    }

    private Uni<ServerTime> measure(Exchange exchange, Question question) {
        var time = exchange.timeCall(question.testnet());
        return Uni.createFrom().deferred(() -> {
            var out = new WayOut(exchange, question, line);
            return out.open(time.call(), Map.of()).map(outcome -> read(outcome, time, out));
        });
    }

    private static ServerTime read(Outcome outcome, TimeCall time, WayOut out) {
        return outcome.then(
                json -> {
                    var told = time.millis().apply(json).orElse(0);
                    var resolution = time.resolution().toMillis();
                    var reply = out.lastReply();
                    return told >= EARLIEST && told < LATEST
                            ? new ServerTime(
                                    ClockReading.of(reply.sent(), reply.received(), told, resolution),
                                    null,
                                    out.requests())
                            : new ServerTime(
                                    null, Refusal.of(Code.UNEXPECTED_ANSWER, "no time in the answer"), out.requests());
                },
                refusal -> new ServerTime(null, refusal, out.requests()));
    }

    private Told told(Exchange exchange, KeyProbe probe, Facts facts) {
        var labels = exchange.listing().boxes().stream().map(Box::label).collect(Collectors.toSet());
        var cleaner = this.cleaner.with(probe.out().signatures());
        var skewed = probe.refusedForTime();
        return new Told(
                facts.cleaned(cleaner::clean, labels),
                probe.clock(),
                skewed == null
                        ? null
                        : skewed.words(cleaner.clean(skewed.theirCode()), cleaner.clean(skewed.theirWords())),
                probe.requests(),
                probe.out().latencyMs(),
                line.clock().instant(),
                probe.late());
    }

    /** An answer that says nothing at all of the key is no good answer, however well-formed. */
    private static Facts nothingSaid(Facts facts) {
        return facts.grants().isEmpty() && facts.refusals().isEmpty()
                ? facts.with(Refusal.of(Code.UNEXPECTED_ANSWER, "the answer tells no rights"))
                : facts;
    }

    /** A fault of ours must not stop the other keys. Its text may hold anything, so only its kind is told. */
    private static Facts fault(Exchange exchange, Throwable failure) {
        LOG.errorf(
                "asking %s failed: %s",
                exchange.listing().id(), failure.getClass().getName());
        return Facts.refused(Refusal.of(
                Code.UNEXPECTED_ANSWER, "internal fault: " + failure.getClass().getSimpleName()));
    }
}
