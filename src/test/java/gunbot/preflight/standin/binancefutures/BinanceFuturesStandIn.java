package gunbot.preflight.standin.binancefutures;

import static gunbot.preflight.standin.binance.BinanceWords.combined;
import static gunbot.preflight.standin.binance.BinanceWords.error;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Call;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.binance.BinanceVerification;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Binance's futures: the hosts of USD-M and COIN-M and the spot host in one, or test hosts, which have no {@code /sapi}. */
public final class BinanceFuturesStandIn extends StandIn {

    /** The address from which Binance sees every request come. */
    public static final String SEEN_FROM = "203.0.113.9";

    private static final String API_KEY = "X-MBX-APIKEY";
    private static final String ID = "[A-Za-z0-9_-]{1,36}";
    private static final Set<KeyState> STATES = EnumSet.of(
            KeyState.GOOD,
            KeyState.READ_ONLY,
            KeyState.NO_READ,
            KeyState.WITHDRAW_ON,
            KeyState.TRANSFER_ON,
            KeyState.EXTRA_RIGHTS,
            KeyState.UNRESTRICTED,
            KeyState.NEW_RIGHT,
            KeyState.WRONG_ADDRESS,
            KeyState.DISABLED,
            KeyState.ACCOUNT_LOCKED,
            KeyState.LEGACY_NO_DECLARATION);

    private final boolean testnet;
    private volatile boolean futuresOpened = true;
    private volatile boolean portfolioMargin;
    private volatile boolean inactive;
    private volatile boolean readsNeedFutures;
    private volatile boolean addressOnSpotHost = true;
    private volatile String locked = "";

    private BinanceFuturesStandIn(Clock clock, boolean testnet) {
        super(clock, new BinanceFuturesWords());
        this.testnet = testnet;
    }

    public static BinanceFuturesStandIn production(Clock clock) {
        return new BinanceFuturesStandIn(clock, false);
    }

    public static BinanceFuturesStandIn testnet(Clock clock) {
        return new BinanceFuturesStandIn(clock, true);
    }

    @Override
    public BinanceFuturesStandIn start() {
        super.start();
        return this;
    }

    /** Whether the account has a futures account; "Enable Futures" cannot be on without. */
    public void futuresOpened(boolean opened) {
        this.futuresOpened = opened;
    }

    /** Portfolio margin strips keys of "Enable Futures" and closes the futures hosts to them. */
    public void portfolioMargin(boolean on) {
        this.portfolioMargin = on;
    }

    /** The USD-M account has not been used for long. */
    public void inactive(boolean asleep) {
        this.inactive = asleep;
    }

    /** Whether the futures hosts let a key read only if it may trade. */
    public void readsNeedFutures(boolean needed) {
        this.readsNeedFutures = needed;
    }

    /** Whether the spot host tells the address that it refuses; the futures hosts always do. */
    public void showAddressOnSpotHost(boolean shown) {
        this.addressOnSpotHost = shown;
    }

    /** Locks {@code ACCOUNT} or a symbol in the trading status of USD-M. */
    public void lock(String what) {
        this.locked = what;
    }

    @Override
    protected Set<KeyState> states() {
        return STATES;
    }

    @Override
    protected List<Call> calls() {
        List<Call> futures = List.of(
                time("GET /fapi/v1/time"),
                time("GET /dapi/v1/time"),
                reading("GET /fapi/v1/accountConfig", key -> BinanceFuturesAccount.usdM(key.state())),
                reading("GET /dapi/v1/account", key -> BinanceFuturesAccount.coinM(key.state())),
                reading("GET /fapi/v1/apiTradingStatus", key -> BinanceFuturesAccount.tradingStatus(locked, millis()))
                        .maybe("symbol", "[A-Z0-9]{5,20}"),
                signed("DELETE /fapi/v1/order", this::cancel)
                        .with("symbol", "[A-Z0-9]{5,20}")
                        .with("origClientOrderId", ID),
                signed("DELETE /dapi/v1/order", this::cancel)
                        .with("symbol", "[A-Z0-9]{3,12}_(PERP|[0-9]{6})")
                        .with("origClientOrderId", ID));
        List<Call> spot = List.of(
                time("GET /api/v3/time"),
                signed("GET /sapi/v1/account/apiRestrictions", this::restrictions),
                signed("GET /sapi/v1/account/info", this::info));
        return testnet
                ? futures
                : Stream.concat(futures.stream(), spot.stream()).toList();
    }

    private Call time(String name) {
        return Call.open(name, request -> Answer.json(200, new JsonObject().put("serverTime", millis())));
    }

    private static Call signed(String name, BiFunction<Recorded, StandInKey, Answer> answer) {
        return Call.signed(name, answer)
                .maybe("timestamp", ".*")
                .maybe("recvWindow", ".*")
                .maybe("signature", ".*");
    }

    private Call reading(String name, Function<StandInKey, JsonObject> answer) {
        return signed(name, (request, key) -> {
            boolean may = BinanceFuturesAccount.reads(key.state())
                    && (BinanceFuturesAccount.trades(key.state()) || !readsNeedFutures);
            return atFutures(request, may, () -> Answer.json(200, answer.apply(key)));
        });
    }

    @Override
    protected Optional<String> keyId(Recorded request) {
        return request.header(API_KEY);
    }

    @Override
    protected Optional<Answer> unverified(Recorded request) {
        Optional<StandInKey> key = key(request);
        if (key.isPresent()) {
            return BinanceVerification.refusal(request, key.get(), millis());
        }
        return Optional.of(
                keyId(request).orElse("").matches("[A-Za-z0-9]{64}")
                        ? error(400, -2008, "Invalid Api-Key ID.")
                        : error(401, -2014, "API-key format invalid."));
    }

    @Override
    protected Optional<Answer> barred(Recorded request, StandInKey key) {
        boolean spotHost = request.path().startsWith("/sapi/");
        return switch (key.state()) {
            case DISABLED -> Optional.of(spotHost ? combined() : combined(SEEN_FROM));
            case WRONG_ADDRESS -> Optional.of(spotHost && !addressOnSpotHost ? combined() : combined(SEEN_FROM));
            default -> Optional.empty();
        };
    }

    private Answer restrictions(Recorded request, StandInKey key) {
        return declares(key)
                ? Answer.json(
                        200, BinanceFuturesAccount.declaration(key.state(), now(), futuresOpened && !portfolioMargin))
                : new BinanceFuturesWords().notServed(request);
    }

    private Answer info(Recorded request, StandInKey key) {
        return BinanceFuturesAccount.reads(key.state())
                ? Answer.json(200, BinanceFuturesAccount.info(futuresOpened, portfolioMargin))
                : combined();
    }

    private Answer cancel(Recorded request, StandInKey key) {
        return atFutures(
                request, BinanceFuturesAccount.trades(key.state()), () -> error(400, -2011, "Unknown order sent."));
    }

    private Answer atFutures(Recorded request, boolean may, java.util.function.Supplier<Answer> answer) {
        if (!may || portfolioMargin || !futuresOpened) {
            return combined(SEEN_FROM);
        }
        boolean usdM = request.path().startsWith("/fapi/");
        return inactive && usdM
                ? error(400, -4109, "This account is inactive. Please activate it before trading.")
                : answer.get();
    }

    private long millis() {
        return now().toEpochMilli();
    }
}
