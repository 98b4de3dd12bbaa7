package gunbot.preflight.standin;

import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import java.util.LinkedHashMap;
import java.util.Map;

/** One answer on its way back to the client: it may pass as it is, in pieces, as another, or not at all. */
public final class Way {
    private final Vertx vertx;
    private final NetSocket socket;
    private final StandIn standIn;
    private final Answer genuine;

    Way(Vertx vertx, NetSocket socket, StandIn standIn, Answer genuine) {
        this.vertx = vertx;
        this.socket = socket;
        this.standIn = standIn;
        this.genuine = genuine;
    }

    /** What the stand-in answered. */
    public Answer genuine() {
        return genuine;
    }

    /** Who answered. */
    public StandIn standIn() {
        return standIn;
    }

    public void pass() {
        send(genuine);
    }

    /** The same with a header added, or replaced where the name, in lower case, is there. */
    public void passWith(String name, String value) {
        send(genuine.with(name, value));
    }

    /** The same head with another body. */
    public void passWithBody(Buffer body) {
        send(new Answer(genuine.status(), genuine.headers(), body));
    }

    /** The same headers and body with another status. */
    public void passWithStatus(int status) {
        send(new Answer(status, genuine.headers(), genuine.body()));
    }

    public void send(Answer answer) {
        send(head(answer.status(), lines(answer)));
        send(answer.body());
    }

    /** The genuine body under a head of which each line is given. */
    public void passUnder(String... lines) {
        send(head(genuine.status(), String.join("\r\n", lines)));
        send(genuine.body());
    }

    /** Raw bytes. */
    public void send(Buffer bytes) {
        socket.write(bytes);
    }

    public void send(String text) {
        socket.write(text);
    }

    /** Ends the connection in order. */
    public void close() {
        socket.close();
    }

    /** Ends the connection with a reset, as a firewall or a crash would. */
    public void reset() {
        ((NetSocketInternal) socket).channelHandlerContext().channel().config().setOption(ChannelOption.SO_LINGER, 0);
        // in a turn of its own, so that what was written before is on its way
        vertx.setTimer(1, later -> socket.close());
    }

    /** A piece, and another each time, until the client goes. */
    public void drip(String first, String next, long millis) {
        socket.write(first);
        vertx.setPeriodic(millis, timer -> socket.write(next).onFailure(gone -> vertx.cancelTimer(timer)));
    }

    /** A piece, and another as soon as it is read, until the client goes. */
    public void pour(String first, String next) {
        socket.write(first).onSuccess(written -> vertx.runOnContext(turn -> pour(next, next)));
    }

    /** The whole genuine answer as bytes. */
    public Buffer bytes() {
        return Buffer.buffer(head(genuine.status(), lines(genuine))).appendBuffer(genuine.body());
    }

    /** The genuine head, with another length told. */
    public String headOfLength(long length) {
        return head(genuine.status(), lines(genuine.with("content-length", length)));
    }

    public static String head(int status, String lines) {
        return "HTTP/1.1 " + status + " Told\r\n" + lines + "\r\n\r\n";
    }

    private static String lines(Answer answer) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.putIfAbsent("content-length", String.valueOf(answer.body().length()));
        return String.join(
                "\r\n",
                headers.entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue())
                        .toList());
    }
}
