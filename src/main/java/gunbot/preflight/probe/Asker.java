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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Asks about keys during one check: holds what the keys of a host share for as long as the check runs. */
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

    /** Asks about one key for one market. The outcome is always an item: whatever fails is told as a refusal. */
    public Uni<Told> ask(Exchange exchange, Question question) {
        return ask(exchange, List.of(question)).map(told -> told.get(question));
    }

    /**
     * Asks about one key for every market that is wanted, one after the other. What they share is sent once, and what may be
     * sent about a key in one check is for all of them together.
     *
     * @param questions at least one, of the same key
     * @return what came of each; that some things are told of the key and not of the market, such as how many requests it took
     */
    public Uni<Map<Question, Told>> ask(Exchange exchange, List<Question> questions) {
        var first = questions.get(0);
        var host = exchange.timeCall(first.testnet()).call().fill(Map.of()).host();
        return line.slots().in(host, () -> {
            var session = new KeySession(exchange, first, line, serverTime(exchange, first));
            var facts = new LinkedHashMap<Question, Facts>();
            return inTurn(exchange, questions, session, facts).map(done -> told(exchange, session, facts));
        });
    }

    private Uni<Void> inTurn(
            Exchange exchange, List<Question> questions, KeySession session, Map<Question, Facts> facts) {
        var asked = new HashMap<KeyProbe.Asked, Outcome>();
        var chain = Uni.createFrom().voidItem();
        for (var question : questions) {
            chain = chain.chain(() -> facts(exchange, new KeyProbe(session, question, line, asked)))
                    .invoke(told -> facts.put(question, told))
                    .replaceWithVoid();
        }
        return chain;
    }

    private Uni<Facts> facts(Exchange exchange, KeyProbe probe) {
        return Uni.createFrom()
                .deferred(() -> exchange.ask(probe))
                .map(Asker::nothingSaid)
                .onFailure()
                .recoverWithItem(failure -> fault(exchange, failure));
    }

    private Uni<ServerTime> serverTime(Exchange exchange, Question question) {
        // one host's clock is one clock, whichever exchanges live there
        var key = exchange.timeCall(question.testnet()).call().text() + question.origin();
        return times.computeIfAbsent(
                key, k -> measure(exchange, question).memoize().indefinitely());
    }

    private Uni<ServerTime> measure(Exchange exchange, Question question) {
        var time = exchange.timeCall(question.testnet());
        return Uni.createFrom().deferred(() -> {
            var out = new WayOut(exchange, question, line);
            return out.open(time.call(), Map.of())
                    .map(outcome -> read(outcome, time, out, line.nanos().getAsLong()));
        });
    }

    private static ServerTime read(Outcome outcome, TimeCall time, WayOut out, long nanos) {
        return outcome.then(
                json -> {
                    var told = time.millis().apply(json).orElse(0);
                    var resolution = time.resolution().toMillis();
                    var reply = out.lastReply();
                    return told >= EARLIEST && told < LATEST
                            ? new ServerTime(
                                    ClockReading.of(reply.sent(), reply.received(), told, resolution),
                                    reply.received(),
                                    nanos,
                                    null,
                                    out.requests())
                            : ServerTime.unknown(
                                    Refusal.of(Code.UNEXPECTED_ANSWER, "no time in the answer"), out.requests());
                },
                refusal -> ServerTime.unknown(refusal, out.requests()));
    }

    private Map<Question, Told> told(Exchange exchange, KeySession session, Map<Question, Facts> facts) {
        var labels = exchange.listing().boxes().stream().map(Box::label).collect(Collectors.toSet());
        var cleaner = this.cleaner.with(session.out().signatures());
        var skewed = session.refusedForTime();
        var refusedForTime = skewed == null
                ? null
                : skewed.words(cleaner.clean(skewed.theirCode()), cleaner.clean(skewed.theirWords()));
        var now = line.clock().instant();
        var told = new LinkedHashMap<Question, Told>();
        facts.forEach((question, said) -> told.put(
                question,
                new Told(
                        said.cleaned(cleaner::clean, labels),
                        session.clock(),
                        refusedForTime,
                        session.requests(),
                        session.out().latencyMs(),
                        now,
                        session.late())));
        return told;
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
