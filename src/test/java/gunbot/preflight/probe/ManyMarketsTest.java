package gunbot.preflight.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import gunbot.preflight.exchange.TimeCall;
import gunbot.preflight.exchange.binance.Binance;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.binance.BinanceStandIn;
import gunbot.preflight.testing.TestClock;
import gunbot.preflight.testing.TestSettings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One key that is asked about for two markets: what the two share, and what they must not. */
class ManyMarketsTest {
    private static final String KEY = "k".repeat(64);
    private static final String SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    private static final String LIVE = "https://api.binance.com";
    private static final String TIMED = "?recvWindow=5000&timestamp=<time>";
    private static final String RESTRICTIONS = "GET /sapi/v1/account/apiRestrictions";
    private static final String INFO = "GET /sapi/v1/account/info";
    private static final AllowedCall DECLARATION = signed("GET /sapi/v1/account/apiRestrictions");
    private static final AllowedCall PRODUCTS = signed("GET /sapi/v1/account/info");
    private static final Grant ON = new Grant(State.ON, Evidence.DECLARED, List.of(), List.of());

    private final TestClock clock = new TestClock();
    private final Vertx vertx = Vertx.vertx();
    private final BinanceStandIn standIn = BinanceStandIn.production(new TestClock()); // it stands: nothing is too old
    private final ByMarket exchange = new ByMarket();

    @BeforeEach
    void start() {
        standIn.start();
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
    }

    @AfterEach
    void stop() {
        vertx.closeAndAwait();
        standIn.close();
        assertThat(standIn.unexpected()).isEmpty();
    }

    @Test
    void sameCalls_areSentForTheFirstMarketAlone_andBothHearTheAnswer() {
        exchange.asks(Market.SPOT, DECLARATION, PRODUCTS);
        exchange.asks(Market.MARGIN, PRODUCTS, DECLARATION);

        var told = ask(SECRET);

        assertThat(sent()).isEqualTo(Map.of(RESTRICTIONS, 1, INFO, 1));
        assertThat(told).extracting(each -> each.facts().refusals()).containsOnly(List.of());
        assertThat(told).extracting(Told::requests).containsExactly(3, 3);
        assertThat(told.get(0).latencyMs()).isEqualTo(told.get(1).latencyMs());
    }

    @Test
    void anotherCall_isSentForItsOwnMarket_andCountedForBoth() {
        exchange.asks(Market.SPOT, DECLARATION);
        exchange.asks(Market.MARGIN, DECLARATION, PRODUCTS);

        var told = ask(SECRET);

        assertThat(sent()).isEqualTo(Map.of(RESTRICTIONS, 1, INFO, 1));
        assertThat(told).extracting(Told::requests).containsExactly(3, 3);
    }

    @Test
    void callThatAMarketRepeatsOnPurpose_isRepeated() {
        exchange.asks(Market.SPOT, DECLARATION, DECLARATION);
        exchange.asks(Market.MARGIN, PRODUCTS, PRODUCTS);

        ask(SECRET);

        assertThat(sent()).isEqualTo(Map.of(RESTRICTIONS, 2, INFO, 2));
    }

    @Test
    void sixSignedCalls_areForAllMarketsTogether_andWhatIsBeyondIsUnknown() {
        exchange.asks(Market.SPOT, DECLARATION, DECLARATION, DECLARATION, DECLARATION);
        exchange.asks(Market.MARGIN, PRODUCTS, PRODUCTS, PRODUCTS, PRODUCTS);

        var told = ask(SECRET);

        assertThat(sent()).isEqualTo(Map.of(RESTRICTIONS, 4, INFO, 2));
        assertThat(told.get(0).facts().refusals()).isEmpty();
        assertThat(told.get(1).facts().refusals())
                .extracting(Refusal::code)
                .containsExactly(Code.UNEXPECTED_ANSWER, Code.UNEXPECTED_ANSWER);
    }

    @Test
    void twoRefusalsOfTheKey_endAllItsMarkets() {
        exchange.asks(Market.SPOT, DECLARATION, DECLARATION);
        exchange.asks(Market.MARGIN, PRODUCTS);

        var told = ask("another secret");

        assertThat(sent()).isEqualTo(Map.of(RESTRICTIONS, 2));
        assertThat(told.get(1).facts().refusals()).extracting(Refusal::code).containsExactly(Code.BAD_SIGNATURE);
    }

    @Test
    void oneRefusalInEachMarket_isTwoOfTheKey() {
        exchange.asks(Market.SPOT, DECLARATION);
        exchange.asks(Market.MARGIN, PRODUCTS, PRODUCTS);

        ask("another secret");

        assertThat(sent()).isEqualTo(Map.of(RESTRICTIONS, 1, INFO, 1));
    }

    @Test
    void refusalThatIsHeardTwice_countsOnce() {
        exchange.asks(Market.SPOT, DECLARATION);
        exchange.asks(Market.MARGIN, DECLARATION, PRODUCTS);

        var told = ask("another secret");

        assertThat(sent()).isEqualTo(Map.of(RESTRICTIONS, 1, INFO, 1));
        assertThat(told.get(1).facts().refusals())
                .extracting(Refusal::code)
                .containsExactly(Code.BAD_SIGNATURE, Code.BAD_SIGNATURE);
    }

    @Test
    void answerFromBeforeTheRefusals_isHeardAllTheSame() {
        standIn.answer(
                INFO, 401, "{\"code\":-2015,\"msg\":\"Invalid API-key, IP, or permissions for action.\"}", Map.of());
        exchange.asks(Market.SPOT, DECLARATION, PRODUCTS, PRODUCTS);
        exchange.asks(Market.MARGIN, DECLARATION);

        assertThat(ask(SECRET).get(1).facts().refusals()).isEmpty();
    }

