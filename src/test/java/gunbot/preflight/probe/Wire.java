package gunbot.preflight.probe;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.settings.Settings;
import gunbot.preflight.standin.Recorded;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A way out that needs no network: what would be sent is handed over, and the answer comes when the other end gives it. */
public final class Wire extends ExchangeClient {
    private final Clock clock;
    private final Ether ether;

    /** What carries requests in a test's own time. */
    @FunctionalInterface
    public interface Ether {
        /**
         * @param reply takes the answer once it has come; nothing where the exchange cannot be reached
         */
        void carry(String host, Recorded request, boolean signed, Consumer<Optional<Answer>> reply);
    }

    /** @param clock the machine's own */
    public Wire(Vertx vertx, Settings settings, Clock clock, Ether ether) {
        super(vertx, settings, clock);
        this.clock = clock;
        this.ether = ether;
    }

    @Override
    Uni<Reply> send(Request request, Signature signature, URI origin, Duration timeout) {
        return Uni.createFrom().emitter(emitter -> {
            long sent = clock.millis();
            ether.carry(
                    request.host(),
                    recorded(request, signature),
                    signature != Signature.NONE,
                    answer -> emitter.complete(answer.map(there -> new Reply(there, null, sent, clock.millis(), false))
                            .orElseGet(() -> new Reply(
                                    null,
                                    Refusal.of(Code.UNREACHABLE, "no connection")
                                            .variant(Refusal.NO_CONNECTION),
                                    0,
                                    clock.millis(),
                                    false))));
        });
    }

    private static Recorded recorded(Request request, Signature signature) {
        var body = signature.body(request);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(
                Map.of("Accept", "application/json", "Accept-Encoding", "gzip", "User-Agent", "gunbot-preflight"));
        if (body.startsWith("{")) {
            headers.put("Content-Type", "application/json");
        }
        headers.putAll(signature.headers());
        var query = request.query()
                + (request.query().isEmpty() || signature.query().isEmpty() ? "" : "&")
                + signature.query();
        return new Recorded(request.method(), request.path(), query, headers, Buffer.buffer(body));
    }
}
