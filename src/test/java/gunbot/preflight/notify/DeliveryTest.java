package gunbot.preflight.notify;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.notify.Courier.Outcome;
import gunbot.preflight.notify.Message.Urgency;
import gunbot.preflight.testing.TestClock;
import gunbot.preflight.testing.TestSettings;
import gunbot.preflight.testing.VirtualTime;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Message MESSAGE = new Message("title", "text", Urgency.NORMAL);
    private static final Outcome AWAY = new Outcome("no connection", true);

    private final TestClock clock = new TestClock();
    private final VirtualTime time = new VirtualTime(clock);
    private final List<Post> posts = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final Queue<Outcome> outcomes = new ArrayDeque<>();

    @Test
    void taken_sentOnce() {
        delivery(Map.of("preflight.notify.url", "https://ntfy.example/secret")).send(MESSAGE);
        time.pass(Duration.ofDays(1));

        assertThat(posts).hasSize(1);
        assertThat(log).isEmpty();
    }

    @Test
    void away_triedThreeTimesMore_withGrowingPauses_andGivenUp() {
        outcomes.addAll(List.of(AWAY, AWAY, AWAY, AWAY, AWAY));
        delivery(Map.of("preflight.notify.url", "https://ntfy.example/secret")).send(MESSAGE);

        assertThat(posts).hasSize(1);
        time.pass(Duration.ofSeconds(9));
        assertThat(posts).hasSize(1);
        time.pass(Duration.ofSeconds(1));
        assertThat(posts).hasSize(2);
        time.pass(Duration.ofMinutes(1));
        assertThat(posts).hasSize(3);
        time.pass(Duration.ofDays(1));
        assertThat(posts).hasSize(4);
        assertThat(log).hasSize(4).noneMatch(line -> line.contains("secret") || line.contains("example"));
        assertThat(log.get(3)).isEqualTo("a notice could not be sent, and is given up: webhook: no connection");
    }

    @Test
    void refusedForGood_notTriedAgain() {
        outcomes.add(new Outcome("it answers with status 404", false));
        delivery(Map.of("preflight.notify.url", "https://ntfy.example/secret")).send(MESSAGE);
        time.pass(Duration.ofDays(1));

        assertThat(posts).hasSize(1);
        assertThat(log).hasSize(1);
    }

    @Test
    void tokenFileIsMissing_webhookIsServedAllTheSame() {
        delivery(Map.of(
                        "preflight.notify.url", "https://ntfy.example/secret",
                        "preflight.notify.telegram.token-file", "/nowhere/secret",
                        "preflight.notify.telegram.chat", "-100"))
                .send(MESSAGE);
        time.pass(Duration.ofDays(1));

        assertThat(posts).extracting(Post::kind).containsExactly("webhook");
        assertThat(log).hasSize(4).noneMatch(line -> line.contains("secret"));
    }

    @Test
    void receiverAwayForLong_notEverythingWaits() {
        var delivery = delivery(Map.of("preflight.notify.url", "https://ntfy.example/secret"));
        for (int i = 0; i < Delivery.MOST_WAITING + 5; i++) {
            outcomes.add(AWAY);
            delivery.send(MESSAGE);
        }
        assertThat(posts).hasSize(Delivery.MOST_WAITING);

        outcomes.clear();
        time.pass(Duration.ofDays(1));
        delivery.send(MESSAGE);
        assertThat(posts).hasSize(2 * Delivery.MOST_WAITING + 1);
    }

    private Delivery delivery(Map<String, String> settings) {
        Courier courier = post -> {
            posts.add(post);
            return Uni.createFrom().item(outcomes.isEmpty() ? Outcome.TAKEN : outcomes.remove());
        };
        return new Delivery(new Receivers(TestSettings.of(settings)), courier, time, Runnable::run, log::add);
    }
}
