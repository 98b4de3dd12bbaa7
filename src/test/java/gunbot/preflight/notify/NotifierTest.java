package gunbot.preflight.notify;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.Judgement;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Role;
import gunbot.preflight.keys.Source;
import gunbot.preflight.probe.Told;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.settings.Entries;
import gunbot.preflight.settings.ExactNames;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.testing.Reports;
import gunbot.preflight.testing.TestClock;
import gunbot.preflight.testing.TestSettings;
import gunbot.preflight.testing.VirtualTime;
import gunbot.preflight.testing.Wait;
import gunbot.preflight.testing.Webhook;
import gunbot.preflight.text.Languages;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From reports to a webhook on the loopback, in virtual time. */
class NotifierTest {
    private final TestClock clock = new TestClock();
    private final VirtualTime time = new VirtualTime(clock);
    private final Vertx vertx = Vertx.vertx();
    private final Webhook webhook = new Webhook();
    private final Map<String, String> settings = new TreeMap<>();
    private final List<String> log = new ArrayList<>();
    private WebCourier courier;
    private Notifier notifier;

    @AfterEach
    void close() {
        if (courier != null) {
            courier.close();
        }
        webhook.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void keyWorsens_oneMessage_thenNone_andOneWhenItRecovers() {
        start();
        notifier.report(Reports.of(Reports.key("binance", Verdict.READY)));
        notifier.report(Reports.of(Reports.key("binance", Verdict.NOT_READY, Code.OTP_REQUIRED)));
        notifier.report(Reports.of(Reports.key("binance", Verdict.NOT_READY, Code.OTP_REQUIRED)));
        arrived(1);
        notifier.report(Reports.of(Reports.key("binance", Verdict.READY)));
        arrived(2);

        assertThat(title(0)).isEqualTo("Gunbot: key not ready: binance");
        assertThat(body(0)).startsWith("The key of binance is not ready: OTP_REQUIRED. ");
        assertThat(webhook.sent().get(0).headers()).containsEntry("Priority", "high");
        assertThat(title(1)).isEqualTo("Gunbot: binance in order again");
        assertThat(body(1)).isEqualTo("binance is in order again.");
    }

    @Test
    void atTheStart_onlyWhatIsNotReadyIsTold() {
        start();
        notifier.report(Reports.of(
                Reports.key("kraken", Verdict.ATTENTION, Code.IP_UNRESTRICTED),
                Reports.key("binance#2", Verdict.NOT_READY, Code.INVALID_KEY),
                Reports.key("idle", false, Verdict.NOT_READY, Code.INVALID_KEY)));
        arrived(1);

        assertThat(body(0)).contains("binance#2").doesNotContain("kraken", "idle");
    }

    @Test
    void severalKeysAtOnce_oneMessage_theWorstInItsTitle() {
        start();
        notifier.report(Reports.of(Reports.key("a", Verdict.READY), Reports.key("b", Verdict.READY)));
        notifier.report(Reports.of(
                Reports.key("a", Verdict.ATTENTION, Code.TRANSFER_ON),
                Reports.key("b", Verdict.NOT_READY, Code.WITHDRAW_ON, Code.EXPIRED)));
        arrived(1);

        assertThat(title(0)).isEqualTo("Gunbot: key not ready: b");
        assertThat(body(0).lines()).hasSize(2).anyMatch(line -> line.contains("WITHDRAW_ON, EXPIRED"));
    }

    @Test
    void acceptedWarning_isNotTheReason() {
        settings.put("preflight.entry.\"a\".accept", "IP_UNRESTRICTED");
        start();
        notifier.report(Reports.of(Reports.key("a", Verdict.READY)));
        notifier.report(Reports.of(Reports.key("a", Verdict.ATTENTION, Code.IP_UNRESTRICTED, Code.TRANSFER_ON)));
        arrived(1);

        assertThat(body(0)).contains(": TRANSFER_ON.").doesNotContain("IP_UNRESTRICTED");
    }

    @Test
    void addressesAndHints_stayHere() {
        start();
        var refused = Finding.of(Code.IP_NOT_ALLOWED)
                .variant("seen")
                .with("address", "203.0.113.7")
                .evidence("not from 203.0.113.7");
        notifier.report(Reports.of(at(Instant.MAX, Verdict.NOT_READY, refused)));
        arrived(1);

        assertThat(body(0))
                .contains("IP_NOT_ALLOWED", "Binance", "this machine's public address")
                .doesNotContain("203.0.113", "hint");
    }

    @Test
    void expiry_toldAt14AndAt3Days_withoutAnyNewReport() {
        start();
        var ends = clock.instant().plus(Duration.ofDays(20));
        notifier.report(Reports.of(at(ends, Verdict.READY)));
        time.pass(Duration.ofDays(5));
        arrived(0);
        time.pass(Duration.ofDays(2));
        arrived(1);
        time.pass(Duration.ofDays(9));
        arrived(1);
        time.pass(Duration.ofDays(3));
        arrived(2);

        assertThat(title(0)).isEqualTo("Gunbot: key of binance ends soon");
        assertThat(body(0)).startsWith("The key of binance ends on 2026-12-12 08:40 UTC, in 14 days. Open \"");
        assertThat(body(1)).contains("in 3 days");
    }

    @Test
    void expiryThatWorsensTheVerdict_toldOnce() {
        start();
        var ends = clock.instant().plus(Duration.ofDays(14).plusMinutes(1));
        notifier.report(Reports.of(at(ends, Verdict.READY)));
        clock.pass(Duration.ofMinutes(2));
        notifier.report(Reports.of(at(ends, Verdict.ATTENTION, Finding.of(Code.EXPIRES_SOON))));
        arrived(1);

        assertThat(body(0).lines()).hasSize(1);
        assertThat(body(0)).contains("ends on").contains("edit this key");
    }

    @Test
    void outage_toldOnlyOnceItHasLasted() {
        start();
        notifier.report(Reports.of(Reports.key("binance", Verdict.READY)));
        notifier.report(Reports.of(Reports.key("binance", Verdict.UNKNOWN, Code.UNREACHABLE)));
        time.pass(Duration.ofMinutes(10));
        arrived(0);
        time.pass(Duration.ofMinutes(20));
        arrived(1);

        assertThat(title(0)).isEqualTo("Gunbot: binance could not be checked");
    }

    @Test
    void fileNeverUnderstood_toldOnceItHasLasted() {
        start();
        notifier.report(Reports.of(SourceState.INVALID));
        time.pass(Duration.ofHours(2));
        arrived(1);

        assertThat(title(0)).isEqualTo("Gunbot: Gunbot's config.js could not be checked");
    }

    @Test
    void spanish_whereItIsSet() {
        settings.put("preflight.language", "es");
        start();
        notifier.report(Reports.of(Reports.key("binance", Verdict.NOT_READY, Code.OTP_REQUIRED)));
        arrived(1);

        assertThat(title(0)).isEqualTo("Gunbot: clave no lista: binance");
        assertThat(body(0)).startsWith("La clave de binance no está lista: OTP_REQUIRED. ");
    }

    @Test
    void webhookIsAway_logNamesNoAddress() {
        start();
        webhook.answerWith(404);
        notifier.report(Reports.of(Reports.key("binance", Verdict.NOT_READY, Code.OTP_REQUIRED)));
        Wait.until("the failure is in the log", () -> !log.isEmpty());

        assertThat(log)
                .containsExactly("a notice could not be sent, and is given up: webhook: it answers with status 404");
    }

    private void start() {
        settings.put("preflight.notify.url", webhook.address("/secret").toString());
        var all = TestSettings.of(settings);
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build();
        courier = new WebCourier(vertx, all);
        var delivery = new Delivery(new Receivers(all), courier, time, Runnable::run, log::add);
        notifier = new Notifier(delivery, new Entries(new ExactNames(config)), new Languages(all), time, clock);
        notifier.start(listener -> {});
    }

    /** Waits for so many messages; one too many is seen since messages are sent one after the other. */
    private void arrived(int number) {
        Wait.until(number + " messages are there", () -> webhook.sent().size() >= number);
        assertThat(webhook.sent()).hasSize(number);
    }

    private String title(int number) {
        return webhook.sent().get(number).headers().get("Title");
    }

    private String body(int number) {
        return webhook.sent().get(number).body();
    }

    /** A key of Binance that ends at a time. */
    private static KeyReport at(Instant ends, Verdict verdict, Finding... findings) {
        var listing = AllExchanges.catalogue().byId("binance").orElseThrow().listing();
        var key = new KeyCase(
                "binance",
                "binance",
                listing,
                null,
                Role.BOTH,
                true,
                true,
                "hint",
                Source.CONFIG,
                null,
                null,
                List.of());
        var facts = Facts.NONE.with(ends.equals(Instant.MAX) ? Expiry.NEVER : Expiry.at(ends));
        var told = new Told(facts, null, null, 1, 1, Instant.EPOCH);
        return new KeyReport(key, told, new Judgement(verdict, List.of(), List.of(findings)));
    }
}
