package gunbot.preflight.testing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver of messages on the loopback, which writes down what it is sent. */
public final class Webhook implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String location;
    private volatile boolean endless;

    public Webhook() {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
                    request.headers().forEach(headers::put);
                    sent.add(new Sent(request.method().name(), request.uri(), headers, body.toString()));
                    answer(request);
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** One request that came. */
    public record Sent(String method, String uri, Map<String, String> headers, String body) {}

    private void answer(HttpServerRequest request) {
        var response = request.response().setStatusCode(status);
        if (location != null) {
            response.putHeader("Location", location);
        }
        if (endless) {
            response.setChunked(true).write("x".repeat(1000));
        } else {
            response.end("{}");
        }
    }

    /** All that came so far. */
    public List<Sent> sent() {
        return sent;
    }

    /** From now on it answers so. */
    public void answerWith(int other) {
        status = other;
    }

    public void redirectTo(String elsewhere) {
        status = 307;
        location = elsewhere;
    }

    /** From now on its answers never end. */
    public void neverEnd() {
        endless = true;
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
