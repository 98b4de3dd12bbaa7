package gunbot.preflight.program;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Program;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code check} of the packaged program, jar or native. */
class CheckIT {
    private static final String KEY = "A1b2C3d4E5f6G7h8I9j0A1b2C3d4E5f6G7h8I9j0A1b2C3d4E5f6G7h8I9j0x4Yz";
    private static final String SECRET = "s1S2s3S4s5S6s7S8s9S0s1S2s3S4s5S6s7S8s9S0s1S2s3S4s5S6s7S8s9S0zzzz";

    /** Anew for each test: a run that follows another within a second may have no higher nonce for the same key. */
    private StandIns standIns;

    private Map<String, String> origins;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        standIns = StandIns.start(Clock.systemUTC());
        origins = DemoKeys.origins(standIns);
    }

    @AfterEach
    void stop() {
        standIns.close();
    }

    @Test
    void demo_json_everyVerdictIsRight() {
        var config = Program.config(folder, DemoKeys.configFor(standIns));

        var ended = Program.run(origins, "check", "--config", config.toString(), "--format", "json");

        var report = new JsonObject(ended.out());
        var verdicts = new TreeMap<String, String>();
        report.getJsonArray("keys").stream()
                .map(JsonObject.class::cast)
                .forEach(key ->
                        verdicts.put(key.getString("name") + " " + key.getString("role"), key.getString("verdict")));
        assertThat(verdicts)
                .containsEntry("binance BOTH", "READY")
                .containsEntry("binance#2 BOTH", "NOT_READY")
                .containsEntry("binance#3 BOTH", "ATTENTION")
                .containsEntry("binance#4 BOTH", "NOT_READY")
                .containsEntry("binance#5 BOTH", "NOT_READY")
                .containsEntry("binance#6 BOTH", "UNKNOWN")
                .containsEntry("binanceFutures BOTH", "READY")
                .containsEntry("bitfinex BOTH", "ATTENTION")
                .containsEntry("bitmex BOTH", "NOT_READY")
                .containsEntry("huobi BOTH", "ATTENTION")
                .containsEntry("poloniex BOTH", "ATTENTION")
                .containsEntry("cex BOTH", "NOT_READY")
                .containsEntry("gdax BOTH", "READY")
                .containsEntry("nashio BOTH", "READY")
                .containsEntry("bittrex BOTH", "NOT_READY")
                .containsEntry("kraken TRADING", "READY")
                .containsEntry("kraken MASTER", "READY")
                .containsEntry("kraken#2 BOTH", "NOT_READY")
                .containsEntry("kraken#3 BOTH", "NOT_READY")
                .containsEntry("kucoin BOTH", "ATTENTION")
                .containsEntry("kucoin#2 BOTH", "NOT_READY")
                .containsEntry("mex_gunthy BOTH", "ATTENTION")
                .containsEntry("mexc BOTH", "NOT_CHECKED");
        assertThat(report.getString("verdict")).isEqualTo("NOT_READY");
        assertThat(report.getBoolean("ready")).isFalse();
        assertThat(report.getBoolean("complete")).isTrue();
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).isEmpty();
        standIns.all().forEach(standIn -> assertThat(standIn.unexpected()).isEmpty());
        assertThat(standIns.of("bittrex").requests()).isEmpty();
    }

    @Test
    void demo_table_tellsWhatToClickWithoutColourCodes() {
        var config = Program.config(folder, DemoKeys.configFor(standIns));

        var ended = Program.run(origins, "check", "--config", config.toString());

        assertThat(ended.out())
                .startsWith("✗ NOT READY")
                .contains("✗ binance#2  NOT READY")
                .contains("WITHDRAW on!")
                .contains("untick \"Enable Withdrawals\"")
                .contains("refuses the address 203.0.113.9")
                .doesNotContain("\u001b");
    }

    @Test
    void demo_spanish_tellsTheSameInSpanish() {
        var config = Program.config(folder, DemoKeys.configFor(standIns));

        var ended = Program.run(origins, "check", "--config", config.toString(), "--lang", "es");

        assertThat(ended.out())
                .startsWith("✗ NO LISTA  configuración de ")
                .contains("✗ binance#2  NO LISTA  binance, spot, clave de trading y maestra")
                .contains("WITHDRAW sí!")
                .contains("desmarque \"Enable Withdrawals\"")
                .contains("rechaza la dirección IP 203.0.113.9")
                .contains("LISTA: 6")
                .doesNotContain(" the ", " key ", "{", "; or ");
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void terminalsLanguage_isSpoken_unlessTheOptionSaysOtherwise() {
        var config = Program.config(folder, oneEntry());
        var spanish = Map.of("LANG", "es_MX.UTF-8");
        var lines = new String[] {"check", "--config", config.toString()};

        assertThat(Program.run(Map.of(), folder, spanish, lines).out()).contains("configuración de");
        assertThat(Program.run(Map.of(), folder, spanish, "check", "--config", config.toString(), "--lang", "en")
                        .out())
                .contains("the keys of");
        assertThat(Program.run(Map.of("preflight.language", "es"), folder, Map.of(), lines)
                        .out())
                .contains("configuración de");
    }

    @Test
    void goodKey_exitsWithZero() {
        assertThat(checkOne(KeyState.GOOD).exitCode()).isZero();
    }

    @Test
    void warning_exitsWithOneOrZeroAtWish() {
        assertThat(checkOne(KeyState.UNRESTRICTED).exitCode()).isEqualTo(1);
        assertThat(checkOne(KeyState.UNRESTRICTED, "--exit-zero-on-warning").exitCode())
                .isZero();
    }

    @Test
    void unreachable_exitsWithThree() {
        var config = Program.config(folder, oneEntry());

        var ended = Program.run(
                Map.of("preflight.exchange.\"binance\".origin", "http://127.0.0.1:1"),
                "check",
                "--config",
                config.toString());

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.out()).contains("UNREACHABLE");
    }

    @Test
    void wrongUsage_exitsWith64() {
        assertThat(Program.run(Map.of(), "chek").exitCode()).isEqualTo(64);
        assertThat(Program.run(Map.of(), "check", "--format", "xml").exitCode()).isEqualTo(64);
        assertThat(Program.run(Map.of(), "check", "--lang", "fr").exitCode()).isEqualTo(64);
    }

    @Test
    void halfWrittenConfig_tellsLineAndColumnAndCouldNotTell() {
        var config = Program.config(folder, "{\n  \"exchanges\": {\n    \"binance\": { \"key\": \"x");

        var ended = Program.run(Map.of(), "check", "--config", config.toString());

        assertThat(ended.out()).contains("ends too early, at line 3, column 27");
        assertThat(ended.exitCode()).isEqualTo(3);
    }

    @Test
    void noOption_alsoLooksHere() {
        standIns.of("binance").add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        Program.config(folder, oneEntry());

        var ended = Program.run(origins, folder, Map.of(), "check");

        assertThat(ended.out()).contains("the keys of config.js");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void workingDirectory_cannotConfigureUs() throws java.io.IOException {
        var evil = "preflight.exchange.\"binance\".origin=http://127.0.0.1:1\n"
                + "preflight.policy.withdraw=ignore\n"
                + "mistyped=1\n";
        java.nio.file.Files.createDirectories(folder.resolve("config"));
        java.nio.file.Files.writeString(folder.resolve("config/application.properties"), evil);
        java.nio.file.Files.writeString(
                folder.resolve(".env"), "PREFLIGHT_POLICY_WITHDRAW=ignore\nPREFLIGHT_GATE_MODE=report\n");
        standIns.of("binance").add(StandInKey.of(KEY, SECRET, KeyState.WITHDRAW_ON));
        Program.config(folder, oneEntry());

        var ended = Program.run(origins, folder, Map.of(), "check");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).contains("WITHDRAW_ON");
    }

    /** What goes to an exchange would pass through whatever they name; here nobody listens. */
    @Test
    void proxyVariables_areNotLookedAt() {
        standIns.of("binance").add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        Program.config(folder, oneEntry());
        var settings = new TreeMap<>(origins);
        var variables = new TreeMap<String, String>();
        for (var scheme : List.of("http", "https", "all")) {
            variables.put(scheme + "_proxy", "http://127.0.0.1:1");
            variables.put(scheme.toUpperCase(Locale.ROOT) + "_PROXY", "http://127.0.0.1:1");
            settings.put(scheme + ".proxyHost", "127.0.0.1");
            settings.put(scheme + ".proxyPort", "1");
        }
        settings.put("http.nonProxyHosts", "");

        var ended = Program.run(settings, folder, variables, "check");

        assertThat(ended.exitCode()).as(ended.out()).isZero();
    }

    @Test
    void environmentVariables_giveAKeyThatConfigHoldsEncrypted() {
        standIns.of("binance").add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        var config = Program.config(
                folder,
                oneEntry()
                        .replace("\"binance\":", "\"binance#2\":")
                        .replace(
                                "\"secret\": \"" + SECRET,
                                "\"type\": \"binance\", \"isEncrypted\": true, \"secret\": \"ENC:abcd"));

        var ended = Program.run(
                origins,
                Path.of("."),
                Map.of("PREFLIGHT_KEYS__BINANCE_2__SECRET", SECRET),
                "check",
                "--config",
                config.toString(),
                "--format",
                "json");

        var key = new JsonObject(ended.out()).getJsonArray("keys").getJsonObject(0);
        assertThat(key.getString("verdict")).isEqualTo("READY");
        assertThat(key.getString("credentials")).isEqualTo("MIXED");
    }

    @Test
    void secretWithDollarAndBrace_isTakenAsItStands() {
        var odd = "pass${HOME}word";
        standIns.of("kucoin").add(StandInKey.of("66a0f1c2d3e4b5a697880000", SECRET, odd, KeyState.GOOD));
        var settings = new TreeMap<>(origins);
        settings.put("preflight.gunbot.config", "");
        settings.put("preflight.keys.\"mine\".exchange", "kucoin");
        settings.put("preflight.keys.\"mine\".key", "66a0f1c2d3e4b5a697880000");
        settings.put("preflight.keys.\"mine\".secret", SECRET);
        settings.put("preflight.keys.\"mine\".passphrase", odd);

        var ended = Program.run(settings, folder, Map.of(), "check");

        assertThat(ended.out()).contains("mine  READY");
        assertThat(ended.exitCode()).isZero();
    }

    private Program.Ended checkOne(KeyState state, String... more) {
        standIns.of("binance").add(StandInKey.of(KEY, SECRET, state));
        var config = Program.config(folder, oneEntry());
        var args = new java.util.ArrayList<>(java.util.List.of("check", "--config", config.toString()));
        args.addAll(java.util.List.of(more));
        return Program.run(origins, args.toArray(String[]::new));
    }

    private static String oneEntry() {
        return """
                { "pairs": { "binance": { "USDT-BTC": { "enabled": true } }, "binance#2": { "USDT-BTC": {} } },
                  "exchanges": { "binance": { "key": "%s", "secret": "%s", "market": "spot" } } }
                """
                .formatted(KEY, SECRET);
    }
}