    @Test
    void passingRefusalOfOneMarket_leavesTheOther() {
        standIn.fault("/sapi/v1/account/info", Fault.MAINTENANCE);
        exchange.asks(Market.SPOT, PRODUCTS);
        exchange.asks(Market.MARGIN, DECLARATION);

        var told = ask(SECRET);

        assertThat(told.get(0).facts().refusals()).extracting(Refusal::code).containsExactly(Code.MAINTENANCE);
        assertThat(told.get(1).facts().refusals()).isEmpty();
    }

    @Test
    void callThatTheExchangeCouldNotAnswer_isNotTriedOnceMore() {
        standIn.fault("/sapi", Fault.MAINTENANCE);
        exchange.asks(Market.SPOT, DECLARATION);
        exchange.asks(Market.MARGIN, DECLARATION);

        var told = ask(SECRET);

        assertThat(sent()).isEqualTo(Map.of(RESTRICTIONS, 1));
        assertThat(told).allSatisfy(each -> assertThat(each.facts().refusals())
                .extracting(Refusal::code)
                .containsExactly(Code.MAINTENANCE));
    }

    @Test
    void faultOfOursInOneMarket_leavesTheOther() {
        exchange.asks(Market.SPOT, signed("GET /api/v3/openOrders"));
        exchange.asks(Market.MARGIN, DECLARATION);

        var told = ask(SECRET);

        assertThat(told.get(0).facts().refusals()).extracting(Refusal::code).containsExactly(Code.UNEXPECTED_ANSWER);
        assertThat(told.get(1).facts().refusals()).isEmpty();
    }

    @Test
    void clockThatIsRefused_isRefusedOnce_andToldToBoth() {
        standIn.clockAhead(Duration.ofSeconds(30));
        exchange.asks(Market.SPOT, DECLARATION);
        exchange.asks(Market.MARGIN, PRODUCTS);

        var told = ask(SECRET);

        assertThat(sent()).isEqualTo(Map.of(RESTRICTIONS, 2, INFO, 1));
        assertThat(told).allSatisfy(each -> {
            assertThat(each.facts().refusals()).isEmpty();
            assertThat(each.refusedForTime().code()).isEqualTo(Code.CLOCK_SKEW);
        });
    }

    @Test
    void timeForTheKey_isForAllItsMarkets() {
        standIn.onRequest(request -> {
            if (request.call().equals(RESTRICTIONS)) {
                clock.pass(Duration.ofSeconds(20));
            }
        });
        exchange.asks(Market.SPOT, DECLARATION);
        exchange.asks(Market.MARGIN, DECLARATION, PRODUCTS);

        var told = ask(SECRET);

        assertThat(sent()).isEqualTo(Map.of(RESTRICTIONS, 1));
        assertThat(told.get(0).facts().refusals()).isEmpty();
        assertThat(told.get(1).facts().refusals())
                .extracting(Refusal::code, Refusal::variant)
                .containsExactly(tuple(Code.UNREACHABLE, Refusal.LATE));
        assertThat(told).allMatch(Told::late);
    }

    @Test
    void texts_ofOneMarket_areCleanedOfTheSignaturesOfAll() {
        standIn.fault("/sapi", Fault.ECHO);
        exchange.asks(Market.SPOT, DECLARATION);
        exchange.asks(Market.MARGIN, PRODUCTS);

        var told = ask(SECRET).toString();

        var signatures = standIn.log().stream()
                .flatMap(request ->
                        Stream.of(request.query().split("signature=")).skip(1))
                .toList();
        assertThat(signatures).hasSize(2);
        assertThat(told).doesNotContain(KEY, SECRET).doesNotContain(signatures);
    }

    private List<Told> ask(String secret) {
        var settings = TestSettings.of(Map.of());
        var line = new Line(
                new ExchangeClient(vertx, settings, clock),
                new HostPauses(clock),
                new HostSlots(),
                new Nonces(),
                clock,
                settings);
        var credentials = new Credentials(KEY, secret, "", "");
        var questions = Stream.of(Market.SPOT, Market.MARGIN)
                .map(market -> new Question("binance", credentials, market, false, URI.create(standIn.origin())))
                .toList();
        var told = new Asker(line, List.of(KEY, secret))
                .ask(exchange, questions)
                .await()
                .atMost(Duration.ofSeconds(30));
        assertThat(standIn.mostInFlight()).isEqualTo(1);
        return questions.stream().map(told::get).toList();
    }

    /** All but the question for the time, which is sent once. */
    private Map<String, Integer> sent() {
        var requests = standIn.requests();
        assertThat(requests.remove("GET /api/v3/time")).isEqualTo(1);
        return requests;
    }

    private static AllowedCall signed(String call) {
        return AllowedCall.read(call.replace(" ", " " + LIVE) + TIMED);
    }

    /** An exchange that asks of each market what the test says, and tells all refusals. */
    private static final class ByMarket implements Exchange {
        private final Exchange real = new Binance();
        private final Map<Market, List<AllowedCall>> calls = new EnumMap<>(Market.class);

        void asks(Market market, AllowedCall... calls) {
            this.calls.put(market, List.of(calls));
        }

        @Override
        public Uni<Facts> ask(Probe probe) {
            var chain = Uni.createFrom().item(Facts.NONE.with(Scope.READ, ON));
            for (var call : calls.get(probe.market())) {
                chain = chain.chain(facts -> probe.signed(call)
                        .map(outcome -> outcome.refusal().map(facts::with).orElse(facts)));
            }
            return chain;
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
            return real.sign(request, credentials, millis, style);
        }

        @Override
        public Outcome read(Answer answer) {
            return real.read(answer);
        }
    }
}
