package gunbot.preflight.exchange.faults;

import static gunbot.preflight.facts.Code.EXCHANGE_CLOSED;
import static gunbot.preflight.facts.Code.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.Way;
import gunbot.preflight.testing.EveryExchange;
import gunbot.preflight.testing.Wait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exchanges that say nothing, or nothing to the end, or are not there: told within the time, and nothing is left open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SilentExchangeTest {
    private static final Map<String, String> SHORT = Map.of("preflight.probe.timeout", "500ms");
    private static final String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static final Map<String, Trouble> SILENCES = List.of(
                    Trouble.of("silence", UNREACHABLE, way -> {}),
                    Trouble.of("a byte of the head a second", UNREACHABLE, way -> way.drip("H", "T", 1000)),
                    Trouble.of(
                            "a byte of the body a second",
                            UNREACHABLE,
                            way -> way.drip(JSON + "Content-Length: 5000\r\n\r\n{", " ", 1000)),
                    Trouble.of(
                            "silence after the head",
                            UNREACHABLE,
                            way -> way.send(
                                    way.headOfLength(way.genuine().body().length()))),
                    Trouble.of(
                            "silence before the last byte",
                            UNREACHABLE,
                            way -> way.send(way.bytes().getBuffer(0, way.bytes().length() - 1))),
                    Trouble.of(
                            "hints without end",
                            UNREACHABLE,
                            way -> way.drip(
                                    "HTTP/1.1 103 Early Hints\r\n\r\n", "HTTP/1.1 103 Early Hints\r\n\r\n", 50)))
            .stream()
            .collect(Collectors.toMap(Trouble::name, silence -> silence));

    private Matrix matrix;

    @BeforeAll
    void start() {
        matrix = new Matrix();
    }

    @AfterAll
    void stop() {
        matrix.close();
    }

    @ParameterizedTest
    @CsvSource({
        "silence",
        "a byte of the head a second",
        "a byte of the body a second",
        "silence after the head",
        "silence before the last byte",
        "hints without end"
    })
    void silence_onTheTimeOrTheKey_unreachable(String silence) {
        for (int later = 0; later < 2; later++) {
            int more = later;
            matrix.attempt(
                    each -> more == 0 ? 1 : firstAboutTheKey(each),
                    KeyState.GOOD,
                    SHORT,
                    SILENCES.get(silence),
                    (each, result, bench, softly) -> softly.assertThat(Matrix.grave(result))
                            .as(each + " " + more)
                            .isEqualTo(Set.of(UNREACHABLE)));
        }
    }

    /** Where nothing listens, nobody is there; at one exchange that may be for good. */
    @Test
    void nothingListens_unreachable() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        everywhere(URI.create("http://127.0.0.1:" + port), SHORT);
    }

    @Test
    void resetAsSoonAsAccepted_unreachable() throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var accepting = new Thread(() -> resetAll(server));
            accepting.start();
            everywhere(URI.create("http://127.0.0.1:" + server.getLocalPort()), SHORT);
        }
    }

    private static void resetAll(ServerSocket server) {
        try {
            while (true) {
                var accepted = server.accept();
                accepted.setSoLinger(true, 0);
                accepted.close();
            }
        } catch (IOException closed) {
            // the test has ended
        }
    }

    /** Such a name is promised to belong to nobody. */
    @Test
    void nameThatNobodyHas_unreachable() {
        everywhere(URI.create("http://no-such-exchange.invalid:9"), SHORT);
    }

    @Test
    void silences_twentyInARow_noConnectionIsLeftWhileTheProgramRuns() {
        var each = EveryExchange.of("kucoin");
        matrix.keysAre(KeyState.GOOD);
        try (var bench = matrix.bench(Map.of("preflight.probe.timeout", "50ms"))) {
            for (int i = 0; i < 20; i++) {
                matrix.before(each).meddle(0, Way::close);
                bench.check(matrix.origins(List.of(each)));
                matrix.before(each).meddle(0, way -> {});
                bench.check(matrix.origins(List.of(each)));
            }
            Wait.until("all are closed", () -> matrix.before(each).open() == 0);
        }
    }

    private void everywhere(URI nowhere, Map<String, String> settings) {
        try (var bench = matrix.bench(settings)) {
            bench.check(matrix.exchanges().stream().collect(Collectors.toMap(each -> each, each -> nowhere)))
                    .forEach((each, result) -> assertThat(Matrix.grave(result))
                            .as(each.id())
                            .isSubsetOf(codeWithoutConnection(each, nowhere))
                            .hasSize(1));
        }
    }

    private static Set<Code> codeWithoutConnection(EveryExchange each, URI nowhere) {
        // its sheet: an address that takes no connection any more means that it is gone
        return each.id().equals("nash") ? Set.of(EXCHANGE_CLOSED, UNREACHABLE) : Set.of(UNREACHABLE);
    }

    private static int firstAboutTheKey(EveryExchange each) {
        return each.id().equals("nash") ? 3 : 2;
    }
}
