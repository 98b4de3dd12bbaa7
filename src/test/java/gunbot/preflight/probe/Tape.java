package gunbot.preflight.probe;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.settings.Settings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way out with a tape in it: it records what an exchange answers to each of its allowed calls, or plays such answers
 * without a network. All else is the program's own: holes, signing, limits, clocks, cleaning.
 */
public final class Tape extends ExchangeClient {
    private final Clock clock;
    private final Settings settings;
    private Exchange exchange;
    private Map<String, Answer> answers;
    private boolean playing;

    public Tape(Vertx vertx, Clock clock, Settings settings) {
        super(vertx, settings, clock);
        this.clock = clock;
        this.settings = settings;
    }

    /** What is asked over the network, and every answer, by the call as written among the allowed ones. */
    public Map<String, Answer> record(Exchange exchange, Question question) {
        this.exchange = exchange;
        answers = new LinkedHashMap<>();
        playing = false;
        ask(question);
        return answers;
    }

    /** The same question, answered from a tape; whatever is not on it, is not understood by the exchange. */
    public Told play(Exchange exchange, Question question, Map<String, Answer> tape) {
        this.exchange = exchange;
        answers = tape;
        playing = true;
        return ask(question);
    }

    private Told ask(Question question) {
        var line = new Line(this, new HostPauses(clock), new HostSlots(), new Nonces(), clock, settings);
        var credentials = question.credentials();
        return new Asker(line, List.of(credentials.secret(), credentials.passphrase()))
                .ask(exchange, question)
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    @Override
    Uni<Reply> send(Request request, Signature signature, URI origin, Duration timeout) {
        var call = exchange.allowedCalls().stream()
                .filter(allowed -> allowed.admits(request))
                .findFirst()
                .orElseThrow()
                .text();
        if (playing) {
            return Uni.createFrom().item(reply(answers.get(call)));
        }
        return super.send(request, signature, origin, timeout).invoke(reply -> answers.put(call, reply.answer()));
    }

    private Reply reply(Answer answer) {
        var now = clock.millis();
        return answer == null
                ? new Reply(null, Refusal.of(Code.UNEXPECTED_ANSWER, "not on the tape"), now, now, false)
                : new Reply(answer, null, now, now, false);
    }
}
