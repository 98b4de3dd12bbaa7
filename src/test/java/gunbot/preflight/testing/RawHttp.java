package gunbot.preflight.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A connection that sends bytes as they stand, such as no client would that knows HTTP, and reads what comes back. */
public final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MS = 30_000;
    private static final Pattern STATUS = Pattern.compile("(?m)^\\w+/\\d\\.\\d (\\d{3}) ");

    private final Socket socket = new Socket();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    /** @param base the address of the server, as {@code http://127.0.0.1:8090} */
    public RawHttp(String base) {
        this(base, 0);
    }

    /** @param receiveBuffer how much the system takes in before anybody reads; 0 for its own choice */
    public RawHttp(String base, int receiveBuffer) {
        try {
            if (receiveBuffer > 0) {
                socket.setReceiveBufferSize(receiveBuffer);
            }
            var address = URI.create(base);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that came back, and whether the server closed the connection after it. */
    public record Answer(String text, boolean closed) {
        /** One status for each answer. */
        public List<Integer> statuses() {
            return STATUS.matcher(text)
                    .results()
                    .map(found -> Integer.valueOf(found.group(1)))
                    .toList();
        }

        public String head() {
            return text.split("\r\n\r\n", 2)[0];
        }
    }

    /** Sends a request over a connection of its own, and reads until the server closes it. */
    public static Answer ask(String base, String request) {
        try (var connection = new RawHttp(base)) {
            connection.send(request);
            return connection.readToTheEnd();
        }
    }

    /** Whether it could be sent; not so where the server has closed the connection. */
    public boolean send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public Answer readToTheEnd() {
        var closed = read(PATIENCE_MS);
        return new Answer(text(), closed);
    }

    /** What has come so far, and whether that was all. */
    public Answer readWhatIsThere() {
        var closed = read(1);
        return new Answer(text(), closed);
    }

    private boolean read(int patience) {
        try {
            socket.setSoTimeout(patience);
            var some = new byte[65536];
            for (int count = 0; count >= 0; count = socket.getInputStream().read(some)) {
                read.write(some, 0, count);
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true; // it was reset
        }
    }

    private String text() {
        return read.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
