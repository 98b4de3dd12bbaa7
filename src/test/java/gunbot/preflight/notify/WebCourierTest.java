package gunbot.preflight.notify;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.notify.Courier.Outcome;
import gunbot.preflight.testing.TestSettings;
import gunbot.preflight.testing.Webhook;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebCourierTest {
    private final Vertx vertx = Vertx.vertx();
    private final Webhook webhook = new Webhook();
    private final WebCourier courier = new WebCourier(vertx, TestSettings.of(Map.of()), Duration.ofSeconds(5));

    @AfterEach
    void close() {
        courier.close();
        webhook.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void message_arrivesAsItIs() {
        assertThat(send(webhook.address("/secret?auth=a%20b"))).isEqualTo(Outcome.TAKEN);

        assertThat(webhook.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.method()).isEqualTo("POST");
            assertThat(sent.uri()).isEqualTo("/secret?auth=a%20b");
            assertThat(sent.headers()).containsEntry("Title", "a title");
            assertThat(sent.body()).isEqualTo("señal");
        });
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    204, '', false
                    401, it answers with status 401, false
                    404, it answers with status 404, false
                    429, it answers with status 429, true
                    503, it answers with status 503, true
                    """)
    void status_saysWhetherToTryAgain(int status, String problem, boolean again) {
        webhook.answerWith(status);

        assertThat(send(webhook.address("/"))).isEqualTo(new Outcome(problem.isEmpty() ? null : problem, again));
    }

    @Test
    void redirect_notFollowed() {
        try (var elsewhere = new Webhook()) {
            webhook.redirectTo(elsewhere.address("/").toString());

            assertThat(send(webhook.address("/"))).isEqualTo(new Outcome("it answers with status 307", false));
            assertThat(elsewhere.sent()).isEmpty();
        }
    }

    @Test
    void answerWithoutEnd_onlyItsStatusIsRead() {
        webhook.neverEnd();

        assertThat(send(webhook.address("/"))).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void nobodyThere_toldWithoutTheAddress() {
        var address = webhook.address("/secret");
        webhook.close();

        assertThat(send(address)).isEqualTo(new Outcome("no connection: refused or unreachable", true));
    }

    @Test
    void plainTextBehindHttps_notTaken() {
        var address = URI.create(webhook.address("/secret").toString().replace("http:", "https:"));

        assertThat(send(address).problem()).doesNotContain("secret", "127.0.0.1");
        assertThat(webhook.sent()).isEmpty();
    }

    private Outcome send(URI address) {
        return courier.send(new Post("webhook", address, Map.of("Title", "a title"), "señal"))
                .await()
                .atMost(Duration.ofSeconds(30));
    }
}
