package gunbot.preflight.exchange.faults;

import static gunbot.preflight.facts.Code.UNREACHABLE;

import gunbot.preflight.standin.Way;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Connections that end before the answer is whole, or between two questions. */
class BrokenConnectionTest extends TroubleTest {
    @Override
    Stream<Trouble> rows() {
        return Stream.of(
                Trouble.of("closed without a word", UNREACHABLE, Way::close),
                Trouble.of("reset without a word", UNREACHABLE, Way::reset),
                cut("reset in the first line", 7, Way::reset),
                cut("closed in the first line", 7, Way::close),
                cut("reset within the head", 40, Way::reset),
                cut("closed within the head", 40, Way::close),
                Trouble.of("reset after the head", UNREACHABLE, way -> {
                    way.send(way.headOfLength(way.genuine().body().length()));
                    way.reset();
                }),
                Trouble.of("reset within the body", UNREACHABLE, way -> {
                    way.send(way.bytes().getBuffer(0, way.bytes().length() - 3));
                    way.reset();
                }),
                Trouble.of("closed within the body", UNREACHABLE, way -> {
                    way.send(way.bytes().getBuffer(0, way.bytes().length() - 3));
                    way.close();
                }),
                Trouble.of("closed within a chunk", UNREACHABLE, way -> {
                    way.send(Way.head(200, "Content-Type: application/json\r\nTransfer-Encoding: chunked")
                            + "40\r\n{\"a\"");
                    way.close();
                }),
                Trouble.of("closed before the last chunk", UNREACHABLE, way -> {
                    way.send(Way.head(200, "Content-Type: application/json\r\nTransfer-Encoding: chunked")
                            + "2\r\n{}\r\n");
                    way.close();
                }),
                Trouble.of("closed after a whole answer, as told in it", null, way -> {
                    way.passWith("connection", "close");
                    way.close();
                }),
                Trouble.uncertain("closed after a whole answer, without a word", way -> {
                    way.pass();
                    way.close();
                }),
                Trouble.uncertain("reset after a whole answer", way -> {
                    way.pass();
                    way.reset();
                }),
                Trouble.of("an answer that ends with its connection", null, way -> {
                    way.send("HTTP/1.0 " + way.genuine().status() + " Told\r\nContent-Type: application/json\r\n"
                            + way.genuine().headers().entrySet().stream()
                                    .filter(header -> header.getKey().equals("date"))
                                    .map(header -> "Date: " + header.getValue() + "\r\n")
                                    .findFirst()
                                    .orElse("")
                            + "\r\n");
                    way.send(way.genuine().body());
                    way.close();
                }));
    }

    private static Trouble cut(String name, int after, Consumer<Way> end) {
        return Trouble.of(name, UNREACHABLE, way -> {
            way.send(way.bytes().getBuffer(0, after));
            end.accept(way);
        });
    }
}
