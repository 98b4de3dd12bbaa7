package gunbot.preflight.check;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.binance.Binance;
import gunbot.preflight.exchange.binancefutures.BinanceFutures;
import gunbot.preflight.exchange.cex.Cex;
import gunbot.preflight.exchange.huobi.Huobi;
import gunbot.preflight.exchange.nash.Nash;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import gunbot.preflight.keys.GivenKeys;
import gunbot.preflight.probe.ExchangeClient;
import gunbot.preflight.probe.HostPauses;
import gunbot.preflight.probe.HostSlots;
import gunbot.preflight.probe.Line;
import gunbot.preflight.probe.Nonces;
import gunbot.preflight.probe.Told;
import gunbot.preflight.report.Report;
import gunbot.preflight.rhythm.NothingRemembered;
import gunbot.preflight.rhythm.Rhythm;
import gunbot.preflight.settings.Entries;
import gunbot.preflight.settings.ExactNames;
import gunbot.preflight.settings.Exchanges;
import gunbot.preflight.settings.OwnSecrets;
import gunbot.preflight.settings.Token;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.SampleKeys;
import gunbot.preflight.testing.TestClock;
import gunbot.preflight.testing.TestSettings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report on keys that could not be asked to their end says so, and keeps what was learnt. */
class LateTest {
    /** As {@code preflight.probe.deadline} is by itself. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final TestClock ours = new TestClock();
    private Map<String, String> limits = Map.of("preflight.gunbot.config", "");
    private final StandIns standIns = StandIns.start(new TestClock()); // their clock stands, so that nothing is too old
    private final Vertx vertx = Vertx.vertx();
    private final Catalogue catalogue =
            new Catalogue(List.of(new Binance(), new BinanceFutures(), new Huobi(), new Cex(), new Nash()));

    @AfterEach
    void stop() {
        vertx.closeAndAwait();
        standIns.close();
    }

    @ParameterizedTest
    @CsvSource({
        "binance,         /sapi/v1/account/apiRestrictions,            /sapi/v1/account/info /sapi/v1/account/apiTradingStatus",
        "binance-futures, /sapi/v1/account/info,                       /fapi/v1/accountConfig /fapi/v1/apiTradingStatus",
        "huobi,           /v2/user/api-key,                            /v1/account/accounts",
        "cex,             /api/spot/rest/get_my_account_status_v3,     /api/spot/rest/do_cancel_my_order"
    })
    void followUp_answeredTooLate_reportIsPartial_andTheRestStands(String exchange, String last, String slow) {
        List.of(slow.split(" ")).forEach(path -> standIns.of(exchange).fault(path, Fault.SILENT));
        passWhenAsked(exchange, last, DEADLINE.minusMillis(300));

        var report = check(exchange);

        assertThat(report.complete()).isFalse();
        assertThat(facts(report).grant(Scope.READ).state()).isEqualTo(State.ON);
    }

    @ParameterizedTest
    @CsvSource({
        "binance,         /sapi/v1/account/apiRestrictions",
        "binance-futures, /sapi/v1/account/info",
        "huobi,           /v2/user/api-key",
        "cex,             /api/spot/rest/get_my_account_status_v3",
        "nash,            listMovements"
    })
    void followUp_noTimeLeftForIt_reportIsPartial_andTheRestStands(String exchange, String last) {
        passWhenAsked(exchange, last, DEADLINE);

        var report = check(exchange);

        assertThat(report.complete()).isFalse();
        assertThat(facts(report).grant(Scope.READ).state()).isEqualTo(State.ON);
    }

    @Test
    void followUp_overItsOwnTimeLimit_reportIsPartial() {
        standIns.of("huobi").fault("/v1/account/accounts", Fault.SILENT);
        limits = Map.of("preflight.gunbot.config", "", "preflight.probe.timeout", "300ms");

        var report = check("huobi");

        assertThat(report.complete()).isFalse();
        assertThat(facts(report).grant(Scope.READ).state()).isEqualTo(State.ON);
    }

    @ParameterizedTest
    @CsvSource({"binance", "binance-futures", "huobi", "cex", "nash"})
    void allInTime_reportIsWhole(String exchange) {
        assertThat(check(exchange).complete()).isTrue();
    }

    @Test
    void otherFacts_lateOrNot_staysAsItWas() {
        var late = new Told(Facts.NONE, null, null, 3, 10, ours.instant(), true);

        assertThat(late.with(Facts.NONE.seenFrom("203.0.113.7")).late()).isTrue();
        assertThat(new Told(Facts.NONE, null, null, 3, 10, ours.instant()).late())
                .isFalse();
    }

    /** Our time passes while the exchange answers one question: the request whose path or body holds a text. */
    private void passWhenAsked(String exchange, String text, Duration time) {
        standIns.of(exchange).onRequest(request -> {
            if (request.path().equals(text) || request.bodyText().contains(text)) {
                ours.pass(time);
            }
        });
    }

    private static Facts facts(Report report) {
        return report.keys().get(0).told().facts();
    }

    private Report check(String exchange) {
        var standIn = standIns.of(exchange);
        standIn.add(SampleKeys.known(exchange, 1, KeyState.GOOD));
        var entry = SampleKeys.entry(exchange, 1);
        var given = new HashMap<String, String>();
        given.put("preflight.gunbot.config", "");
        given.put("preflight.exchange.\"" + exchange + "\".origin", standIn.origin());
        given.put("preflight.keys.mine.exchange", exchange);
        given.put("preflight.keys.mine.key", entry.getString("key"));
        given.put("preflight.keys.mine.secret", entry.getString("secret"));
        return check(given)
                .run(Which.ALL, ours.instant().plusSeconds(1), key -> {})
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private Check check(Map<String, String> given) {
        var settings = TestSettings.of(limits);
        var names = new ExactNames(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(given, "test", 500))
                .build());
        var line = new Line(
                new ExchangeClient(vertx, settings, ours),
                new HostPauses(ours),
                new HostSlots(),
                new Nonces(),
                ours,
                settings);
        var inputs = new Inputs(
                new GivenKeys(names),
                catalogue,
                new Exchanges(catalogue, names),
                new OwnSecrets(settings, new Token(settings, names)),
                settings,
                ours);
        var answers = new Answers();
        var asks = new NothingRemembered();
        var rhythm = new Rhythm(settings.recheck(), ours.instant(), new Random(7));
        var plan = new Plan(answers, asks, catalogue, new HostPauses(ours), () -> false, rhythm, ours);
        return new Check(inputs, catalogue, line, settings, new Entries(names), answers, asks, plan, ours);
    }
}
