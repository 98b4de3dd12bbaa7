package gunbot.preflight.standin.poloniex;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Call;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandInKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Poloniex: today's spot API and futures v3, on one host. */
public final class PoloniexStandIn extends StandIn {

    private static final String KEY = "key";
    private static final String TIME = "signTimestamp";
    private static final String SIGNATURE = "signature";
    private static final long WINDOW_MILLIS = 1000;

    /** The only futures cancel that a careful program may try. */
    private static final String IMPOSSIBLE_ORDER = "{\"symbol\":\"BTC_USDT_PERP\",\"ordId\":\"1\"}";

    private static final Set<KeyState> STATES = EnumSet.of(
            KeyState.GOOD,
            KeyState.READ_ONLY,
            KeyState.NO_READ,
            KeyState.WITHDRAW_ON,
            KeyState.EXTRA_RIGHTS,
            KeyState.UNRESTRICTED,
            KeyState.WRONG_ADDRESS,
            KeyState.DISABLED,
            KeyState.ACCOUNT_LOCKED);

    private volatile PoloniexRefusal unknownKey = PoloniexRefusal.BARE_401;
    private volatile PoloniexRefusal missingRight = PoloniexRefusal.BARE_401;
    private volatile Answer late = Answer.of(400, "", Map.of());
    private volatile int orderStatus = 400;
    private volatile int orderCode = 21301;
    private volatile boolean lockIsARefusal;

    public PoloniexStandIn(Clock clock) {
        super(clock, new PoloniexWords());
    }

    @Override
    public PoloniexStandIn start() {
        super.start();
        return this;
    }

    /** How an unknown key, a wrong signature and a foreign address are refused: one answer for the three. */
    public void refuseKeys(PoloniexRefusal how) {
        this.unknownKey = how;
    }

    /** How a key is refused that lacks the right for a call. */
    public void refuseRights(PoloniexRefusal how) {
        this.missingRight = how;
    }

    /** How a request is refused that comes at the wrong time: the status is documented, the body is not. */
    public void refuseTimes(int status, String body) {
        this.late = Answer.of(status, body, Map.of("Content-Type", "application/json"));
    }

    /** Status and code of the refusal to cancel what is not there; no document pairs them. */
    public void refuseOrders(int status, int code) {
        this.orderStatus = status;
        this.orderCode = code;
    }

    /** Whether a locked account is told by a refusal of every call; else by its state in the list of accounts. */
    public void lockIsARefusal(boolean refusal) {
        this.lockIsARefusal = refusal;
    }

    @Override
    protected Set<KeyState> states() {
        return STATES;
    }

    @Override
    protected List<Call> calls() {
        return List.of(
                Call.open(
                        "GET /timestamp",
                        request -> Answer.json(200, new JsonObject().put("serverTime", now().toEpochMilli()))),
                Call.signed("GET /accounts", (request, key) -> reading(key, () -> Answer.json(200, accounts(key)))),
                Call.signed(
                                "GET /accounts/balances",
                                (request, key) -> reading(key, () -> Answer.json(200, balances(key))))
                        .with("accountType", "SPOT"),
                Call.signed("GET /orders", (request, key) -> reading(key, () -> Answer.json(200, new JsonArray())))
                        .with("limit", "1"),
                Call.signed("DELETE /orders/1", (request, key) -> cancel(key)),
                Call.signed(
                        "GET /v3/account/balance",
                        (request, key) -> reading(key, () -> Answer.json(200, futuresBalance()))),
                Call.signed("DELETE /v3/trade/order", (request, key) -> futuresCancel(key))
                        .with(Recorded.BODY, Pattern.quote(IMPOSSIBLE_ORDER)));
    }

    @Override
    protected Optional<String> keyId(Recorded request) {
        return request.header(KEY);
    }

    @Override
    protected Optional<Answer> unverified(Recorded request) {
        String time = request.header(TIME).orElse("");
        boolean whole = Stream.of(KEY, SIGNATURE)
                        .allMatch(name -> request.header(name).isPresent())
                && time.matches("[0-9]{13}")
                && request.header("signatureMethod").orElse("hmacSHA256").equals("hmacSHA256")
                && request.header("signatureVersion").orElse("1").equals("1");
        if (!whole) {
            return Optional.of(PoloniexWords.bare(401));
        }
        boolean json = request.header("Content-Type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
        if (request.body().length() > 0 && (request.method().equals("GET") || !json)) {
            return Optional.of(Answer.of(415, "", Map.of()));
        }
        if (Math.abs(now().toEpochMilli() - Long.parseLong(time)) > WINDOW_MILLIS) {
            return Optional.of(late);
        }
        boolean right = key(request)
                .filter(key -> PoloniexSignature.verifies(
                        key.secret(), request, time, request.header(SIGNATURE).orElseThrow()))
                .isPresent();
        return right ? Optional.empty() : Optional.of(unknownKey.answer());
    }

    @Override
    protected Optional<Answer> barred(Recorded request, StandInKey key) {
        return switch (key.state()) {
            case DISABLED, WRONG_ADDRESS -> Optional.of(unknownKey.answer());
            case ACCOUNT_LOCKED ->
                lockIsARefusal || request.path().startsWith("/v3")
                        ? Optional.of(
                                request.path().startsWith("/v3")
                                        ? PoloniexWords.futures(200, 1003, "USER_IS_FROZEN")
                                        : PoloniexWords.spot(400, 21601, "Account is locked"))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Answer reading(StandInKey key, Supplier<Answer> answer) {
        return key.state() == KeyState.NO_READ ? missingRight.answer() : answer.get();
    }

    private Answer cancel(StandInKey key) {
        if (key.state() == KeyState.ACCOUNT_LOCKED) {
            return PoloniexWords.spot(400, 21351, "Trading is frozen");
        }
        return key.state() == KeyState.READ_ONLY
                ? missingRight.answer()
                : PoloniexWords.spot(orderStatus, orderCode, "Order not found");
    }

    /** The right to trade futures is one of its own. */
    private Answer futuresCancel(StandInKey key) {
        return key.state() == KeyState.EXTRA_RIGHTS || key.state() == KeyState.NO_READ
                ? PoloniexWords.futures(200, 11008, "ORDER_NOT_EXISTS")
                : missingRight.answer();
    }

    private static JsonArray accounts(StandInKey key) {
        return new JsonArray().add(account(key));
    }

    private static JsonArray balances(StandInKey key) {
        return new JsonArray()
                .add(account(key)
                        .put(
                                "balances",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("currencyId", "214")
                                                .put("currency", "USDT")
                                                .put("available", "12.50")
                                                .put("hold", "0.00"))));
    }

    private static JsonObject account(StandInKey key) {
        return new JsonObject()
                .put("accountId", key.account())
                .put("accountType", "SPOT")
                .put("accountState", key.state() == KeyState.ACCOUNT_LOCKED ? "LOCKED" : "NORMAL");
    }

    private static JsonObject futuresBalance() {
        return new JsonObject()
                .put("code", "200")
                .put("msg", "Success")
                .put(
                        "data",
                        new JsonObject().put("state", "NORMAL").put("eq", "9.9").put("details", new JsonArray()));
    }
}
