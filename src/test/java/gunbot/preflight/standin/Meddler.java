package gunbot.preflight.standin;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Stands on the line between a client and a stand-in, and does to one of the answers what no HTTP server can be made to do.
 * It speaks raw bytes to the client, and counts the connections that the client leaves open.
 */
public final class Meddler implements AutoCloseable {
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Vertx vertx;
    private final StandIn standIn;
    private final URI behind;
    private final NetServer server;
    private final HttpClient forward;
    private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile int nth;
    private volatile boolean always;
    private volatile Consumer<Way> mischief = Way::pass;

    private Meddler(Vertx vertx, StandIn behind, NetServerOptions options) {
        this.vertx = vertx;
        this.standIn = behind;
        this.behind = URI.create(behind.origin());
        this.forward = vertx.createHttpClient();
        this.server = vertx.createNetServer(options.setHost("127.0.0.1")).connectHandler(this::accept);
    }

    /** One that speaks in clear. */
    public static Meddler before(Vertx vertx, StandIn behind) {
        return before(vertx, behind, new NetServerOptions());
    }

    /**
     * @param options such as those for TLS
     */
    public static Meddler before(Vertx vertx, StandIn behind, NetServerOptions options) {
        Meddler meddler = new Meddler(vertx, behind, options);
        meddler.server.listen(0).toCompletionStage().toCompletableFuture().join();
        return meddler;
    }

    public int port() {
        return server.actualPort();
    }

    public URI origin() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /**
     * Counts anew from here on.
     *
     * @param nth which answer it befalls, from 1 on; the others pass as they are. 0: every one
     */
    public void meddle(int nth, Consumer<Way> mischief) {
        this.nth = nth;
        this.always = nth == 0;
        this.mischief = mischief;
        requests.set(0);
    }

    /** How many whole requests have come in. */
    public int requests() {
        return requests.get();
    }

    /** How many connections are open. */
    public int open() {
        return open.size();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
        forward.close().toCompletionStage().toCompletableFuture().join();
    }

    private void accept(NetSocket socket) {
        open.add(socket);
        socket.closeHandler(closed -> open.remove(socket));
        socket.exceptionHandler(broken -> {});
        Buffer[] seen = {Buffer.buffer()};
        socket.handler(bytes -> {
            seen[0].appendBuffer(bytes);
            for (int end = endOfRequest(seen[0].toString("ISO-8859-1"));
                    end > 0;
                    end = endOfRequest(seen[0].toString("ISO-8859-1"))) {
                Buffer request = seen[0].getBuffer(0, end);
                seen[0] = seen[0].getBuffer(end, seen[0].length());
                forward(request, socket);
            }
        });
    }

    private void forward(Buffer request, NetSocket socket) {
        boolean hit = requests.incrementAndGet() == nth || always;
        String text = request.toString("ISO-8859-1");
        int head = text.indexOf(END_OF_HEAD);
        String[] lines = text.substring(0, head).split("\r\n");
        String[] first = lines[0].split(" ");
        RequestOptions options = new RequestOptions()
                .setHost(behind.getHost())
                .setPort(behind.getPort())
                .setMethod(HttpMethod.valueOf(first[0]))
                .setURI(first[1]);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            options.addHeader(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
        }
        Buffer body = request.getBuffer(head + END_OF_HEAD.length(), request.length());
        forward.request(options)
                .compose(sent -> sent.send(body))
                .compose(answer -> answer.body().map(whole -> {
                    Map<String, String> headers = new TreeMap<>();
                    answer.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
                    headers.keySet().removeAll(Set.of("content-length", "transfer-encoding")); // told anew
                    return new Answer(answer.statusCode(), headers, whole);
                }))
                .onSuccess(answer ->
                        (hit ? mischief : (Consumer<Way>) Way::pass).accept(new Way(vertx, socket, standIn, answer)))
                .onFailure(failure -> socket.close());
    }

    /** Where the first request ends; -1 while it is not whole. */
    private static int endOfRequest(String seen) {
        int head = seen.indexOf(END_OF_HEAD);
        if (head < 0) {
            return -1;
        }
        int length = 0;
        for (String line : seen.substring(0, head).split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        int end = head + END_OF_HEAD.length() + length;
        return seen.length() < end ? -1 : end;
    }
}
