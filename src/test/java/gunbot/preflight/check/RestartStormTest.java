package gunbot.preflight.check;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pod that is killed ten seconds after each start, for an hour: what each exchange gets. */
class RestartStormTest {
    private static final int RESTARTS = 360;
    private static final Duration LIFE = Duration.ofSeconds(10);

    private final World world = new World();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void refusedKeys_withAStateDir_areAskedNoMoreOftenThanWithoutRestarts() {
        var config = world.config(1, KeyState.WRONG_ADDRESS, "kucoin", "kraken", "bitfinex", "huobi", "binance");
        storm(config, remembering());
        var counts = checks();
        System.out.println("A storm of 360 restarts in an hour, refused keys, with preflight.state.dir: " + counts);

        // both take a wrong address for an invalid key, which is asked about hourly
        assertThat(counts.remove("kraken")).isLessThanOrEqualTo(2);
        assertThat(counts.remove("bitfinex")).isLessThanOrEqualTo(2);
        assertThat(counts.values()).hasSize(3).allMatch(checks -> checks <= 8); // 0, 1, 3, 7, 15, 30, 45, 60 minutes
    }

    @Test
    void limitedExchanges_withAStateDir_areLeftAloneForAllOfTheirPause() {
        var config = world.config(1, KeyState.GOOD, "binance", "kraken");
        world.standIns.get("kraken").fault("/0/private", Fault.BANNED); // a lock-out of fifteen minutes
        world.standIns.get("binance").fault(Fault.BANNED);
        storm(config, remembering());
        var counts = checks();
        System.out.println("The same, shut out: " + counts);

        assertThat(counts.get("kraken")).isLessThanOrEqualTo(5);
        assertThat(counts.get("binance")).isLessThanOrEqualTo(8);
    }

    @Test
    void goodKeys_gateOpen_theKeysWithNoncesAreAskedOnce() {
        var config = world.config(1, KeyState.GOOD, "binance", "kucoin", "kraken", "bitfinex");
        storm(config, remembering());
        var counts = checks();
        System.out.println("The same, good keys, gate open: " + counts);

        assertThat(counts.get("kraken")).isEqualTo(1);
        assertThat(counts.get("bitfinex")).isEqualTo(1);
        // within half a minute of each start, so that a pod which lives for ten seconds mostly does not ask at all
        assertThat(counts.get("binance")).isLessThan(RESTARTS / 2);
    }

    @Test
    void withoutAStateDir_eachStartAsksOnce_andNoMore() {
        var config = world.config(1, KeyState.WRONG_ADDRESS, "kucoin", "kraken", "bitfinex", "huobi");
        storm(config, Map.of());
        var counts = checks();
        System.out.println("The same, refused keys, without it: " + counts);

        assertThat(counts.values()).allMatch(checks -> checks <= RESTARTS);
        assertThat(world.sent.stream().filter(World.Sent::signed).count()).isLessThanOrEqualTo(4L * 2 * RESTARTS);
    }

    private Map<String, String> remembering() {
        return Map.of("preflight.state.dir", folder.resolve("state").toString());
    }

    private void storm(String text, Map<String, String> settings) {
        var config = Pod.write(folder.resolve("config.js"), text);
        for (int restart = 0; restart < RESTARTS; restart++) {
            var pod = new Pod(world, config, settings, restart).serve();
            world.time.pass(LIFE);
            pod.kill();
        }
    }

    /** How often each exchange was asked about its key. */
    private Map<String, Integer> checks() {
        var counts = new TreeMap<String, Integer>();
        world.sent.stream()
                .map(World.Sent::exchange)
                .distinct()
                .forEach(exchange -> counts.put(
                        exchange,
                        World.checks(world.of(exchange), Duration.ofSeconds(3)).size()));
        return counts;
    }
}
