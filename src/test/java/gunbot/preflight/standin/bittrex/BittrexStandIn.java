package gunbot.preflight.standin.bittrex;

import static gunbot.preflight.standin.bittrex.BittrexWords.error;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Bittrex v3 as it was until December 2023. */
public final class BittrexStandIn extends StandIn {

    private static final String KEY = "Api-Key";
    private static final String TIME = "Api-Timestamp";
    private static final String HASH = "Api-Content-Hash";
    private static final String SIGNATURE = "Api-Signature";
    private static final String ORDER = "/v3/orders/";

    /** Not documented; long enough for any honest request. */
    private static final long WINDOW_MILLIS = 60_000;

    private static final Set<KeyState> STATES = EnumSet.of(
            KeyState.GOOD,
            KeyState.READ_ONLY,
            KeyState.NO_READ,
            KeyState.WITHDRAW_ON,
            KeyState.WRONG_ADDRESS,
            KeyState.DISABLED,
            KeyState.ACCOUNT_LOCKED);

    private final Map<String, Boolean> idsSeen = new ConcurrentHashMap<>();
    private volatile Answer missingRight = error(403, "INVALID_PERMISSION");
    private volatile Answer orderUnknown = error(404, "NOT_FOUND");
    private volatile Answer late = error(401, "INVALID_TIMESTAMP");
    private volatile String actionNeeded = "";

    public BittrexStandIn(Clock clock) {
        super(clock, new BittrexWords());
    }

    @Override
    public BittrexStandIn start() {
        super.start();
        return this;
    }

    /** How a missing right is refused; the documents do not pair statuses and words. */
    public void refuseRights(int status, String body) {
        this.missingRight = Answer.of(status, body, Map.of());
    }

    /** How the cancel of an order is refused that is not there. */
    public void refuseOrders(int status, String body) {
        this.orderUnknown = Answer.of(status, body, Map.of());
    }

    /** With which word a request is refused that comes at the wrong time. */
    public void refuseTimes(String code) {
        this.late = error(401, code);
    }

    /** What the user has to do before the account may trade. */
    public void needAction(String action) {
        this.actionNeeded = action;
    }

    @Override
    protected Set<KeyState> states() {
        return STATES;
    }

    /** A cancel names its order in the path: {@link #nameOf} knows such a path by the form of its id. */
    @Override
    protected List<Call> calls() {
        return List.of(
                Call.open(
                        "GET /v3/ping",
                        request -> Answer.json(200, new JsonObject().put("serverTime", now().getEpochSecond() * 1000))),
                Call.signed("GET /v3/balances", (request, key) -> reading(key, () -> Answer.json(200, balances()))),
                Call.signed("GET /v3/account", (request, key) -> reading(key, () -> Answer.json(200, account()))),
                Call.signed("DELETE " + ORDER + "{id}", (request, key) -> cancel(request, key)));
    }

    @Override
    protected String nameOf(Recorded request) {
        boolean fresh =
                request.path().matches(ORDER + "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        return request.method().equals("DELETE") && fresh ? "DELETE " + ORDER + "{id}" : request.call();
    }

    @Override
    protected Optional<String> keyId(Recorded request) {
        return request.header(KEY);
    }

    @Override
    protected Optional<Answer> unverified(Recorded request) {
        Optional<StandInKey> key = key(request);
        if (key.isEmpty()) {
            return Optional.of(error(401, "APIKEY_INVALID"));
        }
        String time = request.header(TIME).orElse("");
        boolean whole =
                Stream.of(HASH, SIGNATURE).allMatch(name -> request.header(name).isPresent());
        boolean bodyless = request.body().length() == 0
                && request.header("Api-Subaccount-Id").isEmpty();
        if (!whole || !bodyless || !request.header(HASH).orElse("").equals(BittrexSignature.contentHash(request))) {
            return Optional.of(error(401, "INVALID_SIGNATURE"));
        }
        if (!time.matches("[0-9]{13}") || Math.abs(now().toEpochMilli() - Long.parseLong(time)) > WINDOW_MILLIS) {
            return Optional.of(late);
        }
        return BittrexSignature.verifies(
                        key.get().secret(),
                        request,
                        time,
                        request.header(SIGNATURE).orElseThrow())
                ? Optional.empty()
                : Optional.of(error(401, "INVALID_SIGNATURE"));
    }

    @Override
    protected Optional<Answer> barred(Recorded request, StandInKey key) {
        return switch (key.state()) {
            case DISABLED -> Optional.of(error(401, "APIKEY_INVALID"));
            case WRONG_ADDRESS -> Optional.of(error(403, "WHITELIST_VIOLATION_IP"));
            case ACCOUNT_LOCKED -> Optional.of(error(403, "ACCOUNT_DISABLED"));
            default -> Optional.empty();
        };
    }

    private Answer reading(StandInKey key, Supplier<Answer> answer) {
        return key.state() == KeyState.NO_READ ? missingRight : answer.get();
    }

    private Answer cancel(Recorded request, StandInKey key) {
        if (idsSeen.putIfAbsent(request.path(), true) != null) {
            return error(400, "BAD_REQUEST"); // an id that is used twice was not made for its request
        }
        return key.state() == KeyState.READ_ONLY ? missingRight : orderUnknown;
    }

    private static JsonArray balances() {
        return new JsonArray()
                .add(new JsonObject()
                        .put("currencySymbol", "BTC")
                        .put("total", "0.5")
                        .put("available", "0.4")
                        .put("updatedAt", "2023-11-01T10:00:00.00Z"));
    }

    private JsonObject account() {
        JsonArray needed = actionNeeded.isEmpty() ? new JsonArray() : new JsonArray().add(actionNeeded);
        return new JsonObject()
                .put("accountId", "0b7f1c52-1111-4222-8333-444455556666")
                .put("actionsNeeded", needed);
    }
}
