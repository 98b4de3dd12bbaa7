package gunbot.preflight.program;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.EventStream;
import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.SampleKeys;
import gunbot.preflight.testing.Wait;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program keeps watching: Gunbot's file, the keys, those who listen. */
class WatchIT {
    private static final String DECLARATION = "GET /sapi/v1/account/apiRestrictions";

    private final Map<String, String> settings = new TreeMap<>();
    private StandIns standIns;
    private Program program;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        standIns = StandIns.start(Clock.systemUTC());
        settings.putAll(DemoKeys.origins(standIns));
        for (int number = 1; number <= 2; number++) {
            standIns.of("binance").add(SampleKeys.known("binance", number, KeyState.GOOD));
        }
    }

    @AfterEach
    void stop() {
        if (program != null) {
            program.close();
        }
        standIns.close();
    }

    @Test
    void newKey_isAskedByItself_aWriteThatChangesNoKeySendsNothing_andTheStreamTells() {
        serve(config("USDT-BTC", 1));
        try (var stream = new EventStream(program.api() + "/api/v1/readiness/stream")) {
            Wait.until("the last report is there", () -> stream.names().contains("report"));
            assertThat(declarations()).isEqualTo(1);

            Program.config(folder, config("USDT-ETH", 1));
            Wait.until("the write is noticed", () -> stream.events().size() >= 2);
            assertThat(stream.names()).containsOnly("report");
            assertThat(declarations()).isEqualTo(1);

            Program.config(folder, config("USDT-ETH", 1, 2));
            Wait.until(
                    "the new key is told of",
                    () -> stream.names().contains("key")
                            && stream.names().lastIndexOf("report")
                                    > stream.names().indexOf("key"));
            assertThat(declarations()).isEqualTo(2);
            var key = stream.events().get(stream.names().indexOf("key"));
            assertThat(new JsonObject(key.data()).getString("name")).isEqualTo("binance#2");
            assertThat(stream.names()).containsOnly("key", "report");
            var report = new JsonObject(
                    stream.events().get(stream.events().size() - 1).data());
            assertThat(report.getJsonArray("keys")).hasSize(2);
            assertThat(Instant.parse(report.getString("nextCheckAt"))).isAfter(Instant.now());
        }
        standIns.all().forEach(standIn -> assertThat(standIn.unexpected()).isEmpty());
    }

    @Test
    void rechecks_comeByThemselves_andAnOldAnswerKeepsItsTime() {
        standIns.of("kraken").add(SampleKeys.known("kraken", 7, KeyState.GOOD));
        settings.put("preflight.recheck.every", "200ms");
        var config = new JsonObject(config("USDT-BTC", 1));
        config.getJsonObject("exchanges").put("kraken", SampleKeys.entry("kraken", 7));
        serve(config.encode());
        var first = keyChecked("kraken");

        Wait.until("the key was asked many times", () -> declarations() > 10);

        assertThat(keyChecked("kraken")).isEqualTo(first); // has nonces, and Gunbot runs
        assertThat(keyChecked("binance")).isNotEqualTo(first);
        assertThat(program.err()).doesNotContain("ERROR");
    }

    @Test
    void quietStream_aCommentKeepsItOpen_andItTakesTheTokenLikeAnyPath() {
        serve(config("USDT-BTC", 1));
        given().header("Host", "evil.example")
                .get(program.api() + "/api/v1/readiness/stream")
                .then()
                .statusCode(421);
        try (var stream = new EventStream(program.api() + "/api/v1/readiness/stream")) {
            Wait.until("a comment came", () -> stream.events().stream()
                    .anyMatch(event -> event.name().equals(":")));
            assertThat(stream.names()).containsExactly("report");
        }
    }

    private void serve(String config) {
        settings.put("preflight.gunbot.config", Program.config(folder, config).toString());
        program = Program.serve(settings, Map.of());
        Wait.until(
                "the first report is there",
                () -> given().get(program.api() + "/api/v1/readiness").statusCode() == 200);
    }

    private int declarations() {
        return standIns.of("binance").requests().getOrDefault(DECLARATION, 0);
    }

    private String keyChecked(String name) {
        return given().get(program.api() + "/api/v1/readiness/" + name).path("keys[0].checkedAt");
    }

    private static String config(String pair, int... numbers) {
        var exchanges = new JsonObject();
        var pairs = new JsonObject();
        for (var number : numbers) {
            var name = number == 1 ? "binance" : "binance#" + number;
            exchanges.put(name, SampleKeys.entry("binance", number));
            pairs.put(name, new JsonObject().put(pair, new JsonObject().put("enabled", true)));
        }
        return new JsonObject().put("pairs", pairs).put("exchanges", exchanges).encode();
    }
}
