package gunbot.preflight.standin;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** Puts answers on the wire, or fails to, as a fault demands. */
final class Transport {

    private static final Buffer CHUNK = Buffer.buffer("x".repeat(1 << 16));
    private static final long TRICKLE_MILLIS = 50;

    private final Vertx vertx;

    Transport(Vertx vertx) {
        this.vertx = vertx;
    }

    void send(HttpServerResponse response, Fault fault, Answer answer, Runnable done) {
        if (response.closed()) {
            return;
        }
        switch (fault) {
            case SILENT -> {}
            case RESET -> response.reset();
            case TRICKLE -> trickle(response.setChunked(true));
            case ENDLESS -> pour(response.setChunked(true));
            default -> {
                answer.headers().forEach(response::putHeader);
                // counted as done before the caller can see the end of it and send the next
                done.run();
                response.setStatusCode(answer.status()).end(answer.body());
            }
        }
    }

    private void trickle(HttpServerResponse response) {
        response.write(" ");
        long timer = vertx.setPeriodic(TRICKLE_MILLIS, tick -> response.write(" "));
        response.closeHandler(closed -> vertx.cancelTimer(timer));
    }

    private void pour(HttpServerResponse response) {
        // one piece at a time, so that a fast reader leaves the thread to others
        response.write(CHUNK).onSuccess(written -> vertx.runOnContext(next -> pour(response)));
    }
}
