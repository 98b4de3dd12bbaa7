package gunbot.preflight.check;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.testing.SampleKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often each of the twelve exchanges is asked, with its real adapter at its stand-in, in a time that passes in moments. */
class WeekTest {
    private static final int HALF_HOURS = 48;

    /** After 0, 1, 3, 7, 15 minutes, then every 15. */
    private static final int CURABLE_A_DAY = 5 + 95;

    private static final int HOPELESS_A_DAY = 24;
    private static final Set<Code> HOPELESS = Set.of(Code.INVALID_KEY, Code.BAD_SIGNATURE, Code.BAD_PASSPHRASE);
    private static final List<String> NONCES = List.of("kraken", "bitfinex");

    private final World world = new World();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void gateOpen_aWeek_everyHalfHour_andNothingAtExchangesWithNonces() {
        var pod = serve(KeyState.GOOD);
        pod.gate.openByHand();
        var table = new TreeMap<String, List<Integer>>();
        for (int day = 1; day <= 7; day++) {
            int before = world.sent.size();
            world.time.pass(Duration.ofDays(1));
            var today = world.sent.subList(before, world.sent.size());
            for (var exchange : World.twelve()) {
                var requests = today.stream()
                        .filter(request -> request.exchange().equals(exchange))
                        .toList();
                var checks = World.checks(requests, Duration.ofSeconds(10)).size();
                table.computeIfAbsent(exchange, e -> new ArrayList<>()).add(requests.size());
                boolean never = exchange.equals("bittrex") || day > 1 && NONCES.contains(exchange);
                int most = never ? 0 : NONCES.contains(exchange) ? 1 : HALF_HOURS + 1;
                assertThat(checks).as("%s, day %d", exchange, day).isLessThanOrEqualTo(most);
                assertThat(checks)
                        .as("%s, day %d", exchange, day)
                        .isGreaterThanOrEqualTo(NONCES.contains(exchange) ? 0 : Math.min(most, HALF_HOURS - 1));
            }
        }
        System.out.println("Requests per exchange and day of a week, gate open: " + table);
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_ADDRESS, NONE",
        "DISABLED, NONE",
        "READ_ONLY, NONE",
        "GOOD, RATE_LIMITED",
        "GOOD, BANNED",
        "GOOD, MAINTENANCE",
        "GOOD, SILENT"
    })
    void gateShut_aDay_asSeldomAsTheRuleSays(KeyState state, Fault fault) {
        world.fault(fault == Fault.SILENT ? Fault.NONE : fault, World.twelve());
        world.down.addAll(fault == Fault.SILENT ? List.of(World.twelve()) : List.of());
        var pod = serve(state);
        var paused = new TreeMap<String, Duration>();
        world.time.pass(Duration.ofSeconds(5));
        var now = pod.clock.instant();
        world.sent.stream().map(World.Sent::host).distinct().forEach(host -> pod.pauses
                .until(host)
                .ifPresent(end -> paused.put(host, Duration.between(now, end))));
        world.time.pass(Duration.ofDays(1));

        var table = new TreeMap<String, Integer>();
        for (var key : pod.last().keys()) {
            var exchange = key.key().listing().id();
            var checks =
                    World.checks(world.of(exchange), Duration.ofSeconds(10)).size();
            boolean hopeless = key.judgement().findings().stream().anyMatch(f -> HOPELESS.contains(f.code()));
            table.put(exchange, checks);
            assertThat(checks)
                    .as("%s %s", exchange, key.judgement().findings())
                    .isLessThanOrEqualTo(
                            exchange.equals("bittrex") ? 0 : hopeless ? HOPELESS_A_DAY + 1 : CURABLE_A_DAY + 1);
        }
        System.out.println(state + " " + fault + ", checks per exchange in a day: " + table
                + (paused.isEmpty() ? "" : ", paused first for " + paused));
        // those whose pause was shorter than the few seconds until now are not among them
        if (fault == Fault.RATE_LIMITED || fault == Fault.BANNED) {
            assertThat(paused).hasSizeGreaterThanOrEqualTo(8);
        }
    }

    private Pod serve(KeyState state) {
        var config = world.config(1, KeyState.GOOD, World.twelve());
        for (var exchange : World.twelve()) {
            world.add(exchange, SampleKeys.known(exchange, 1, has(exchange, state) ? state : KeyState.GOOD));
        }
        var settings = Map.of("preflight.gate.unknown-for", "forever");
        return new Pod(world, Pod.write(folder.resolve("config.js"), config), settings, 7).serve();
    }

    private boolean has(String exchange, KeyState state) {
        try {
            world.add(exchange, SampleKeys.known(exchange, 1, state));
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
