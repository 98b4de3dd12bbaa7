package gunbot.preflight.standin.binance;

import static gunbot.preflight.standin.binance.BinanceWords.combined;
import static gunbot.preflight.standin.binance.BinanceWords.error;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Call;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandInKey;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Binance spot: the production hosts, or the testnet, which serves {@code /api} alone. */
public final class BinanceStandIn extends StandIn {

    /** The address from which Binance sees every request come. */
    public static final String SEEN_FROM = "203.0.113.9";

    static final String SYSTEM_STATUS = "GET /sapi/v1/system/status";

    private static final String API_KEY = "X-MBX-APIKEY";
    private static final Set<KeyState> STATES = EnumSet.complementOf(EnumSet.of(
            KeyState.PARTIAL_READ,
            KeyState.NO_MODIFY,
            KeyState.NO_CLOSE,
            KeyState.OTP,
            KeyState.LEGACY_NO_DECLARATION));
    private static final Set<KeyState> TESTNET_STATES = EnumSet.of(
            KeyState.GOOD,
            KeyState.READ_ONLY,
            KeyState.NO_READ,
            KeyState.UNRESTRICTED,
            KeyState.WRONG_ADDRESS,
            KeyState.DISABLED,
            KeyState.ACCOUNT_LOCKED,
            KeyState.LEGACY_NO_DECLARATION);

    private final boolean testnet;
    private volatile boolean showAddress = true;
    private volatile boolean tellUnknownKeys = true;
    private volatile Optional<Duration> unrestrictedLife = Optional.empty();

    private BinanceStandIn(Clock clock, boolean testnet) {
        super(clock, new BinanceWords());
        this.testnet = testnet;
    }

    public static BinanceStandIn production(Clock clock) {
        return new BinanceStandIn(clock, false);
    }

    public static BinanceStandIn testnet(Clock clock) {
        return new BinanceStandIn(clock, true);
    }

    @Override
    public BinanceStandIn start() {
        super.start();
        return this;
    }

    /** Whether the refusal of a wrong address (-2015) tells the address; it does unless told otherwise. */
    public void showAddress(boolean shown) {
        this.showAddress = shown;
    }

    /** Whether /sapi tells an unknown key by its own code (-2008, the usual form) or by -2015, as /api does. */
    public void tellUnknownKeys(boolean told) {
        this.tellUnknownKeys = told;
    }

    /** Tells a date for the trading right of keys without address list, as was done until 2023. */
    public void tellUnrestrictedLife(Duration left) {
        this.unrestrictedLife = Optional.of(left);
    }

    @Override
    protected Set<KeyState> states() {
        return testnet ? TESTNET_STATES : STATES;
    }

    @Override
    protected List<Call> calls() {
        List<Call> api = List.of(
                Call.open("GET /api/v3/time", request -> ok(request, new JsonObject().put("serverTime", millis()))),
                reading("GET /api/v3/account", key -> BinanceAccount.account(key, millis()))
                        .maybe("omitZeroBalances", "true|false"),
                signed("DELETE /api/v3/order", this::cancel)
                        .with("symbol", "[A-Z0-9]{5,20}")
                        .with("origClientOrderId", "[A-Za-z0-9_-]{1,36}"));
        List<Call> sapi = List.of(
                Call.open(SYSTEM_STATUS, request -> ok(request, new JsonObject("{\"status\":0,\"msg\":\"normal\"}"))),
                // not behind the reading right: what it says of a key that may not read is not known
                signed("GET /sapi/v1/account/apiRestrictions", this::restrictions),
                reading("GET /sapi/v1/account/info", BinanceAccount::info),
                reading("GET /sapi/v1/account/status", key -> new JsonObject().put("data", "Normal")),
                reading("GET /sapi/v1/account/apiTradingStatus", key -> BinanceAccount.tradingStatus(key, millis())));
        return testnet ? api : List.of(api, sapi).stream().flatMap(List::stream).toList();
    }

    @Override
    protected Optional<String> keyId(Recorded request) {
        return request.header(API_KEY);
    }

    @Override
    protected Optional<Answer> unverified(Recorded request) {
        Optional<StandInKey> key = key(request);
        if (key.isEmpty()) {
            return Optional.of(unknownKey(request));
        }
        return BinanceVerification.refusal(request, key.get(), millis());
    }

    @Override
    protected Optional<Answer> barred(Recorded request, StandInKey key) {
        return switch (key.state()) {
            case DISABLED -> Optional.of(combined());
            case WRONG_ADDRESS -> Optional.of(showAddress ? combined(SEEN_FROM) : combined());
            default -> Optional.empty();
        };
    }

    private Answer unknownKey(Recorded request) {
        if (!keyId(request).orElse("").matches("[A-Za-z0-9]{64}")) {
            return error(401, -2014, "API-key format invalid.");
        }
        boolean told = tellUnknownKeys && request.path().startsWith("/sapi/");
        return told ? error(401, -2008, "Invalid Api-Key ID.") : combined();
    }

    private Answer restrictions(Recorded request, StandInKey key) {
        return declares(key)
                ? ok(request, BinanceRights.declaration(key.state(), now(), unrestrictedLife))
                : new BinanceWords().notServed(request);
    }

    private Answer cancel(Recorded request, StandInKey key) {
        if (!BinanceRights.trades(key.state())) {
            return combined();
        }
        return key.state() == KeyState.ACCOUNT_LOCKED
                ? error(400, -2011, "This account may not place or cancel orders.")
                : error(400, -2011, "Unknown order sent.");
    }

    private static Call reading(String name, Function<StandInKey, JsonObject> answer) {
        return signed(
                name, (request, key) -> BinanceRights.reads(key.state()) ? ok(request, answer.apply(key)) : combined());
    }

    private static Call signed(String name, BiFunction<Recorded, StandInKey, Answer> answer) {
        return Call.signed(name, answer)
                .maybe("timestamp", ".*")
                .maybe("recvWindow", ".*")
                .maybe("signature", ".*");
    }

    private static Answer ok(Recorded request, JsonObject body) {
        boolean sapi = request.path().startsWith("/sapi/");
        return Answer.json(200, body).with(sapi ? "X-SAPI-USED-IP-WEIGHT-1M" : "X-MBX-USED-WEIGHT-1M", 1);
    }

    private long millis() {
        return now().toEpochMilli();
    }
}
