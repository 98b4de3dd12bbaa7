package gunbot.preflight.exchange.faults;

import static gunbot.preflight.facts.Code.UNEXPECTED_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.standin.Answer;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Ways to another host: it is never asked, and learns nothing of a key. */
class RedirectTest extends TroubleTest {
    private final AtomicInteger connections = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx();
    private NetServer elsewhere;

    @BeforeAll
    void listen() {
        elsewhere = vertx.createNetServer().connectHandler(socket -> connections.incrementAndGet());
        elsewhere
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterAll
    void nobodyCame() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        assertThat(connections).hasValue(0);
    }

    @Override
    Stream<Trouble> rows() {
        return Stream.concat(
                IntStream.of(301, 302, 303, 307, 308)
                        .mapToObj(status -> Trouble.of(
                                "elsewhere, with status " + status,
                                UNEXPECTED_ANSWER,
                                way -> way.send(Answer.of(
                                        status,
                                        "",
                                        Map.of("location", "http://127.0.0.1:" + elsewhere.actualPort() + "/"))))),
                Stream.of(
                        Trouble.of(
                                "elsewhere, with the whole answer",
                                UNEXPECTED_ANSWER,
                                way -> way.send(new Answer(
                                        302,
                                        way.genuine()
                                                .with("location", "http://127.0.0.1:" + elsewhere.actualPort())
                                                .headers(),
                                        way.genuine().body()))),
                        Trouble.of(
                                "elsewhere, to be tried again soon",
                                null,
                                way -> way.passWith("refresh", "0; url=http://127.0.0.1:" + elsewhere.actualPort())),
                        Trouble.of(
                                "elsewhere, for the next time",
                                null,
                                way -> way.passWith("alt-svc", "h2=\"127.0.0.1:" + elsewhere.actualPort() + "\"")),
                        Trouble.of(
                                "elsewhere, through a proxy",
                                UNEXPECTED_ANSWER,
                                way -> way.send(Answer.of(
                                        305, "", Map.of("location", "http://127.0.0.1:" + elsewhere.actualPort()))))));
    }
}
