package gunbot.preflight.program;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.RawHttp;
import gunbot.preflight.testing.SampleKeys;
import gunbot.preflight.testing.Wait;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program is asked to end while it is busy; two seconds is what the README promises to whoever asks. */
class EndIT {
    private static final String TOKEN = "a-token-of-more-than-24-characters";
    private static final long WITHIN_MS = 2_000;
    private static final int OF_SIGTERM = 143;
    private static final int OF_SIGINT = 130;

    private final Map<String, String> settings = new TreeMap<>();
    private final List<RawHttp> clients = new ArrayList<>();
    private StandIns standIns;
    private Program program;

    @TempDir
    Path folder;

    @TempDir
    Path state;

    @BeforeEach
    void start() {
        standIns = StandIns.start(Clock.systemUTC());
        settings.putAll(DemoKeys.origins(standIns));
        var exchanges = new JsonObject();
        var pairs = new JsonObject();
        for (var id : List.of("binance", "kraken", "bitmex")) {
            standIns.of(id).add(SampleKeys.known(id, 1, KeyState.GOOD));
            exchanges.put(id, SampleKeys.entry(id, 1));
            pairs.put(id, new JsonObject().put("USDT-BTC", new JsonObject().put("enabled", true)));
        }
        var config = new JsonObject().put("pairs", pairs).put("exchanges", exchanges);
        settings.put(
                "preflight.gunbot.config",
                Program.config(folder, config.encode()).toString());
        settings.put("preflight.state.dir", state.toString());
        // one never answers, one is in the middle of its questions, one is done and remembered
        standIns.of("binance").fault(Fault.SILENT);
        standIns.of("kraken").delayEachAnswer(Duration.ofMillis(700));
    }

    @AfterEach
    void stop() {
        clients.forEach(RawHttp::close);
        if (program != null) {
            program.close();
        }
        standIns.close();
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void service_duringACheck_withStreamsAndRequestsOpen(String signal, int code) throws IOException {
        settings.put("preflight.access.token", TOKEN);
        program = Program.serve(settings, Map.of());
        Wait.until(
                "the check is in the middle", () -> !standIns.of("kraken").log().isEmpty());
        for (int i = 0; i < 8; i++) {
            open("GET /api/v1/readiness/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + TOKEN
                    + "\r\n\r\n");
            open("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer wrong\r\n\r\n"); // held back for seconds
            open("POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\ntok"); // and no more
            open("GET / HT");
        }
        Wait.until("the last is connected", () -> program.openFiles() < 0 || program.openFiles() > 32);

        endsSoon(signal, code);

        assertWholeState();
        assertThat(clients).noneMatch(client -> client.readWhatIsThere().text().contains("event:report"));
    }

    @ParameterizedTest
    @CsvSource({"check, TERM", "check, INT", "wait, TERM", "wait, INT"})
    void command_duringACheck(String command, String signal) throws IOException {
        program = Program.begin(settings, command);
        Wait.until(
                "the check is in the middle", () -> !standIns.of("kraken").log().isEmpty());

        endsSoon(signal, signal.equals("TERM") ? OF_SIGTERM : OF_SIGINT);

        assertThat(program.out()).isEmpty();
        if (command.equals("wait")) {
            assertWholeState();
        }
    }

    @ParameterizedTest
    @CsvSource({"10", "150", "400"})
    void service_duringTheStart(int afterMillis) {
        program = Program.begin(settings);
        LockSupport.parkNanos(afterMillis * 1_000_000L); // some moment of the start; the end is the same at any

        endsSoon("TERM", OF_SIGTERM);
    }

    @Test
    void service_thatFindsAStateFileFromElsewhere_saysSo_goesOn_andReplacesIt() throws IOException {
        standIns.all().forEach(standIn -> standIn.fault(Fault.NONE));
        var file = Files.writeString(state.resolve("preflight-state.json"), "{\"version\": 99, \"salt\": \"AAAA\"}");
        program = Program.serve(settings, Map.of());
        Wait.until("the gate is open", () -> health("started") == 200);

        assertThat(program.err()).contains("nothing is remembered").doesNotContain("AAAA", "\tat ");
        Wait.until("it is replaced", () -> read(file).contains("openedAt"));
        endsSoon("TERM", OF_SIGTERM);
        assertWholeState();
    }

    @Test
    void withoutANetwork_itServesAndHolds_andOpensWhenTheNetworkIsBack() {
        settings.remove("preflight.state.dir");
        standIns.all().forEach(standIn -> standIn.fault(Fault.RESET));
        program = Program.serve(settings, Map.of());
        Wait.until("there is a report", () -> report().getString("verdict") != null);

        assertThat(report().getString("verdict")).isEqualTo("UNKNOWN");
        assertThat(report().encode()).contains("NO_NETWORK").doesNotContain("UNREACHABLE");
        assertThat(health("started")).isEqualTo(503);
        assertThat(health("ready")).isEqualTo(200);
        assertThat(health("live")).isEqualTo(200);

        standIns.all().forEach(standIn -> standIn.fault(Fault.NONE));
        given().post(program.api() + "/api/v1/readiness/refresh").then().statusCode(202);
        Wait.until("the gate is open", () -> health("started") == 200);
        assertThat(report().encode()).doesNotContain("NO_NETWORK");
    }

    private void open(String request) {
        var client = new RawHttp(program.api());
        client.send(request);
        clients.add(client);
    }

    private void endsSoon(String signal, int code) {
        var begun = System.nanoTime();
        program.signal(signal);
        var ended = program.end();
        var took = Duration.ofNanos(System.nanoTime() - begun).toMillis();

        System.out.printf("ended %d ms after SIG%s with exit code %d%n", took, signal, ended);
        assertThat(ended).as(program.err()).isIn(0, code);
        if (Program.isNative()) { // a JVM needs processor time to end, which others may be using
            assertThat(took).isLessThanOrEqualTo(WITHIN_MS);
        }
        assertThat(program.err()).doesNotContain("\tat ", "a listener failed");
    }

    private void assertWholeState() throws IOException {
        assertThat(new JsonObject(read(state.resolve("preflight-state.json"))).getInteger("version"))
                .isEqualTo(1);
        try (var files = Files.list(state)) {
            assertThat(files).hasSize(1);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonObject report() {
        return new JsonObject(given().get(program.api() + "/api/v1/readiness").asString());
    }

    private int health(String path) {
        return given().get(program.management() + "/q/health/" + path).statusCode();
    }
}
