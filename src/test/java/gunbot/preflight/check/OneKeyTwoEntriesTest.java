package gunbot.preflight.check;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Market;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.GivenKeys;
import gunbot.preflight.probe.ExchangeClient;
import gunbot.preflight.probe.HostPauses;
import gunbot.preflight.probe.HostSlots;
import gunbot.preflight.probe.Line;
import gunbot.preflight.probe.Nonces;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.Report;
import gunbot.preflight.rhythm.NothingRemembered;
import gunbot.preflight.rhythm.Rhythm;
import gunbot.preflight.settings.Entries;
import gunbot.preflight.settings.ExactNames;
import gunbot.preflight.settings.Exchanges;
import gunbot.preflight.settings.OwnSecrets;
import gunbot.preflight.settings.Token;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.testing.SampleKeys;
import gunbot.preflight.testing.TestClock;
import gunbot.preflight.testing.TestSettings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key that stands in two entries of one exchange, from config.js to the report: asked once, and judged for each. */
class OneKeyTwoEntriesTest {
    private static final String DECLARATION = "GET /sapi/v1/account/apiRestrictions";
    private static final String INFO = "GET /sapi/v1/account/info";
    private static final String USD_M = "GET /fapi/v1/accountConfig";
    private static final String STATUS = "GET /fapi/v1/apiTradingStatus";
    private static final String COIN_M = "GET /dapi/v1/account";
    private static final String TIME = "GET /api/v3/time";

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private final StandIns standIns = StandIns.start(clock);
    private final Vertx vertx = Vertx.vertx();
    private final List<KeyReport> heard = new ArrayList<>();
    private final JsonObject entries = new JsonObject();
    private Check check;

    @BeforeEach
    void start() {
        check = check();
    }

    @AfterEach
    void stop() {
        vertx.closeAndAwait();
        standIns.close();
        assertThat(standIns.all()).allMatch(standIn -> standIn.unexpected().isEmpty());
    }

    @Test
    void usdMAndCoinM_oneSequence_twoVerdicts() {
        var standIn = standIns.of("binance-futures");
        standIn.add(SampleKeys.known("binance-futures", 1, KeyState.GOOD));
        standIn.answer(COIN_M, 400, "{\"code\":-4109,\"msg\":\"This account is inactive.\"}", Map.of());
        put("binanceFutures", "binance-futures", "market", "futures");
        put("binanceFutures#2", "binance-futures", "market", "delivery");

        var report = run(Which.ALL);

        assertThat(standIn.requests())
                .isEqualTo(Map.of(TIME, 1, DECLARATION, 1, INFO, 1, USD_M, 1, STATUS, 1, COIN_M, 1));
        assertThat(standIn.mostInFlight(keyOf("binanceFutures"))).isEqualTo(1);
        assertThat(codes(report, "binanceFutures")).containsExactly(Code.KEY_SHARED);
        assertThat(codes(report, "binanceFutures#2")).containsExactly(Code.ACCOUNT_SETUP, Code.KEY_SHARED);
        assertThat(report.keys()).extracting(key -> key.told().requests()).containsExactly(6, 6);
        assertThat(heard).extracting(key -> key.key().name()).containsExactly("binanceFutures", "binanceFutures#2");
        assertThat(heard)
                .extracting(key -> key.judgement().verdict())
                .containsExactly(Verdict.ATTENTION, Verdict.NOT_READY);
    }

    @ParameterizedTest
    @CsvSource({"binance, margin", "kraken, margin", "bitmex, swap"})
    void anotherMarketThatIsAskedNothingElse_addsNoRequest(String exchange, String other) {
        standIns.of(exchange).add(SampleKeys.known(exchange, 1, KeyState.GOOD));
        put(exchange, exchange);
        run(Which.ALL);
        var alone = standIns.of(exchange).requests();
        standIns.of(exchange).forgetTraffic();
        put(exchange + "#2", exchange, "market", other);
        put(exchange + "#3", exchange); // and once more for the first market

        var report = run(Which.ALL);

        assertThat(standIns.of(exchange).requests()).isEqualTo(alone);
        assertThat(standIns.of(exchange).mostInFlight()).isEqualTo(1);
        assertThat(report.keys()).hasSize(3).allMatch(key -> key.told()
                .at()
                .equals(report.keys().get(0).told().at()));
        assertThat(report.keys().get(1).key().market())
                .isEqualTo(Market.of(other).orElseThrow());
    }

    @Test
    void entryThatIsAddedForAnotherMarket_isAskedForThat_andTheFirstIsLeftAlone() {
        var standIn = standIns.of("binance-futures");
        standIn.add(SampleKeys.known("binance-futures", 1, KeyState.GOOD));
        put("binanceFutures", "binance-futures", "market", "futures");
        run(Which.ALL);
        assertThat(standIn.requests()).isEqualTo(Map.of(TIME, 1, DECLARATION, 1, INFO, 1, USD_M, 1, STATUS, 1));
        standIn.forgetTraffic();
        heard.clear();

        put("binanceFutures#2", "binance-futures", "market", "delivery");
        clock.pass(Duration.ofSeconds(5));
        var report = run(Which.NEW);

        assertThat(standIn.requests()).isEqualTo(Map.of(TIME, 1, DECLARATION, 1, INFO, 1, COIN_M, 1));
        assertThat(heard).extracting(key -> key.key().name()).containsExactly("binanceFutures#2");
        assertThat(report.keys()).extracting(key -> key.told().requests()).containsExactly(5, 4);
    }

