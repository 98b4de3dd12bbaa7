package gunbot.preflight.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gunbot.preflight.standin.binance.BinanceStandIn;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all stand-ins have in common, seen at one of them. */
@Timeout(60)
class StandInTest {

    private static final String TIME = "/api/v3/time";

    private final BinanceStandIn standIn = BinanceStandIn.production(Clock.systemUTC());
    private StandInClient client;

    @BeforeEach
    void start() {
        standIn.start();
        client = new StandInClient(standIn);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void requests_areCountedAndKeptAsSent() {
        client.get(TIME + "?a=%20b");
        client.get(TIME);
        client.send("POST", "/orders", Map.of("X-Some", "value"), "the body");

        assertThat(standIn.requests()).isEqualTo(Map.of("GET /api/v3/time", 2, "POST /orders", 1));
        assertThat(standIn.log().get(0).query()).isEqualTo("a=%20b");
        Recorded last = standIn.log().get(2);
        assertThat(last.header("x-some")).contains("value");
        assertThat(last.bodyText()).isEqualTo("the body");
        assertThat(standIn.unexpected()).extracting(Recorded::call).containsExactly("GET /api/v3/time", "POST /orders");

        standIn.forgetTraffic();
        assertThat(standIn.requests()).isEmpty();
        assertThat(standIn.unexpected()).isEmpty();
    }

    @Test
    void requests_inFlightAtOnce_areCountedByKey() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(3);
        standIn.onRequest(request -> arrived.countDown());
        standIn.fault(Fault.SILENT);

        client.sendLater(TIME, Map.of("X-MBX-APIKEY", "one"));
        client.sendLater(TIME, Map.of("X-MBX-APIKEY", "one"));
        CompletableFuture<HttpResponse<String>> silent = client.sendLater(TIME, Map.of("X-MBX-APIKEY", "two"));

        assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(standIn.mostInFlight()).isEqualTo(3);
        assertThat(standIn.mostInFlight("one")).isEqualTo(2);
        assertThat(standIn.mostInFlight("two")).isEqualTo(1);
        assertThat(silent).isNotDone();
    }

    @Test
    void requests_oneAfterTheOther_areNeverTwoAtOnce() {
        standIn.delayEachAnswer(Duration.ofMillis(1));
        for (int i = 0; i < 20; i++) {
            assertThat(client.get(TIME).statusCode()).isEqualTo(200);
        }

        assertThat(standIn.mostInFlight()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"GARBAGE", "EMPTY", "TRUNCATED_JSON", "REDIRECT", "FRONT_END_403"})
    void answer_thatIsNoJson_comesWithItsStatus(Fault fault) {
        standIn.fault(fault);

        HttpResponse<String> answer = client.get(TIME);

        assertThat(answer.statusCode())
                .isEqualTo(fault == Fault.REDIRECT ? 302 : fault == Fault.FRONT_END_403 ? 403 : 200);
        assertThatThrownBy(() -> new JsonObject(answer.body())).isInstanceOf(RuntimeException.class);
        assertThat(standIn.unexpected()).isEmpty();
    }

    @Test
    void reset_closesTheConnection() {
        standIn.fault(Fault.RESET);

        assertThatThrownBy(() -> client.get(TIME)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void huge_isOverTwoMegabytes() {
        standIn.fault(Fault.HUGE);

        assertThat(client.get(TIME).body().length()).isGreaterThan(2 << 20);
    }

    @Test
    void gzipBomb_isSmallOnTheWireAndLargeInside() throws IOException {
        standIn.fault(Fault.GZIP_BOMB);

        try (InputStream wire = URI.create(standIn.origin() + TIME).toURL().openStream()) {
            byte[] compressed = wire.readAllBytes();
            assertThat(compressed.length).isLessThan(1 << 20);
            try (InputStream inside = new GZIPInputStream(new java.io.ByteArrayInputStream(compressed))) {
                assertThat(inside.skip(Long.MAX_VALUE)).isGreaterThan(20 << 20);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDLESS", "TRICKLE"})
    void endlessBodies_goOnAsLongAsTheyAreRead(Fault fault) throws IOException {
        standIn.fault(fault);
        int enough = fault == Fault.ENDLESS ? 3 << 20 : 3;

        try (InputStream body = URI.create(standIn.origin() + TIME).toURL().openStream()) {
            assertThat(body.readNBytes(enough)).hasSize(enough);
        }
        standIn.fault(Fault.NONE);
        assertThat(client.get(TIME).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"ECHO", "ECHO_IN_GOOD_ANSWER"})
    void echo_holdsAllThatWasSent(Fault fault) {
        standIn.fault(fault);

        HttpResponse<String> answer =
                client.send("GET", TIME + "?a=in-query", Map.of("X-Some", "in-header"), "in-body \"quoted\"");

        assertThat(answer.statusCode()).isIn(401, 400);
        standIn.fault(fault);
        HttpResponse<String> good = client.send("GET", TIME, Map.of("X-Some", "in-header"), "");
        assertThat(good.statusCode()).isEqualTo(fault == Fault.ECHO ? 401 : 200);
        assertThat(new JsonObject(good.body()).encode()).contains("in-header");
        if (fault == Fault.ECHO) {
            assertThat(new JsonObject(answer.body()).getString("msg"))
                    .contains("in-query", "in-header", "in-body \"quoted\"");
        }
    }

    @Test
    void fault_ofOnePath_leavesTheOthers() {
        standIn.fault(Fault.MAINTENANCE);
        standIn.fault("/api", Fault.EMPTY);
        standIn.fault("/api/v3/time", Fault.NONE);

        assertThat(client.get(TIME).body()).contains("serverTime");
        assertThat(client.get("/api/v3/account").body()).isEmpty();
        assertThat(client.get("/sapi/v1/account/info").statusCode()).isEqualTo(503);
    }

    @Test
    void scriptedAnswer_comesOnceTheRequestIsVerified() {
        String call = "GET /sapi/v1/account/apiRestrictions";
        standIn.answer(call, 418, "{}", Map.of("Retry-After", "7"));
        assertThat(client.get("/sapi/v1/account/apiRestrictions").statusCode()).isEqualTo(401);

        standIn.answerUnverified(call, 418, "{}", Map.of("Retry-After", "7"));
        HttpResponse<String> answer = client.get("/sapi/v1/account/apiRestrictions");
        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");

        standIn.answer("GET " + TIME, 500, "no", Map.of());
        assertThat(client.get(TIME).body()).isEqualTo("no");
        standIn.answerAsUsual("GET " + TIME);
        assertThat(client.get(TIME).statusCode()).isEqualTo(200);
    }

    @Test
    void all_startAndCloseTogether() {
        try (StandIns all = StandIns.start(Clock.systemUTC())) {
            assertThat(all.byId()).containsKeys("binance", "kraken", "kucoin");
            assertThat(new StandInClient(all.of("kraken")).get("/0/public/Time").statusCode())
                    .isEqualTo(200);
            assertThatThrownBy(() -> all.of("mtgox")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
