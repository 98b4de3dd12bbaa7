package gunbot.preflight.check;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.standin.KeyState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that is set while the program runs, as by NTP on a board that has none of its own. */
class ClockJumpTest {
    private final World world = new World();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT3M", "-PT3M", "PT7H", "-PT7H", "P40D", "-P40D", "P20000D", "-P20000D"})
    void set_neitherAStormNorAStall(Duration by) {
        var pod = start(Duration.ZERO, "binance", "kucoin");
        pod.gate.openByHand();
        world.time.pass(Duration.ofMinutes(40));
        var before = checks("binance");

        pod.clock.set(by);
        world.time.pass(Duration.ofHours(12));

        // 24 regular ones, and at most one for the jump
        assertThat(checks("binance") - before).isBetween(23, 26);
        assertThat(pod.last().checkedAt()).isAfter(pod.clock.instant().minus(Duration.ofMinutes(35)));
        assertThat(pod.rechecks.nextCheckAt().orElseThrow())
                .isBetween(pod.clock.instant(), pod.clock.instant().plus(Duration.ofMinutes(34)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT3M", "-PT3M", "PT7H", "-PT7H", "P20000D", "-P20000D"})
    void setWhileShut_aRefusedKeyIsAskedOnWithinFifteenMinutes(Duration by) {
        world.config(1, KeyState.WRONG_ADDRESS, "kucoin");
        var pod = serve(world.config(1, KeyState.WRONG_ADDRESS, "kucoin"), Duration.ZERO, Map.of());
        world.time.pass(Duration.ofMinutes(40));
        var before = checks("kucoin");

        pod.clock.set(by);
        world.time.pass(Duration.ofHours(5));

        assertThat(checks("kucoin") - before).isBetween(19, 22);
    }

    @Test
    void boardWithoutAClock_startsIn1970_isReadyOnceTheClockIsRight() {
        var behind = Duration.between(world.clock.instant(), Instant.EPOCH);
        var pod = start(behind, "binance", "kraken", "kucoin");
        world.time.pass(Duration.ofSeconds(50));
        assertThat(pod.gate.state().open()).isFalse();

        pod.clock.set(behind.negated());
        world.time.pass(Duration.ofMinutes(5));

        assertThat(pod.last().keys()).allMatch(key -> key.judgement().verdict().ready());
        assertThat(pod.gate.state().open()).isTrue();
        assertThat(world.sent.size()).isLessThan(60);
    }

    /** Two time servers that quarrel: an hour forward, an hour back, every ten minutes. */
    @Test
    void setToAndFro_atMostOneCheckMoreForEachJump() {
        var pod = start(Duration.ZERO, "binance");
        pod.gate.openByHand();
        world.time.pass(Duration.ofMinutes(10));
        var before = checks("binance");
        for (int jump = 0; jump < 72; jump++) {
            pod.clock.set(Duration.ofHours(jump % 2 == 0 ? 1 : -1));
            world.time.pass(Duration.ofMinutes(10));
        }

        assertThat(checks("binance") - before).isLessThanOrEqualTo(24 + 72);
    }

    /** @param by while the exchange has shut us out for two minutes */
    @ParameterizedTest
    @CsvSource({"PT5H", "-PT5H", "P20000D", "-P20000D"})
    void setDuringAPause_itLastsAsLongAsItWas(Duration by) {
        var pod = start(Duration.ZERO, "binance");
        world.time.pass(Duration.ofSeconds(30));
        pod.pauses.pause("api.binance.com", Duration.ofMinutes(90));
        world.sent.clear();

        pod.clock.set(by);
        world.time.pass(Duration.ofMinutes(89));
        assertThat(world.sent).isEmpty();
        world.time.pass(Duration.ofMinutes(35));
        assertThat(world.sent).isNotEmpty();
    }

    @Test
    void setForward_anEndIsJudgedByTheNewTime() {
        var config = world.config(1, KeyState.EXPIRES_SOON, "binance");
        var pod = serve(config, Duration.ofDays(-30), Map.of());
        pod.gate.openByHand();
        world.time.pass(Duration.ofMinutes(1));
        var codes = codes(pod);

        pod.clock.set(Duration.ofDays(30));
        world.time.pass(Duration.ofMinutes(2));

        assertThat(codes).doesNotContain("EXPIRES_SOON");
        assertThat(codes(pod)).contains("EXPIRES_SOON");
    }

    private static List<String> codes(Pod pod) {
        return pod.last().keys().get(0).judgement().findings().stream()
                .map(finding -> finding.code().name())
                .toList();
    }

    private int checks(String exchange) {
        return World.checks(world.of(exchange), Duration.ofSeconds(3)).size();
    }

    private Pod start(Duration ahead, String... exchanges) {
        return serve(world.config(1, KeyState.GOOD, exchanges), ahead, Map.of());
    }

    private Pod serve(String config, Duration ahead, Map<String, String> settings) {
        return new Pod(world, Pod.write(folder.resolve("config.js"), config), settings, 7, ahead).serve();
    }
}
