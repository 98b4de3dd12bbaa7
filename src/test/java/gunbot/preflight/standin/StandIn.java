package gunbot.preflight.standin;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A server on the loopback address that answers as an exchange would: it verifies every request from its bytes, refuses in
 * the exchange's own words, and can be made to misbehave. All requests run on one thread of its own and none blocks it.
 */
public abstract class StandIn implements AutoCloseable {

    private final Clock clock;
    private final Words words;
    private final Faults faults;
    private final Traffic traffic = new Traffic();
    private final Map<String, StandInKey> keys = new ConcurrentHashMap<>();
    private final Map<String, Scripted> scripts = new ConcurrentHashMap<>();
    private volatile Map<String, Call> calls = Map.of();
    private volatile Duration delay = Duration.ZERO;
    private volatile Duration ahead = Duration.ZERO;
    private volatile boolean declares = true;
    private volatile Consumer<Recorded> listener = request -> {};
    private Vertx vertx;
    private HttpServer server;

    private record Scripted(Answer answer, boolean verified) {}

    protected StandIn(Clock clock, Words words) {
        this.clock = clock;
        this.words = words;
        this.faults = new Faults(words);
    }

    /** The calls that are served; whatever else arrives is unexpected. */
    protected abstract List<Call> calls();

    /** The states that a key of this exchange can be in. */
    protected abstract Set<KeyState> states();

    /** The name of the call that a request is; another than method and path where an id stands in the path. */
    protected String nameOf(Recorded request) {
        return request.call();
    }

    /** The key that a request names. */
    protected abstract Optional<String> keyId(Recorded request);

    /** The refusal of a request whose headers, key, time or signature are wrong. */
    protected abstract Optional<Answer> unverified(Recorded request);

    /** The refusal of every signed call of a key in this state. */
    protected abstract Optional<Answer> barred(Recorded request, StandInKey key);

    /** Gets ready to answer without a server, by {@link #replyTo}. */
    public StandIn offline() {
        calls = calls().stream().collect(Collectors.toMap(Call::name, Function.identity()));
        return this;
    }

    public StandIn start() {
        offline();
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(0)
                .setAcceptBacklog(4096)
                .setHttp2ClearTextEnabled(false);
        server = vertx.createHttpServer(options)
                .requestHandler(this::receive)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return this;
    }

