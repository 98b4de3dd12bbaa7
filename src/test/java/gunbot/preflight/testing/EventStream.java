package gunbot.preflight.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Listens to server-sent events, as a browser would, until it is closed. */
public final class EventStream implements AutoCloseable {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;
    private final Thread reader;

    /** One event; a comment has the name {@code :}. */
    public record Event(String name, String data) {}

    /** Collects what comes. */
    public EventStream(String url) {
        this(url, null);
    }

    /** @param each hears of each event in place of collecting it */
    public EventStream(String url, Consumer<Event> each) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url)).build();
            lines = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofLines())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        var to = each == null ? (Consumer<Event>) events::add : each;
        reader = new Thread(() -> read(to));
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Consumer<Event> to) {
        var name = "";
        try {
            for (var next = lines.iterator(); next.hasNext(); ) {
                var line = next.next();
                if (line.startsWith("event:")) {
                    name = line.substring("event:".length());
                } else if (line.startsWith("data:")) {
                    to.accept(new Event(name, line.substring("data:".length())));
                } else if (line.startsWith(":")) {
                    to.accept(new Event(":", line.substring(1)));
                } else if (!line.isEmpty()) {
                    to.accept(new Event("unexpected line", line));
                }
            }
        } catch (UncheckedIOException e) {
            to.accept(new Event("ended", ""));
        }
    }

    public List<Event> events() {
        return events;
    }

    /** The names of the events so far, without comments. */
    public List<String> names() {
        return events.stream()
                .map(Event::name)
                .filter(name -> !name.equals(":"))
                .toList();
    }

    @Override
    public void close() {
        lines.close();
    }
}
