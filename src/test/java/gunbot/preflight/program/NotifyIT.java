package gunbot.preflight.program;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.Wait;
import gunbot.preflight.testing.Webhook;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word by webhook from the packaged program, with every level of the log on. */
class NotifyIT {
    private static final String KEY = "A1b2C3d4E5f6G7h8I9j0A1b2C3d4E5f6G7h8I9j0A1b2C3d4E5f6G7h8I9j0x4Yz";
    private static final String SECRET = "s1S2s3S4s5S6s7S8s9S0s1S2s3S4s5S6s7S8s9S0s1S2s3S4s5S6s7S8s9S0zzzz";

    private final Map<String, String> settings = new TreeMap<>();
    private StandIns standIns;
    private Webhook webhook;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        standIns = StandIns.start(Clock.systemUTC());
        standIns.of("binance").add(StandInKey.of(KEY, SECRET, KeyState.WITHDRAW_ON));
        webhook = new Webhook();
        settings.putAll(DemoKeys.origins(standIns));
        settings.put("quarkus.log.level", "TRACE");
        settings.put("preflight.language", "es");
        settings.put("preflight.notify.url", webhook.address("/secretTopic").toString());
        settings.put(
                "preflight.gunbot.config",
                Program.config(
                                folder,
                                """
                                { "pairs": { "binance": { "USDT-BTC": {} } },
                                  "exchanges": { "binance": { "key": "%s", "secret": "%s" } } }
                                """
                                        .formatted(KEY, SECRET))
                        .toString());
    }

    @AfterEach
    void stop() {
        webhook.close();
        standIns.close();
    }

    @Test
    void notReadyAtTheStart_oneMessage_itsAddressInNoLog() {
        try (var program = Program.serve(settings, Map.of())) {
            Wait.until("the message is there", () -> !webhook.sent().isEmpty());
            program.stop();

            assertThat(webhook.sent()).singleElement().satisfies(sent -> {
                assertThat(sent.uri()).isEqualTo("/secretTopic");
                assertThat(sent.headers()).containsEntry("Title", "Gunbot: clave no lista: binance");
                assertThat(sent.body()).contains("WITHDRAW_ON").doesNotContain("x4Yz");
            });
            assertThat(program.err() + program.out()).doesNotContain("secretTopic");
        }
    }

    @Test
    void receiverRefuses_toldInTheLogWithoutItsAddress() {
        webhook.answerWith(403);
        try (var program = Program.serve(settings, Map.of())) {
            Wait.until("the failure is in the log", () -> program.err().contains("it answers with status 403"));
            program.stop();

            assertThat(program.err() + program.out()).doesNotContain("secretTopic");
        }
    }

    @Test
    void plainHttpElsewhere_doesNotStart_addressNotShown() {
        settings.put("preflight.notify.url", "http://ntfy.example/secretTopic");
        settings.put("quarkus.http.port", "0");
        settings.put("quarkus.management.port", "0");

        var ended = Program.run(settings);

        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.err())
                .contains("preflight.notify.url: an address with https://")
                .doesNotContain("secretTopic");
    }
}
