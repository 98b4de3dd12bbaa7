package gunbot.preflight.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Hole;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import gunbot.preflight.exchange.TimeCall;
import gunbot.preflight.exchange.binance.Binance;
import gunbot.preflight.exchange.kraken.Kraken;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.binance.BinanceStandIn;
import gunbot.preflight.standin.kraken.KrakenStandIn;
import gunbot.preflight.testing.TestSettings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every exchange: which requests leave, how many, and when none does. */
class ProbeTest {
    private static final String SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    private static final String KRAKEN_SECRET = "d3Jvbmctc2VjcmV0";
    private static final String LIVE = "https://api.binance.com";
    private static final String TIMED = "?recvWindow=5000&timestamp=<time>";
    private static final String TIME = "GET /api/v3/time";
    private static final String RESTRICTIONS = "GET /sapi/v1/account/apiRestrictions";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T08:40:00Z"));
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };
    private final Vertx vertx = Vertx.vertx();
    private final BinanceStandIn binanceStandIn = BinanceStandIn.production(clock);
    private final KrakenStandIn krakenStandIn = new KrakenStandIn(clock);
    private final Exchange binance = new Binance();
    private final Exchange kraken = new Kraken();
    private final Line line = line();

    @BeforeEach
    void start() {
        binanceStandIn.start();
        krakenStandIn.start();
    }

    @AfterEach
    void stop() {
        vertx.closeAndAwait();
        binanceStandIn.close();
        krakenStandIn.close();
        assertThat(binanceStandIn.unexpected()).isEmpty();
        assertThat(krakenStandIn.unexpected()).isEmpty();
    }

    // --- only allowed calls

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET https://api.binance.com/sapi/v1/account/status" + TIMED,
                "GET https://api.binance.com/sapi/v1/account/apiRestrictions?timestamp=<time>",
                "GET https://api.binance.com/sapi/v1/account/apiRestrictions" + TIMED + "&x=1",
                "POST https://api.binance.com/sapi/v1/account/apiRestrictions" + TIMED,
                "GET https://api1.binance.com/sapi/v1/account/apiRestrictions" + TIMED,
                "POST https://api.binance.com/api/v3/order/test" + TIMED,
                "DELETE https://api.binance.com/api/v3/openOrders" + TIMED
            })
    void request_outsideTheList_isNeitherSignedNorSent(String text) {
        var asks =
                new Other(binance, probe -> probe.signed(AllowedCall.read(text)).map(answered -> Facts.NONE));

        var told = ask(asks, question("key", SECRET, binanceStandIn));

        assertThat(binanceStandIn.requests()).isEqualTo(Map.of(TIME, 1));
        assertThat(asks.signed).isZero();
        assertThat(told.facts().refusals()).extracting(Refusal::code).containsExactly(Code.UNEXPECTED_ANSWER);
        assertThat(told.requests()).isEqualTo(1);
    }

    @Test
    void openRequest_outsideTheList_isNotSent() {
        var asks = new Other(binance, probe -> probe.open(AllowedCall.read("GET " + LIVE + "/api/v3/exchangeInfo"))
                .map(answered -> Facts.NONE));

        var told = ask(asks, question("key", SECRET, binanceStandIn));

        assertThat(binanceStandIn.requests()).isEmpty();
        assertThat(told.facts().refusals()).extracting(Refusal::code).containsExactly(Code.UNEXPECTED_ANSWER);
    }

    @Test
    void adapterThatFails_isARefusalWithoutItsWords() {
        var asks = new Other(binance, probe -> {
            throw new IllegalStateException("words that hold " + SECRET);
        });

        var told = ask(asks, question("key", SECRET, binanceStandIn));

        assertThat(told.facts().refusals()).extracting(Refusal::code).containsExactly(Code.UNEXPECTED_ANSWER);
        assertThat(told.toString()).doesNotContain("words", SECRET);
    }

    // --- how many

    @Test
    void signedCalls_sixAtTheMost() {
        addBinanceKey("1");
        var asks = new Other(binance, probe -> repeated(probe, 9));

        ask(asks, question(id("1"), SECRET, binanceStandIn));

        assertThat(binanceStandIn.requests()).isEqualTo(Map.of(TIME, 1, RESTRICTIONS, 6));
        assertThat(asks.outcomes).hasSize(9);
        assertThat(asks.outcomes.subList(0, 6))
                .allMatch(outcome -> outcome.data().isPresent());
        assertThat(asks.outcomes.subList(6, 9))
                .allMatch(outcome -> outcome.refusal().isPresent());
    }

    @Test
    void signedCalls_retriedForTheTime_countToo() {
        addBinanceKey("1");
        binanceStandIn.clockAhead(Duration.ofSeconds(10));
        var asks = new Other(binance, probe -> repeated(probe, 9));

        ask(asks, question(id("1"), SECRET, binanceStandIn));

        assertThat(binanceStandIn.requests()).isEqualTo(Map.of(TIME, 1, RESTRICTIONS, 6));
    }

    @Test
    void refusalsOfTheKey_twoAndNoMore() {
        addBinanceKey("1");
        var asks = new Other(binance, probe -> repeated(probe, 4));

        ask(asks, question(id("1"), "wrong secret", binanceStandIn));

        assertThat(binanceStandIn.requests()).isEqualTo(Map.of(TIME, 1, RESTRICTIONS, 2));
        assertThat(asks.outcomes)
                .extracting(outcome -> outcome.refusal().orElseThrow().code())
                .containsExactly(Code.BAD_SIGNATURE, Code.BAD_SIGNATURE, Code.BAD_SIGNATURE, Code.BAD_SIGNATURE);
    }

    @Test
    void refusalsOfOtherKinds_doNotCountAgainstTheKey() {
        addBinanceKey("1");
        binanceStandIn.fault("/sapi", Fault.MAINTENANCE);
        var asks = new Other(binance, probe -> repeated(probe, 4));

        ask(asks, question(id("1"), SECRET, binanceStandIn));

        assertThat(binanceStandIn.requests()).isEqualTo(Map.of(TIME, 1, RESTRICTIONS, 4));
    }

    @Test
    void deadline_passed_nothingMoreIsSent() {
        addBinanceKey("1");
        binanceStandIn.onRequest(request -> {
            if (request.call().equals(RESTRICTIONS)) {
                now.updateAndGet(time -> time.plus(Duration.ofSeconds(20)));
            }
        });

        var told = ask(new Other(binance, probe -> repeated(probe, 3)), question(id("1"), SECRET, binanceStandIn));

        assertThat(binanceStandIn.requests()).isEqualTo(Map.of(TIME, 1, RESTRICTIONS, 1));
        assertThat(told.facts().refusals())
                .extracting(Refusal::code, Refusal::variant)
                .containsExactly(tuple(Code.UNREACHABLE, "late"));
    }

    @Test
    void keys_twentyOfOneExchange_timeIsAskedOnce() {
        var questions = IntStream.range(0, 20)
                .mapToObj(n -> question(addBinanceKey(String.valueOf(n)), SECRET, binanceStandIn))
                .toList();

        var told = askAll(binance, questions);

        assertThat(told)
                .hasSize(20)
                .allMatch(each -> each.facts().grant(Scope.READ).state() == State.ON);
        assertThat(binanceStandIn.requests()).containsEntry(TIME, 1).containsEntry(RESTRICTIONS, 20);
        assertThat(told).allMatch(each -> each.requests() == 4);
    }

    @Test
    void checks_two_timeIsAskedInEach() {
        addBinanceKey("1");

        ask(binance, question(id("1"), SECRET, binanceStandIn));
        ask(binance, question(id("1"), SECRET, binanceStandIn));

        assertThat(binanceStandIn.requests()).containsEntry(TIME, 2).containsEntry(RESTRICTIONS, 2);
    }

    @Test
    void keys_fortyOfOneExchange_eightInFlightAtTheMost() {
        binanceStandIn.delayEachAnswer(Duration.ofMillis(5));
        var questions = IntStream.range(0, 40)
                .mapToObj(n -> question(addBinanceKey(String.valueOf(n)), SECRET, binanceStandIn))
                .toList();

        var told = askAll(binance, questions);

        assertThat(told).hasSize(40).allMatch(each -> each.facts().refusals().isEmpty());
        assertThat(binanceStandIn.mostInFlight()).isBetween(2, 8);
        questions.forEach(question -> assertThat(
                        binanceStandIn.mostInFlight(question.credentials().key()))
                .isEqualTo(1));
    }

    @Test
    void slots_ofKeysThatFail_areFreedAgain() {
        var asks = new Other(binance, probe -> {
            throw new IllegalStateException("a fault of ours");
        });
        var questions = IntStream.range(0, 20)
                .mapToObj(n -> question("key" + n, SECRET, binanceStandIn))
                .toList();

        assertThat(askAll(asks, questions)).hasSize(20);
    }

    // --- pauses

    @Test
    void pause_ofOneHost_holdsForItsKeysAndLeavesOtherHosts() {
        addBinanceKey("1");
        addBinanceKey("2");
        krakenStandIn.add(StandInKey.of("kraken-key", KRAKEN_SECRET, KeyState.GOOD));
        binanceStandIn.fault("/sapi", Fault.RATE_LIMITED);
        ask(binance, question(id("1"), SECRET, binanceStandIn));
        binanceStandIn.fault("/sapi", Fault.NONE);
        binanceStandIn.forgetTraffic();

        var otherKey = ask(binance, question(id("2"), SECRET, binanceStandIn));
        var otherHost = ask(kraken, question("kraken", "kraken-key", KRAKEN_SECRET, krakenStandIn));

        assertThat(otherKey.facts().refusals())
                .extracting(Refusal::code, Refusal::variant)
                .containsExactly(tuple(Code.RATE_LIMITED, "paused"));
        assertThat(otherKey.requests()).isZero();
        assertThat(binanceStandIn.requests()).isEmpty();
        assertThat(otherHost.facts().grant(Scope.READ).state()).isEqualTo(State.ON);
    }

    @Test
    void pause_endsWhenItsTimeIsOver() {
        addBinanceKey("1");
        binanceStandIn.fault("/sapi", Fault.RATE_LIMITED); // Retry-After: 30
        ask(binance, question(id("1"), SECRET, binanceStandIn));
        binanceStandIn.fault("/sapi", Fault.NONE);
        binanceStandIn.forgetTraffic();

        now.updateAndGet(time -> time.plusSeconds(29));
        ask(binance, question(id("1"), SECRET, binanceStandIn));
        assertThat(binanceStandIn.requests()).isEmpty();
        now.updateAndGet(time -> time.plusSeconds(1));

        assertThat(ask(binance, question(id("1"), SECRET, binanceStandIn))
                        .facts()
                        .grant(Scope.READ)
                        .state())
                .isEqualTo(State.ON);
    }

    @Test
    void pause_longerOne_isNotShortenedByALaterOne() {
        var pauses = new HostPauses(clock, () -> 0);

        pauses.pause("host", Duration.ofMinutes(10));
        pauses.pause("host", Duration.ofSeconds(1));

        assertThat(pauses.until("host")).contains(now.get().plus(Duration.ofMinutes(10)));
        assertThat(pauses.until("other")).isEmpty();
    }

    // --- nonces

    @Test
    void nonces_ofOneKey_riseWithinOneMillisecondAndStayOnItsScale() {
        var nonces = new Nonces();

        assertThat(List.of(
                        nonces.next("a", 9100, 9100), nonces.next("a", 9100, 9100),
                        nonces.next("a", 9050, 9050), nonces.next("b", 9050, 9050)))
                .extracting(OptionalLong::getAsLong)
                .containsExactly(8600L, 8601L, 8602L, 8550L);
        assertThat(nonces.next("a", 9900, 9900)).hasValue(9400);
    }

    @Test
    void nonces_stayBehindBothClocks_andThereIsNoneWhileTheClockIsSetBack() {
        var nonces = new Nonces();

        assertThat(nonces.next("a", 9900, 9000)).hasValue(8990);
        assertThat(nonces.next("a", 9900, 8991)).hasValue(8991);
        assertThat(nonces.next("a", 9900, 8991)).isEmpty();
        assertThat(nonces.next("a", 9000, 9000)).hasValue(8992);
        assertThat(nonces.next("a", 8000, 8000)).isEmpty();
        assertThat(nonces.next("b", 8000, 8000)).hasValue(7500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GARBAGE", "EMPTY", "MAINTENANCE"})
    void nonceExchange_clockNotCompared_isNotAsked(Fault fault) {
        krakenStandIn.fault("/0/public", fault);
        krakenStandIn.add(StandInKey.of("kraken-key", KRAKEN_SECRET, KeyState.GOOD));

        var told = ask(kraken, question("kraken", "kraken-key", KRAKEN_SECRET, krakenStandIn));

        assertThat(told.facts().refusals())
                .extracting(Refusal::code)
                .containsExactly(fault == Fault.MAINTENANCE ? Code.MAINTENANCE : Code.NONCE);
        assertThat(krakenStandIn.requests()).isEqualTo(Map.of("GET /0/public/Time", 1));
    }

    private Line line() {
        var settings = TestSettings.of(Map.of());
        return new Line(
                new ExchangeClient(vertx, settings, clock),
                new HostPauses(clock, this::nanos),
                new HostSlots(),
                new Nonces(),
                clock,
                this::nanos,
                settings);
    }

    private long nanos() {
        return Duration.between(Instant.EPOCH, now.get()).toNanos();
    }

    private Told ask(Exchange exchange, Question question) {
        return askAll(exchange, List.of(question)).get(0);
    }

    private List<Told> askAll(Exchange exchange, List<Question> questions) {
        var asker = new Asker(line, List.of(SECRET, KRAKEN_SECRET));
        var all = questions.stream()
                .map(question -> asker.ask(exchange, question))
                .toList();
        return Uni.join().all(all).andFailFast().await().atMost(Duration.ofSeconds(60));
    }

    private static Question question(String key, String secret, StandIn at) {
        return question("binance", key, secret, at);
    }

    private static Question question(String exchange, String key, String secret, StandIn at) {
        return new Question(
                exchange, new Credentials(key, secret, "", ""), Market.SPOT, false, URI.create(at.origin()));
    }

    private String addBinanceKey(String name) {
        binanceStandIn.add(StandInKey.of(id(name), SECRET, KeyState.GOOD));
        return id(name);
    }

    private static String id(String name) {
        return "k".repeat(64 - name.length()) + name;
    }

    private static Uni<Facts> repeated(Probe probe, int times) {
        var call = AllowedCall.read("GET " + LIVE + "/sapi/v1/account/apiRestrictions" + TIMED);
        var chain = Uni.createFrom().item(Facts.NONE);
        for (int i = 0; i < times; i++) {
            chain = chain.chain(facts ->
                    probe.signed(call).map(outcome -> outcome.then(data -> facts, refusal -> Facts.refused(refusal))));
        }
        return chain;
    }

    /** An exchange that asks something else than it should. */
    private static final class Other implements Exchange {
        private final Exchange real;
        private final Function<Probe, Uni<Facts>> asks;
        private final List<Outcome> outcomes = new ArrayList<>();
        private int signed;

        Other(Exchange real, Function<Probe, Uni<Facts>> asks) {
            this.real = real;
            this.asks = asks;
        }

        @Override
        public Listing listing() {
            return real.listing();
        }

        @Override
        public List<AllowedCall> allowedCalls() {
            return real.allowedCalls();
        }

        @Override
        public TimeCall timeCall(boolean testnet) {
            return real.timeCall(testnet);
        }

        @Override
        public Signature sign(Request request, Credentials credentials, long millis, String style) {
            signed++;
            return real.sign(request, credentials, millis, style);
        }

        @Override
        public Outcome read(Answer answer) {
            return real.read(answer);
        }

        @Override
        public Uni<Facts> ask(Probe probe) {
            return asks.apply(new Listening(probe, outcomes));
        }
    }

    /** Passes every question on, and remembers what became of it. */
    private record Listening(Probe real, List<Outcome> outcomes) implements Probe {
        @Override
        public Uni<Optional<Refusal>> alive() {
            return real.alive();
        }

        @Override
        public Uni<Outcome> open(AllowedCall call) {
            return real.open(call);
        }

        @Override
        public Uni<Outcome> signed(AllowedCall call, String style, Map<Hole, String> learnt) {
            return real.signed(call, style, learnt).invoke(outcomes::add);
        }

        @Override
        public String clientId() {
            return real.clientId();
        }

        @Override
        public boolean privateKey() {
            return real.privateKey();
        }

        @Override
        public Instant instant() {
            return real.instant();
        }

        @Override
        public Market market() {
            return real.market();
        }

        @Override
        public boolean testnet() {
            return real.testnet();
        }

        @Override
        public String key() {
            return real.key();
        }

        @Override
        public boolean mayProbeByRefusal() {
            return real.mayProbeByRefusal();
        }
    }
}
