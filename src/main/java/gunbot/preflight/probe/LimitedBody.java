package gunbot.preflight.probe;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;

/** Collects the body of one answer, and breaks the connection off when it grows over the limit or comes too late. */
final class LimitedBody implements BodyCodec<Buffer>, BodyStream<Buffer> {
    private final int most;
    private final Buffer body = Buffer.buffer();
    private final Promise<Buffer> whole = Promise.promise();
    private volatile HttpClientRequest sent;
    private volatile boolean aborted;
    private volatile boolean tooLarge;
    private volatile long sentAt;

    LimitedBody(int most) {
        this.most = most;
    }

    /** The request that this body answers; known once it is on its way. */
    void sent(HttpClientRequest request, long millis) {
        sent = request;
        sentAt = millis;
        if (aborted) {
            request.reset();
        }
    }

    /** When the request went onto its connection, Unix milliseconds; 0 before. */
    long sentAt() {
        return sentAt;
    }

    /** Whether the limit was what broke it off; the connection's own failure may be reported first. */
    boolean tooLarge() {
        return tooLarge;
    }

    /** Closes the connection: whoever still sends is not listened to any longer. */
    void abort() {
        aborted = true;
        var request = sent;
        if (request != null) {
            request.reset();
        }
    }

    @Override
    public void create(Handler<AsyncResult<BodyStream<Buffer>>> handler) {
        handler.handle(Future.succeededFuture(this));
    }

    @Override
    public Future<Void> write(Buffer chunk) {
        if (body.length() + chunk.length() > most) {
            tooLarge = true;
            whole.tryFail(new TooLargeException());
            abort();
            return whole.future().mapEmpty();
        }
        body.appendBuffer(chunk);
        return Future.succeededFuture();
    }

    @Override
    public void write(Buffer chunk, Handler<AsyncResult<Void>> handler) {
        var written = write(chunk);
        if (handler != null) {
            handler.handle(written);
        }
    }

    @Override
    public void end(Handler<AsyncResult<Void>> handler) {
        whole.tryComplete(body);
        if (handler != null) {
            handler.handle(Future.succeededFuture());
        }
    }

    @Override
    public void handle(Throwable failure) {
        whole.tryFail(failure);
    }

    @Override
    public Future<Buffer> result() {
        return whole.future();
    }

    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int size) {
        return this;
    }

    @Override
    public WriteStream<Buffer> drainHandler(Handler<Void> handler) {
        return this;
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        return this;
    }

    /** The answer is larger than anything an exchange has to say about a key. */
    static final class TooLargeException extends RuntimeException {
        TooLargeException() {
            super("answer too large", null, false, false);
        }
    }
}
