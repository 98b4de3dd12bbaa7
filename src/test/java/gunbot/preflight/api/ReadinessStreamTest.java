package gunbot.preflight.api;

import static gunbot.preflight.testing.Reports.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import gunbot.preflight.gate.Gate;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.report.Report;
import gunbot.preflight.testing.Gates;
import gunbot.preflight.testing.Reports;
import gunbot.preflight.testing.TestClock;
import gunbot.preflight.testing.VirtualTime;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadinessStreamTest {
    private static final Instant NEXT = Instant.parse("2026-11-22T09:11:00Z");

    private final TestClock clock = new TestClock();
    private final VirtualTime time = new VirtualTime(clock);
    private Optional<Report> last = Optional.empty();
    private Runnable meanwhile = () -> {};
    private final Gate gate = new Gates(clock).with(Map.of());
    private final ReadinessStream stream = new ReadinessStream(
            () -> last,
            this::next,
            gate,
            JsonMapper.builder().findAndAddModules().build(),
            time);

    @Test
    void connected_theLastReportIsThere() {
        last = Optional.of(Reports.of(key("a", Verdict.READY)));
        var client = client(10);

        assertThat(words(client)).containsExactly("report");
        assertThat(new JsonObject(client.getItems().get(0).data()).getString("nextCheckAt"))
                .isEqualTo("2026-11-22T09:11:00Z");
    }

    @Test
    void connected_whileANewerReportIsTold_endsOnTheNewerOne() {
        last = Optional.of(Reports.of(key("old", Verdict.READY)));
        meanwhile = () -> { // the old one is just being put into words
            meanwhile = () -> {};
            last = Optional.of(Reports.of(key("new", Verdict.READY)));
            stream.report(last.get());
        };
        var client = client(10);

        assertThat(client.getItems().get(client.getItems().size() - 1).data()).contains("\"new\"");
    }

    @Test
    void gateOpens_theReportIsToldAgainWithIt() {
        last = Optional.of(Reports.of(key("a", Verdict.READY)));
        var client = client(10);
        gate.openByHand();

        assertThat(words(client)).containsExactly("report", "report");
        assertThat(client.getItems())
                .extracting(event ->
                        new JsonObject(event.data()).getJsonObject("gate").getBoolean("open"))
                .containsExactly(false, true);
    }

    @Test
    void gateOpensBeforeTheFirstReport_nothingToTell() {
        var client = client(10);
        gate.openByHand();

        assertThat(client.getItems()).isEmpty();
    }

    @Test
    void connectedBeforeTheFirstReport_nothingYet() {
        assertThat(client(10).getItems()).isEmpty();
    }

    @Test
    void check_eachKeyThenTheReport() {
        var client = client(10);
        stream.key(key("a", Verdict.READY));
        stream.key(key("b", Verdict.NOT_READY));
        stream.report(Reports.of(key("a", Verdict.READY), key("b", Verdict.NOT_READY)));

        assertThat(words(client)).containsExactly("key", "key", "report");
        assertThat(new JsonObject(client.getItems().get(1).data()).getString("name"))
                .isEqualTo("b");
        assertThat(new JsonObject(client.getItems().get(2).data()).getJsonArray("keys"))
                .hasSize(2);
    }

    @Test
    void nameWithControlCharacters_staysOnOneLine() {
        var client = client(10);
        stream.key(key("a\n\nevent: report\r\ndata: {}\u0000", Verdict.READY));

        assertThat(client.getItems().get(0).data()).doesNotContain("\n", "\r", "\u0000");
        assertThat(new JsonObject(client.getItems().get(0).data()).getString("name"))
                .startsWith("a\n\nevent");
    }

    @Test
    void quiet_aCommentEvery15Seconds_andNoTimerOnceNobodyListens() {
        var client = client(10);
        time.pass(Duration.ofSeconds(46));
        assertThat(client.getItems()).containsExactly(StreamEvent.COMMENT, StreamEvent.COMMENT, StreamEvent.COMMENT);

        client.cancel();
        time.pass(Duration.ofSeconds(30));

        assertThat(stream.clients()).isZero();
        assertThat(time.pending()).isZero();
    }

    @Test
    void slowClient_getsTheLatestReportInsteadOfAllThatItMissed() {
        var client = client(1);
        stream.key(key("a", Verdict.READY));
        IntStream.range(0, 5000).forEach(n -> stream.key(key("k" + n, Verdict.READY)));
        stream.report(Reports.of(key("old", Verdict.READY)));
        stream.key(key("b", Verdict.READY));
        stream.report(Reports.of(key("new", Verdict.READY)));
        client.request(10);

        assertThat(words(client)).containsExactly("key", "report");
        assertThat(client.getItems().get(1).data()).contains("\"new\"");
    }

    @Test
    void verySlowClient_aBoundedNumberOfKeysWaits() {
        var client = client(0);
        IntStream.range(0, 5000).forEach(n -> stream.key(key("k" + n, Verdict.READY)));
        client.request(10_000);

        assertThat(client.getItems()).hasSize(StreamClient.MOST_WAITING);
    }

    @Test
    void clientThatTakesNothingForAMinute_isGivenUp_theOthersStay() {
        var stuck = client(0);
        var well = client(100);
        stream.report(Reports.of());
        time.pass(Duration.ofSeconds(45));
        assertThat(stream.clients()).isEqualTo(2);
        time.pass(Duration.ofSeconds(15));

        stuck.assertCompleted();
        well.assertNotTerminated();
        time.pass(Duration.ofMinutes(20));
        assertThat(stream.clients()).isEqualTo(1);
    }

    @Test
    void oneClientTooMany_theOldestYields() {
        var clients = IntStream.range(0, ReadinessStream.MOST_CLIENTS + 1)
                .mapToObj(n -> client(10))
                .toList();

        clients.get(0).assertCompleted();
        clients.get(1).assertNotTerminated();
        assertThat(stream.clients()).isEqualTo(ReadinessStream.MOST_CLIENTS);
    }

    private Optional<Instant> next() {
        meanwhile.run();
        return Optional.of(NEXT);
    }

    private AssertSubscriber<StreamEvent> client(long requests) {
        return stream.open(Locale.ENGLISH).subscribe().withSubscriber(AssertSubscriber.create(requests));
    }

    private static List<String> words(AssertSubscriber<StreamEvent> client) {
        return client.getItems().stream().map(event -> event.kind().word()).toList();
    }
}
