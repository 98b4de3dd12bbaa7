package gunbot.preflight.check;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.standin.KeyState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever the clocks show, however long answers take: no nonce is above either clock, of a larger scale or not rising. */
class NonceTest {
    private static final String SEED = "20261122";
    private static final long THIRTEEN_DIGITS = 10_000_000_000_000L;
    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("nonces");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("config.js"));
        Files.deleteIfExists(folder);
    }

    /**
     * @param ahead our clock before the right time, and what it is set by at a moment of the second check
     * @param theirs the exchange's clock before the right time
     */
    @Property(seed = SEED, tries = 150)
    void nonces_aboveNoClock_inMilliseconds_andRising(
            @ForAll @IntRange(min = -5_000, max = 3_000) int ahead,
            @ForAll @IntRange(min = -1_500, max = 1_500) int theirs,
            @ForAll @IntRange(max = 2_000) int there,
            @ForAll @IntRange(max = 2_000) int back,
            @ForAll @IntRange(min = -7_200_000, max = 7_200_000) int set,
            @ForAll @IntRange(max = 6_000) int at,
            @ForAll @IntRange(max = 2) int which) {
        try (var world = new World()) {
            var exchange = List.of("kraken", "bitfinex", "cex").get(which);
            var config = which == 2 ? world.legacyCex(1, KeyState.GOOD) : world.config(1, KeyState.GOOD, exchange);
            world.standIns.get(exchange).offerDeclaration(ahead % 2 == 0);
            world.standIns.get(exchange).clockAhead(Duration.ofMillis(theirs));
            world.there = (host, request) -> Duration.ofMillis(there);
            world.back = (host, request) -> Duration.ofMillis(back);
            var pod = new Pod(
                    world, Pod.write(folder.resolve("config.js"), config), Map.of(), set, Duration.ofMillis(ahead));
            var clocks = new HashMap<Instant, Long>();
            world.onSend =
                    request -> clocks.put(request.at(), Math.min(pod.clock.millis(), world.clock.millis() + theirs));

            pod.checks.start();
            world.time.pass(Duration.ofMinutes(1));
            pod.checks.start();
            world.time.pass(Duration.ofMillis(at));
            pod.clock.set(Duration.ofMillis(set));
            world.time.pass(Duration.ofMinutes(1));
            pod.checks.start();
            world.time.pass(Duration.ofMinutes(1));

            var last = 0L;
            for (var request : world.of(exchange)) {
                if (request.signed() && isNonceCall(request)) {
                    var nonce = nonce(request);
                    assertThat(nonce)
                            .as("%s", request)
                            .isGreaterThan(last)
                            .isLessThanOrEqualTo(clocks.get(request.at()))
                            .isLessThan(THIRTEEN_DIGITS);
                    last = nonce;
                }
            }
            assertThat(world.mostInFlight("key ")).isLessThanOrEqualTo(1);
            assertThat(pod.reports).hasSize(3);
        }
    }

    @Property(seed = SEED, tries = 60)
    void clockSurelyAheadByOverASecond_orNotTold_nothingIsSigned(
            @ForAll @IntRange(min = 1_000, max = 100_000_000) int more,
            @ForAll @IntRange(max = 400) int way,
            @ForAll @IntRange(max = 2) int which,
            @ForAll boolean told) {
        try (var world = new World()) {
            var exchange = List.of("kraken", "bitfinex", "cex").get(which);
            var config = which == 2 ? world.legacyCex(1, KeyState.GOOD) : world.config(1, KeyState.GOOD, exchange);
            world.there = (host, request) -> Duration.ofMillis(way);
            world.back = world.there;
            if (!told) {
                var call = Map.of(
                                "kraken", "GET /0/public/Time",
                                "bitfinex", "GET /v2/platform/status",
                                "cex", "POST /api/spot/rest-public/get_server_time")
                        .get(exchange);
                world.standIns.get(exchange).answerUnverified(call, 200, "[]", Map.of());
            }
            // beyond all doubt: the coarseness of what is told and the round trip on top
            var ahead = Duration.ofMillis(told ? more + 1_001L + 2L * way : 0);
            var pod = new Pod(world, Pod.write(folder.resolve("config.js"), config), Map.of(), more, ahead);

            pod.checks.start();
            world.time.pass(Duration.ofMinutes(1));

            assertThat(world.of(exchange).stream().filter(World.Sent::signed).filter(NonceTest::isNonceCall))
                    .isEmpty();
            if (which != 2) { // a key of CEX.IO is asked without nonces first
                assertThat(pod.last().keys().get(0).judgement().findings())
                        .anyMatch(finding -> finding.code() == Code.NONCE);
            }
        }
    }

    private static boolean isNonceCall(World.Sent request) {
        return !request.request().path().startsWith("/api/spot/");
    }

    static long nonce(World.Sent request) {
        return request.request()
                .header("bfx-nonce")
                .or(() -> request.request().parameters().one("nonce"))
                .map(Long::parseLong)
                .orElseThrow(() -> new AssertionError("no nonce in " + request));
    }
}
