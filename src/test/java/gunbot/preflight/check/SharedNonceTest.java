package gunbot.preflight.check;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.bitfinex.BitfinexStandIn;
import gunbot.preflight.standin.cex.CexStandIn;
import gunbot.preflight.standin.kraken.KrakenStandIn;
import gunbot.preflight.testing.SampleKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gunbot on the same machine, with the same key and rising milliseconds as its nonces, at exchanges that refuse whatever does
 * not rise: its calls fall before, between and after ours, are short or long on their way, and the clocks agree or do not.
 */
class SharedNonceTest {
    /** From before our first request to after our last one; ours take 40 ms each, and so does the pause between Gunbot's. */
    private static final int[] STARTS = {-700, -300, -60, -21, -20, -1, 0, 1, 10, 20, 39, 40, 41, 60, 80, 100, 120, 200
    };

    /** How long a call of Gunbot's is on its way, from its nonce to the exchange: a connection may have to be made first. */
    private static final int[] WAYS = {1, 20, 150, 450};

    /** Our clock, which is Gunbot's too, before the exchange's. */
    private static final int[] SKEWS = {-5_000, -300, 0, 300, 950};

    private static final Duration BETWEEN = Duration.ofSeconds(70);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"kraken", "bitfinex", "cex"})
    void gunbotsCalls_inEveryOrderWithOurs_areNeverRefused(String exchange) {
        int tried = 0;
        int ours = 0;
        for (var skew : SKEWS) {
            for (var declares : List.of(true, false)) {
                try (var world = new World()) {
                    var config = exchange.equals("cex")
                            ? world.legacyCex(1, KeyState.GOOD)
                            : world.config(1, KeyState.GOOD, exchange);
                    world.standIns.get(exchange).offerDeclaration(declares);
                    var file = Pod.write(folder.resolve("config.js"), config);
                    var pod = new Pod(world, file, Map.of(), 7, Duration.ofMillis(skew));
                    var gunbot = new Gunbot(world, pod, exchange);
                    for (var way : WAYS) {
                        for (var start : STARTS) {
                            tried++;
                            gunbot.callsFrom(Duration.ofMillis(1_000 + start), Duration.ofMillis(way));
                            world.time.after(Duration.ofSeconds(1), () -> pod.checks.start());
                            world.time.pass(BETWEEN);
                        }
                    }
                    ours += world.of(exchange).stream()
                            .filter(World.Sent::signed)
                            .filter(request -> !request.request().path().startsWith("/api/spot/"))
                            .toList()
                            .size();
                    assertThat(gunbot.refused).as("skew %d", skew).isEmpty();
                    assertThat(gunbot.accepted).isEqualTo(gunbot.sent);
                }
            }
        }
        System.out.println(exchange + ": " + tried + " interleavings of four calls of Gunbot's with " + ours
                + " of ours; none of Gunbot's was refused");
        assertThat(ours).isGreaterThan(tried);
    }

    /** Four calls, 40 ms apart. */
    private static final class Gunbot {
        private final World world;
        private final Pod pod;
        private final StandIn exchange;
        private final String key;
        private final List<String> refused = new ArrayList<>();
        private long last;
        private int sent;
        private int accepted;

        Gunbot(World world, Pod pod, String exchange) {
            this.world = world;
            this.pod = pod;
            this.exchange = world.standIns.get(exchange);
            this.key = SampleKeys.known(exchange, 1, KeyState.GOOD).id();
        }

        void callsFrom(Duration start, Duration way) {
            for (int number = 0; number < 4; number++) {
                world.time.after(start.plusMillis(40L * number), () -> call(way));
            }
        }

        private void call(Duration way) {
            long nonce = Math.max(last + 1, pod.clock.millis());
            last = nonce;
            sent++;
            world.time.after(way, () -> {
                if (nonce <= highest()) {
                    refused.add(nonce + " after " + highest());
                } else {
                    accepted++;
                    bump(nonce);
                }
            });
        }

        private long highest() {
            if (exchange instanceof KrakenStandIn kraken) {
                return kraken.highestNonce(key).longValueExact();
            }
            return exchange instanceof BitfinexStandIn bitfinex
                    ? bitfinex.highestNonce(key)
                    : ((CexStandIn) exchange).highestNonce(key);
        }

        private void bump(long nonce) {
            if (exchange instanceof KrakenStandIn kraken) {
                kraken.bumpNonce(key, nonce);
            } else if (exchange instanceof BitfinexStandIn bitfinex) {
                bitfinex.bumpNonce(key, nonce);
            } else {
                ((CexStandIn) exchange).bumpNonce(key, nonce);
            }
        }
    }
}