    @Test
    void marketThatIsChangedInTheFile_isAskedFor_andOnlyThat() {
        var standIn = standIns.of("poloniex");
        standIn.add(SampleKeys.known("poloniex", 1, KeyState.EXTRA_RIGHTS));
        put("poloniex", "poloniex");
        run(Which.ALL);
        standIn.forgetTraffic();

        put("poloniex", "poloniex", "market", "futures");
        run(Which.NEW);
        run(Which.NEW); // nothing is new any more

        assertThat(standIn.requests())
                .isEqualTo(Map.of("GET /timestamp", 1, "GET /v3/account/balance", 1, "DELETE /v3/trade/order", 1));
    }

    @Test
    void sameKeyForTheTestNetwork_isAKeyOfItsOwn_askedAfterTheOther() {
        var standIn = standIns.of("binance-futures");
        standIn.add(SampleKeys.known("binance-futures", 1, KeyState.GOOD));
        put("binanceFutures", "binance-futures", "market", "futures");
        put("binanceFutures#2", "binance-futures", "market", "futures", "testnet", true);

        var report = run(Which.ALL);

        assertThat(standIn.requests())
                .isEqualTo(Map.of(
                        TIME,
                        1,
                        DECLARATION,
                        1,
                        INFO,
                        1,
                        USD_M,
                        2,
                        STATUS,
                        1,
                        "GET /fapi/v1/time",
                        1,
                        "DELETE /fapi/v1/order",
                        1));
        assertThat(standIn.mostInFlight(keyOf("binanceFutures"))).isEqualTo(1);
        assertThat(report.keys()).extracting(key -> key.told().requests()).containsExactly(5, 3);
    }

    @Test
    void sameKeyWithAnotherPassphrase_isAKeyOfItsOwn_askedAfterTheOther() {
        var standIn = standIns.of("kucoin");
        standIn.add(SampleKeys.known("kucoin", 1, KeyState.GOOD));
        put("kucoin", "kucoin");
        put("kucoin#2", "kucoin", "passphrase", "Another-Passphrase-1");

        var report = run(Which.ALL);

        assertThat(codes(report, "kucoin")).doesNotContain(Code.BAD_PASSPHRASE);
        assertThat(codes(report, "kucoin#2")).contains(Code.BAD_PASSPHRASE);
        assertThat(standIn.mostInFlight(keyOf("kucoin"))).isEqualTo(1);
    }

    @Test
    void refusedKey_isRefusedOnceForBothMarkets() {
        put("binance", "binance");
        put("binance#2", "binance", "market", "margin");

        var report = run(Which.ALL);

        assertThat(standIns.of("binance").requests()).isEqualTo(Map.of(TIME, 1, DECLARATION, 1));
        assertThat(codes(report, "binance")).contains(Code.INVALID_KEY);
        assertThat(codes(report, "binance#2")).contains(Code.INVALID_KEY);
    }

    /** Puts the key of an exchange into an entry, with more fields than usual. */
    private void put(String name, String exchange, Object... more) {
        var entry = SampleKeys.entry(exchange, 1);
        for (int n = 0; n < more.length; n += 2) {
            entry.put((String) more[n], more[n + 1]);
        }
        entries.put(name, entry);
    }

    private String keyOf(String entry) {
        return entries.getJsonObject(entry).getString("key");
    }

    private Report run(Which which) {
        var pairs = new JsonObject();
        entries.fieldNames()
                .forEach(name ->
                        pairs.put(name, new JsonObject().put("USDT-BTC", new JsonObject().put("enabled", true))));
        try {
            Files.writeString(
                    folder.resolve("config.js"),
                    new JsonObject()
                            .put("pairs", pairs)
                            .put("exchanges", entries)
                            .encode());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return check.run(which, clock.instant().plusSeconds(1), heard::add)
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    /** What is said of an entry beside that its exchange is a stand-in. */
    private static List<Code> codes(Report report, String name) {
        return report.keys().stream()
                .filter(key -> key.key().name().equals(name))
                .flatMap(key -> key.judgement().findings().stream())
                .map(Finding::code)
                .filter(code -> code != Code.ORIGIN_OVERRIDDEN)
                .toList();
    }

    private Check check() {
        var settings = TestSettings.of(
                Map.of("preflight.gunbot.config", folder.resolve("config.js").toString()));
        var origins = new HashMap<String, String>();
        standIns.byId()
                .forEach((id, standIn) -> origins.put("preflight.exchange.\"" + id + "\".origin", standIn.origin()));
        var names = new ExactNames(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(origins, "test", 500))
                .build());
        var catalogue = AllExchanges.catalogue();
        var pauses = new HostPauses(clock);
        var line = new Line(
                new ExchangeClient(vertx, settings, clock), pauses, new HostSlots(), new Nonces(), clock, settings);
        var inputs = new Inputs(
                new GivenKeys(names),
                catalogue,
                new Exchanges(catalogue, names),
                new OwnSecrets(settings, new Token(settings, names)),
                settings,
                clock);
        var answers = new Answers();
        var asks = new NothingRemembered();
        var rhythm = new Rhythm(settings.recheck(), clock.instant(), new Random(7));
        var plan = new Plan(answers, asks, catalogue, pauses, () -> false, rhythm, clock);
        return new Check(inputs, catalogue, line, settings, new Entries(names), answers, asks, plan, clock);
    }
}
