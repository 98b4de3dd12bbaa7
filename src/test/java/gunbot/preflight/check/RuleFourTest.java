package gunbot.preflight.check;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.standin.KeyState;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.testing.SampleKeys;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one check may send, counted at the twelve exchanges with their real adapters, for every state that a key can be in. */
class RuleFourTest {
    private static final int MOST_SIGNED = 6;
    private static final int MOST_REFUSALS = 2;
    private static final int MOST_IN_FLIGHT = 8;

    private final World world = new World();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void oneCheck_everyStateAtEveryExchange_atMostSixSigned_andNoMoreAfterTwoRefusalsOfTheKey() {
        int tried = 0;
        var table = new TreeMap<String, Integer>();
        for (var state : KeyState.values()) {
            for (var exchange : World.twelve()) {
                for (var declares : List.of(true, false)) {
                    if (!has(exchange, state)) {
                        continue;
                    }
                    tried++;
                    world.standIns.get(exchange).offerDeclaration(declares);
                    var signed = signedIn(world.config(1, state, exchange));
                    table.merge(exchange, signed, Math::max);
                }
            }
        }
        for (var state : List.of(KeyState.GOOD, KeyState.READ_ONLY, KeyState.NO_READ, KeyState.WRONG_ADDRESS)) {
            table.merge("cex, older interface", signedIn(world.legacyCex(2, state)), Math::max);
        }
        System.out.println("The most signed calls per key and check, over " + tried + " cases: " + table);
        assertThat(tried).isGreaterThan(150);
    }

    private boolean has(String exchange, KeyState state) {
        try {
            world.add(exchange, SampleKeys.known(exchange, 1, state));
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private int signedIn(String config) {
        world.sent.clear();
        var pod = new Pod(world, Pod.write(folder.resolve("config.js"), config), Map.of(), 7).serve();
        world.time.pass(Duration.ofSeconds(30));
        pod.kill();

        var signed = world.sent.stream().filter(World.Sent::signed).toList();
        assertThat(signed).as(() -> world.sent.toString()).hasSizeLessThanOrEqualTo(MOST_SIGNED);
        int refusals = 0;
        for (var request : signed) {
            assertThat(refusals).as(() -> world.sent.toString()).isLessThan(MOST_REFUSALS);
            var exchange = AllExchanges.catalogue().byId(request.exchange()).orElseThrow();
            var refusal = exchange.read(world.answers.get(request)).refusal();
            refusals += refusal.filter(r -> r.ofTheKey()).isPresent() ? 1 : 0;
        }
        return signed.size();
    }

    @Test
    void twentyKeysOfEachExchange_eightInFlightPerHost_oneOfAKey_oneTimeCallPerHost() {
        var all = new JsonObject();
        for (var exchange : World.twelve()) {
            for (int number = 1; number <= 20; number++) {
                world.add(exchange, SampleKeys.known(exchange, number, KeyState.GOOD));
                var name = SampleKeys.gunbotName(exchange) + (number == 1 ? "" : "#" + number);
                all.put(name, SampleKeys.entry(exchange, number));
            }
        }
        var config = new JsonObject().put("exchanges", all).encode();
        var pod = new Pod(world, Pod.write(folder.resolve("config.js"), config), Map.of(), 7).serve();
        world.time.pass(Duration.ofSeconds(60));

        assertThat(pod.last().keys()).hasSize(240);
        assertThat(world.mostInFlight("host ")).isEqualTo(MOST_IN_FLIGHT);
        assertThat(world.mostInFlight("key ")).isEqualTo(1);
        var timeCalls = new TreeMap<String, Integer>();
        world.sent.stream()
                .filter(request -> isTimeCall(request))
                .forEach(request -> timeCalls.merge(request.host(), 1, Integer::sum));
        assertThat(timeCalls.values()).hasSize(10).containsOnly(1);
    }

    private static boolean isTimeCall(World.Sent request) {
        return AllExchanges.all().stream()
                .map(exchange -> exchange.timeCall(false).call().text().split(" ", 3))
                .anyMatch(call -> call[1].equals(
                                "https://" + request.host() + request.request().path())
                        && call[0].equals(request.request().method())
                        && (call.length < 3 || call[2].equals(request.request().bodyText())));
    }
}
