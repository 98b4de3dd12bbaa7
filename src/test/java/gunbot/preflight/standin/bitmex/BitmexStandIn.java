package gunbot.preflight.standin.bitmex;

import static gunbot.preflight.standin.bitmex.BitmexWords.error;

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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** BitMEX: the live site or the test site, each with keys of its own. */
public final class BitmexStandIn extends StandIn {

    private static final String KEY = "api-key";
    private static final String EXPIRES = "api-expires";
    private static final String SIGNATURE = "api-signature";

    /** The only cancel that a careful program may try: one id, which no order has. */
    private static final String IMPOSSIBLE_ORDER = "{\"orderID\":\"00000000-0000-0000-0000-000000000000\"}";

    /** Nobody has told how far ahead a request may end; milliseconds in the place of seconds are further than anything. */
    private static final long FURTHEST_SECONDS = 3600;

    private static final Set<KeyState> STATES = EnumSet.of(
            KeyState.GOOD,
            KeyState.READ_ONLY,
            KeyState.NO_MODIFY,
            KeyState.WITHDRAW_ON,
            KeyState.UNRESTRICTED,
            KeyState.NEW_RIGHT,
            KeyState.WRONG_ADDRESS,
            KeyState.DISABLED,
            KeyState.ACCOUNT_LOCKED,
            KeyState.LEGACY_NO_DECLARATION);

    private volatile boolean listsItself = true;
    private volatile boolean listsOthers = true;
    private volatile int lateStatus = 400;
    private volatile int disabledStatus = 403;
    private volatile boolean looksForTheOrderFirst;

    public BitmexStandIn(Clock clock) {
        super(clock, new BitmexWords());
    }

    @Override
    public BitmexStandIn start() {
        super.start();
        return this;
    }

    /** Which keys the list of keys holds: no source tells whether a key sees the others of its user. */
    public void list(boolean itself, boolean others) {
        this.listsItself = itself;
        this.listsOthers = others;
    }

    /** The status of the refusal of a request that has ended: 400 in old recordings, perhaps 401. */
    public void lateStatus(int status) {
        this.lateStatus = status;
    }

    /** The status of the refusal of a disabled key: 401 or 403. */
    public void disabledStatus(int status) {
        this.disabledStatus = status;
    }

    /** Says of an unknown order that it is not there even to a key that may not cancel; no source tells which comes first. */
    public void lookForTheOrderFirst(boolean first) {
        this.looksForTheOrderFirst = first;
    }

    @Override
    protected Set<KeyState> states() {
        return STATES;
    }

    @Override
    protected List<Call> calls() {
        return List.of(
                Call.open("GET /api/v1", request -> Answer.json(200, root())),
                Call.signed(
                        "GET /api/v1/apiKey",
                        (request, key) -> declares(key) ? Answer.json(200, keys(key)) : error(404, "Not Found")),
                Call.signed("GET /api/v1/user/margin", (request, key) -> Answer.json(200, margin(key)))
                        .with("currency", "XBt"),
                Call.signed("DELETE /api/v1/order", (request, key) -> cancel(key))
                        .with(Recorded.BODY, Pattern.quote(IMPOSSIBLE_ORDER)));
    }

    @Override
    protected Optional<String> keyId(Recorded request) {
        return request.header(KEY);
    }

    @Override
    protected Optional<Answer> unverified(Recorded request) {
        if (Stream.of(KEY, EXPIRES, SIGNATURE)
                .anyMatch(name -> request.header(name).isEmpty())) {
            return Optional.of(error(401, "Authorization Required"));
        }
        boolean json = request.header("Content-Type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
        if (request.body().length() > 0 && (request.method().equals("GET") || !json)) {
            return Optional.of(error(400, "Invalid body"));
        }
        String expires = request.header(EXPIRES).orElseThrow();
        long now = now().getEpochSecond();
        if (!expires.matches("\\d{1,15}") || Long.parseLong(expires) > now + FURTHEST_SECONDS) {
            return Optional.of(error(400, "Invalid " + EXPIRES));
        }
        if (Long.parseLong(expires) < now) {
            return Optional.of(
                    error(lateStatus, "This request has expired - `expires` is in the past. Current time: " + now));
        }
        Optional<StandInKey> key = key(request);
        if (key.isEmpty()) {
            return Optional.of(error(401, "Invalid API Key."));
        }
        return BitmexSignature.verifies(
                        key.get().secret(),
                        request,
                        expires,
                        request.header(SIGNATURE).orElseThrow())
                ? Optional.empty()
                : Optional.of(error(401, "Signature not valid."));
    }

    @Override
    protected Optional<Answer> barred(Recorded request, StandInKey key) {
        return switch (key.state()) {
            case DISABLED -> Optional.of(error(disabledStatus, "This key is disabled."));
            case WRONG_ADDRESS -> Optional.of(error(403, "This IP address is not allowed to use this key."));
            case ACCOUNT_LOCKED -> Optional.of(error(403, "Account is restricted"));
            default -> Optional.empty();
        };
    }

    private JsonArray keys(StandInKey key) {
        JsonArray keys = new JsonArray();
        if (listsOthers) {
            keys.add(BitmexRights.other(key));
        }
        if (listsItself) {
            keys.add(BitmexRights.declared(key));
        }
        return keys;
    }

    private Answer cancel(StandInKey key) {
        List<String> rights = BitmexRights.of(key.state());
        boolean may = rights.contains("order") || rights.contains("orderCancel");
        return may || looksForTheOrderFirst ? error(404, "Not Found") : error(403, "Access Denied");
    }

    private JsonObject root() {
        return new JsonObject()
                .put("name", "BitMEX API")
                .put("version", "2.0.0")
                .put("timestamp", now().toEpochMilli());
    }

    private static JsonObject margin(StandInKey key) {
        return new JsonObject()
                .put("account", Long.parseLong(key.account()))
                .put("currency", "XBt")
                .put("amount", 0);
    }
}
