package gunbot.preflight.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gunbot.preflight.notify.Message.Urgency;
import gunbot.preflight.testing.TestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiversTest {
    private static final Message MESSAGE = new Message("title", "text", Urgency.NORMAL);
    private static final String TOKEN = "123456:AAsecretTokenOfTheBot-0123456789_x";

    @TempDir
    Path folder;

    @Test
    void nothingSet_nobody() {
        var receivers = receivers(Map.of());

        assertThat(receivers.all()).isEmpty();
        assertThat(receivers.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    https://ntfy.example/secret, true
                    http://127.0.0.1:1/secret, true
                    http://[::1]:1/secret, true
                    http://ntfy.example/secret, false
                    http://127.0.0.1.example/secret, false
                    http://10.0.0.1/secret, false
                    ftp://127.0.0.1/secret, false
                    https:///secret, false
                    https://user:secret@ntfy.example/, false
                    secret, false
                    https://ntfy.example/a secret, false
                    """)
    void webhook_httpsOrLoopback_problemWithoutTheAddress(String url, boolean good) {
        var receivers = receivers(Map.of("preflight.notify.url", url));

        assertThat(receivers.all()).hasSize(good ? 1 : 0);
        assertThat(receivers.problems()).hasSize(good ? 0 : 1).noneMatch(problem -> problem.contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"token-file", "chat"})
    void telegram_halfSet_problem(String one) {
        var receivers = receivers(Map.of("preflight.notify.telegram." + one, "value"));

        assertThat(receivers.all()).isEmpty();
        assertThat(receivers.problems()).hasSize(1);
    }

    @Test
    void telegram_tokenReadAnewForEachMessage() throws IOException {
        var file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        var receiver = telegram(file);
        assertThat(receiver.post(MESSAGE).address()).hasPath("/bot" + TOKEN + "/sendMessage");

        Files.writeString(file, TOKEN + "2");
        assertThat(receiver.post(MESSAGE).address())
                .hasHost("api.telegram.org")
                .hasPath("/bot" + TOKEN + "2/sendMessage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "secret", "1:secretTokenOfTheBot0123456789/../x", "1:secretTokenOfTheBot0123456789?x=1"})
    void telegram_whatIsNoToken_goesNowhere(String token) throws IOException {
        var receiver = telegram(Files.writeString(folder.resolve("token"), token));

        assertThatThrownBy(() -> receiver.post(MESSAGE))
                .isInstanceOf(IOException.class)
                .hasMessage("no token");
    }

    private static Receivers.Receiver telegram(Path file) {
        return receivers(Map.of(
                        "preflight.notify.telegram.token-file",
                        file.toString(),
                        "preflight.notify.telegram.chat",
                        "-100"))
                .all()
                .get(0);
    }

    private static Receivers receivers(Map<String, String> settings) {
        return new Receivers(TestSettings.of(settings));
    }
}