    @Override
    public void close() {
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            vertx = null;
        }
    }

    public String origin() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** Adds a key, or replaces the one of the same id, as when its user ticks a box. */
    public void add(StandInKey key) {
        if (!states().contains(key.state())) {
            throw new IllegalArgumentException("No key is " + key.state() + " here");
        }
        keys.put(key.id(), key);
    }

    /** Deletes a key. */
    public void remove(String keyId) {
        keys.remove(keyId);
    }

    public void delayEachAnswer(Duration delay) {
        this.delay = delay;
    }

    /** Sets the exchange's clock off from the right one; negative: behind. */
    public void clockAhead(Duration ahead) {
        this.ahead = ahead;
    }

    /** Whether the exchange offers its declaration of rights; without it the fall-backs are asked. */
    public void offerDeclaration(boolean offered) {
        this.declares = offered;
    }

    public void fault(Fault fault) {
        faults.set("", fault);
    }

    /** A fault for the paths that start so; the longest prefix counts. */
    public void fault(String pathPrefix, Fault fault) {
        faults.set(pathPrefix, fault);
    }

    /** What the faults that echo repeat, in place of everything that was sent. */
    public void repeat(Function<Recorded, String> what) {
        faults.repeat(what);
    }

    /** Answers a call so from now on, once the request itself is verified. */
    public void answer(String call, int status, String body, Map<String, String> headers) {
        scripts.put(call, new Scripted(Answer.of(status, body, headers), true));
    }

    /** Answers a call so from now on, without a look at key and signature. */
    public void answerUnverified(String call, int status, String body, Map<String, String> headers) {
        scripts.put(call, new Scripted(Answer.of(status, body, headers), false));
    }

    /** What is answered to a request that did not come over a wire. */
    public Answer replyTo(Recorded request) {
        return answerTo(request, faults.of(request.path()));
    }

    /** The key that a request names; empty where it names none. */
    public String keyOf(Recorded request) {
        return keyId(request).orElse("");
    }

    /** Drops the scripted answer of a call. */
    public void answerAsUsual(String call) {
        scripts.remove(call);
    }

    /** A refusal in this exchange's own form with a text in it. */
    public Answer refusalSaying(String text) {
        return words.echo(text);
    }

    /** How often each method and path was asked. */
    public Map<String, Integer> requests() {
        return traffic.requests();
    }

    public List<Recorded> log() {
        return traffic.log();
    }

    /** Requests that no careful program sends: unknown calls, and known ones with other parameters. */
    public List<Recorded> unexpected() {
        return traffic.unexpected();
    }

    /** Tells of each request as it arrives, before it is answered, on the stand-in's own thread. */
    public void onRequest(Consumer<Recorded> listener) {
        this.listener = listener;
    }

    /** The most requests that were in flight at once. */
    public int mostInFlight() {
        return traffic.mostInFlight();
    }

    /** The most requests of one key that were in flight at once. */
    public int mostInFlight(String keyId) {
        return traffic.mostInFlight(keyId);
    }

    /** Starts counting anew. */
    public void forgetTraffic() {
        traffic.forget();
    }

    protected final Instant now() {
        return clock.instant().plus(ahead);
    }

    protected final Optional<StandInKey> key(Recorded request) {
        return keyId(request).map(keys::get);
    }

    protected final boolean declares(StandInKey key) {
        return declares && key.state() != KeyState.LEGACY_NO_DECLARATION;
    }

    private void receive(HttpServerRequest request) {
        request.body().onSuccess(body -> receive(request, body));
    }

    private void receive(HttpServerRequest request, Buffer body) {
        Recorded recorded = Recorded.of(request, body);
        Runnable done = traffic.begin(recorded, keyId(recorded).orElse(""));
        request.response().endHandler(ended -> done.run());
        listener.accept(recorded);
        Fault fault = faults.of(recorded.path());
        Answer answer = answerTo(recorded, fault);
        Transport transport = new Transport(vertx);
        // judged at once, so that a delay makes no request too old
        if (delay.isZero()) {
            transport.send(request.response(), fault, answer, done);
        } else {
            vertx.setTimer(delay.toMillis(), late -> transport.send(request.response(), fault, answer, done));
        }
    }

    private Answer answerTo(Recorded request, Fault fault) {
        try {
            Optional<String> wrong = Optional.ofNullable(calls.get(nameOf(request)))
                    .flatMap(call -> call.wrongParameter(request.parameters()));
            boolean known = calls.containsKey(nameOf(request)) || scripts.containsKey(nameOf(request));
            if (!known || wrong.isPresent()) {
                traffic.addUnexpected(request);
            }
            return faults.answer(fault, request, () -> usualAnswer(request, wrong));
        } catch (RuntimeException bug) {
            traffic.addUnexpected(request);
            return Answer.of(500, "The stand-in failed: " + bug, Map.of());
        }
    }

    private Answer usualAnswer(Recorded request, Optional<String> wrongParameter) {
        Call call = calls.get(nameOf(request));
        Scripted script = scripts.get(nameOf(request));
        if (script != null && !script.verified()) {
            return script.answer();
        }
        if (call == null && script == null) {
            return words.notServed(request);
        }
        boolean signed = call == null || call.signed();
        Optional<Answer> refusal = signed ? unverified(request) : Optional.empty();
        refusal = refusal.or(() -> wrongParameter.map(name -> words.badParameter(request, name)));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (script != null) {
            return script.answer();
        }
        StandInKey key = signed ? key(request).orElseThrow() : null;
        return Optional.ofNullable(key).flatMap(known -> barred(request, known)).orElseGet(() -> call.answer()
                .apply(request, key));
    }
}
