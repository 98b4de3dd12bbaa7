package gunbot.preflight.check;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.standin.KeyState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forty programs behind one address, each with keys of its own at all twelve exchanges, that start at the same moment. */
class FortyPodsTest {
    private static final int PODS = 40;

    /**
     * What an exchange lets one address do.
     *
     * @param words of its fact sheet
     * @param within the length of the window
     * @param weight what a request counts
     */
    private record Limit(String host, String words, int most, Duration within, ToIntFunction<World.Sent> weight) {}

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final List<Limit> LIMITS = List.of(
            new Limit("api.binance.com", "/api shares 6000 weight per minute per IP", 6000, MINUTE, path("/api/", 20)),
            new Limit("api.binance.com", "each /sapi endpoint has its own 12000", 12000, MINUTE, path("/sapi/", 1)),
            new Limit("fapi.binance.com", "2400 weight per minute", 2400, MINUTE, path("/", 5)),
            new Limit("api-pub.bitfinex.com", "platform/status 30/min", 30, MINUTE, path("/v2/platform/status", 1)),
            new Limit("api.bitfinex.com", "permissions 90/min", 90, MINUTE, path("/v2/auth/r/permissions", 1)),
            new Limit("www.bitmex.com", "token bucket of 30 per minute without a key", 30, MINUTE, open("/api/v1")),
            new Limit(
                    "trade.cex.io", "public 100 points a minute per IP", 100, MINUTE, path("/api/spot/rest-public", 1)),
            new Limit("api.exchange.coinbase.com", "public 10/s per IP, bursts 15", 15, SECOND, path("/time", 1)),
            new Limit("api.huobi.pro", "10/s per IP", 10, SECOND, path("/v1/common/timestamp", 1)),
            new Limit("api.kraken.com", "public limit, about 1/s per IP", 1, SECOND, path("/0/public", 1)),
            new Limit(
                    "api.kucoin.com",
                    "Public 2000 per 30 s per IP, weight 3",
                    2000,
                    Duration.ofSeconds(30),
                    path("/api/v1/timestamp", 3)),
            new Limit("api.poloniex.com", "200 calls/s", 200, SECOND, path("/timestamp", 1)));

    @TempDir
    Path folder;

    private static ToIntFunction<World.Sent> path(String prefix, int weight) {
        return request -> request.request().path().startsWith(prefix) ? weight : 0;
    }

    private static ToIntFunction<World.Sent> open(String path) {
        return request -> !request.signed() && request.request().path().equals(path) ? 1 : 0;
    }

    @Test
    void allRestartAtTheSameMoment_gateOpen_everyLimitOfTheAddressIsKept() {
        try (var world = new World()) {
            for (int number = 1; number <= PODS; number++) {
                var pod = start(world, number);
                pod.gate.openByHand();
                world.time.pass(Duration.ofSeconds(5));
                pod.stop();
            }
            world.sent.clear();

            for (int number = 1; number <= PODS; number++) {
                assertThat(start(world, number).gate.state().open()).isTrue();
            }
            world.time.pass(Duration.ofHours(2));

            System.out.println("Forty pods that restart together, the most in any window:");
            LIMITS.forEach(limit -> System.out.println("  " + limit.host() + ": " + most(world, limit) + " of "
                    + limit.most() + " (" + limit.words() + ")"));
            assertThat(LIMITS)
                    .allSatisfy(limit ->
                            assertThat(most(world, limit)).as("%s", limit).isLessThanOrEqualTo(limit.most()));
            assertThat(world.of("kraken")).isEmpty();
            assertThat(world.of("bitfinex")).isEmpty();
            assertThat(world.of("bitmex").stream().filter(World.Sent::signed).count())
                    .isEqualTo(PODS * 4L);
        }
    }

    private Pod start(World world, int number) {
        var config = world.config(number, KeyState.GOOD, World.twelve());
        var state = folder.resolve("state-" + number).toString();
        var file = Pod.write(folder.resolve(number + ".js"), config);
        return new Pod(world, file, Map.of("preflight.state.dir", state), number).serve();
    }

    /** The most that any window of the limit's length held; of a bucket, how full it was. */
    private static int most(World world, Limit limit) {
        if (limit.words().contains("bucket")) {
            return fullest(world, limit);
        }
        var requests = world.sent.stream()
                .filter(request -> request.host().equals(limit.host()))
                .filter(request -> limit.weight().applyAsInt(request) > 0)
                .toList();
        int most = 0;
        int sum = 0;
        int first = 0;
        for (var request : requests) {
            sum += limit.weight().applyAsInt(request);
            while (!requests.get(first).at().isAfter(request.at().minus(limit.within()))) {
                sum -= limit.weight().applyAsInt(requests.get(first++));
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    private static int fullest(World world, Limit limit) {
        double level = 0;
        double fullest = 0;
        var last = world.sent.get(0).at();
        for (var request : world.sent) {
            if (request.host().equals(limit.host()) && limit.weight().applyAsInt(request) > 0) {
                var passed = Duration.between(last, request.at()).toMillis();
                level = Math.max(
                                0,
                                level
                                        - (double) limit.most()
                                                * passed
                                                / limit.within().toMillis())
                        + 1;
                fullest = Math.max(fullest, level);
                last = request.at();
            }
        }
        return (int) Math.ceil(fullest);
    }
}
