package gunbot.preflight.access;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * How many requests of one connection may wait for their answers, and that nobody asks who does not read. The server would
 * put any number of requests in a row before anybody looks at the first, and of answers before anybody takes the first, so
 * that a stranger without a token could fill the memory through one connection. Browsers and probes wait for an answer
 * before they ask again.
 */
public final class Pipelining extends ChannelDuplexHandler {
    private static final int MOST = 16;
    private static final String NAME = "preflight-pipelining";
    /** The part of the server that makes requests of what the codec has read. */
    private static final String SERVER = "handler";

    private int waiting = 1; // the one by which the connection was come by
    private boolean over;

    private Pipelining() {}

    /** Bounds the connection of a request from that request on. */
    public static void bound(HttpServerRequest request) {
        if (request.connection() instanceof ConnectionBase connection) {
            var pipeline = connection.channel().pipeline();
            if (pipeline.get(NAME) == null && pipeline.get(SERVER) != null) {
                pipeline.addBefore(SERVER, NAME, new Pipelining());
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!over
                && message instanceof HttpRequest
                && (++waiting > MOST || !context.channel().isWritable())) {
            over = true;
            context.close();
        }
        if (over) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent) {
            waiting--;
        }
        context.write(message, promise);
    }
}
