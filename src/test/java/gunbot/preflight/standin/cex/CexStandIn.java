package gunbot.preflight.standin.cex;

import static gunbot.preflight.standin.cex.CexWords.error;
import static gunbot.preflight.standin.cex.CexWords.legacyError;

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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** CEX.IO: the current interface and the older one, each with keys of its own. */
public final class CexStandIn extends StandIn {

    private static final String KEY = "X-AGGR-KEY";
    private static final String TIMESTAMP = "X-AGGR-TIMESTAMP";
    private static final String SIGNATURE = "X-AGGR-SIGNATURE";
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    /** That of an order; no source tells it for a request. */
    private static final long WINDOW_SECONDS = 30;

    private static final long LARGEST_NONCE = 9_999_999_999_999_999L;
    private static final Set<KeyState> STATES = EnumSet.of(
            KeyState.GOOD,
            KeyState.READ_ONLY,
            KeyState.NO_READ,
            KeyState.PARTIAL_READ,
            KeyState.NO_MODIFY,
            KeyState.NO_CLOSE,
            KeyState.TRANSFER_ON,
            KeyState.UNRESTRICTED,
            KeyState.WRONG_ADDRESS,
            KeyState.DISABLED);

    private final Set<String> legacyKeys = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> nonces = new ConcurrentHashMap<>();
    private volatile boolean subAccounts = true;
    private volatile Answer missingRight = error(403, "Forbidden");
    private volatile Answer wrongAddress = error(401, "Authorization Failed");
    private volatile Answer cancelled = CexWords.ok(new JsonObject());
    private volatile String legacyMissingRight = "Permission denied";
    private volatile String legacyWrongSignature = "Invalid API key";
    private volatile Answer legacyCancelled = legacyError("Order not found");

    public CexStandIn(Clock clock) {
        super(clock, new CexWords());
    }

    @Override
    public CexStandIn start() {
        super.start();
        return this;
    }

    static boolean isLegacy(Recorded request) {
        return !request.path().startsWith("/api/spot/");
    }

    /** Adds a key of the older interface; its user ID is {@code up} and the number of the account. */
    public void addLegacy(StandInKey key) {
        add(key);
        legacyKeys.add(key.id());
    }

    public void subAccounts(boolean some) {
        this.subAccounts = some;
    }

    /** What a key without "Trade" is told; no source tells it. */
    public void missingRight(int status, String body) {
        this.missingRight = Answer.of(status, body, Map.of("Content-Type", "application/json"));
    }

    /** What a key is told that is used from an address outside its filter; no source tells it. */
    public void wrongAddress(int status, String text) {
        this.wrongAddress = error(status, text);
    }

    /** What a cancel of an order is told that is not there; no source tells it. */
    public void cancelled(int status, String body) {
        this.cancelled = Answer.of(status, body, Map.of("Content-Type", "application/json"));
    }

    /** What the older interface tells a key without a right; no source tells it. */
    public void legacyMissingRight(String text) {
        this.legacyMissingRight = text;
    }

    /** What the older interface says of a wrong signature. */
    public void legacyWrongSignature(String text) {
        this.legacyWrongSignature = text;
    }

    /** What the older interface answers to a cancel that it lets through. */
    public void legacyCancelled(String body) {
        this.legacyCancelled = Answer.of(200, body, Map.of("Content-Type", "application/json"));
    }

    /** Another program has used the key with this nonce. */
    public void bumpNonce(String keyId, long nonce) {
        nonces.merge(keyId, nonce, Math::max);
    }

    /** The highest nonce accepted of a key; zero if none was. */
    public long highestNonce(String keyId) {
        return nonces.getOrDefault(keyId, 0L);
    }

    @Override
    protected Set<KeyState> states() {
        return STATES;
    }

    @Override
    protected List<Call> calls() {
        return List.of(
                Call.open("POST /api/spot/rest-public/get_server_time", request -> time(request))
                        .with(Recorded.BODY, Pattern.quote("{}")),
                Call.signed("POST /api/spot/rest/get_my_account_status_v3", (request, key) -> status())
                        .with(Recorded.BODY, Pattern.quote("{}")),
                Call.signed(
                                "POST /api/spot/rest/do_cancel_my_order",
                                (request, key) -> key.state() == KeyState.READ_ONLY ? missingRight : cancelled)
                        .with(
                                Recorded.BODY,
                                "\\{\"clientOrderId\":\"" + UUID + "\",\"cancelRequestId\":\"" + UUID
                                        + "\",\"timestamp\":\\d{13}}"),
                legacy("balance", state -> state != KeyState.NO_READ, Answer.json(200, balance())),
                legacy(
                        "open_orders",
                        state -> state != KeyState.NO_READ && state != KeyState.PARTIAL_READ,
                        Answer.json(200, new JsonArray())),
                Call.signed("POST /api/cancel_order/", (request, key) -> mayCancel(key) ? legacyCancelled : denied())
                        .with("key", ".+")
                        .with("nonce", "\\d+")
                        .with("signature", ".+")
                        .with("id", "1"));
    }

    @Override
    protected Optional<String> keyId(Recorded request) {
        return isLegacy(request) ? request.parameters().one("key") : request.header(KEY);
    }

    @Override
    protected Optional<Answer> unverified(Recorded request) {
        return isLegacy(request) ? legacyUnverified(request) : currentUnverified(request);
    }

    @Override
    protected Optional<Answer> barred(Recorded request, StandInKey key) {
        if (key.state() != KeyState.WRONG_ADDRESS) {
            return Optional.empty();
        }
        return Optional.of(isLegacy(request) ? legacyError("Invalid API key") : wrongAddress);
    }

    private Optional<Answer> currentUnverified(Recorded request) {
        if (!isJson(request)) {
            return Optional.of(error(400, "Bad Request"));
        }
        boolean whole = Stream.of(KEY, TIMESTAMP, SIGNATURE)
                .allMatch(name -> request.header(name).isPresent());
        Optional<StandInKey> key = key(request)
                .filter(known -> known.state() != KeyState.DISABLED)
                .filter(known -> !legacyKeys.contains(known.id()));
        boolean right = whole
                && key.isPresent()
                && isNow(request.header(TIMESTAMP).orElseThrow())
                && CexSignature.verifies(
                        key.get().secret(),
                        request,
                        request.header(TIMESTAMP).orElseThrow(),
                        request.header(SIGNATURE).orElseThrow());
        return right ? Optional.empty() : Optional.of(error(401, "Authorization Failed"));
    }

    private Optional<Answer> legacyUnverified(Recorded request) {
        Optional<StandInKey> key = key(request)
                .filter(known -> known.state() != KeyState.DISABLED)
                .filter(known -> legacyKeys.contains(known.id()));
        if (!request.isForm() || key.isEmpty()) {
            return Optional.of(legacyError("Invalid API key"));
        }
        String nonce = request.parameters().one("nonce").orElse("");
        String signature = request.parameters().one("signature").orElse("");
        if (!CexSignature.verifiesLegacy(
                key.get().secret(), nonce, "up" + key.get().account(), key.get().id(), signature)) {
            return Optional.of(legacyError(legacyWrongSignature));
        }
        return rises(key.get().id(), nonce)
                ? Optional.empty()
                : Optional.of(legacyError("Error getting balance. Nonce must be incremented"));
    }

    private boolean rises(String keyId, String text) {
        if (!text.matches("[1-9]\\d{0,15}") || Long.parseLong(text) > LARGEST_NONCE) {
            return false;
        }
        boolean rises = Long.parseLong(text) > highestNonce(keyId);
        if (rises) {
            nonces.put(keyId, Long.parseLong(text));
        }
        return rises;
    }

    private boolean isNow(String seconds) {
        return seconds.matches("\\d{10}")
                && Math.abs(Long.parseLong(seconds) - now().getEpochSecond()) <= WINDOW_SECONDS;
    }

    private static boolean isJson(Recorded request) {
        return request.header("Content-Type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
    }

    private Answer time(Recorded request) {
        return isJson(request)
                ? CexWords.ok(
                        new JsonObject().put("timestamp", now().toEpochMilli()).put("ISODate", now().toString()))
                : error(400, "Bad Request");
    }

    private Answer status() {
        JsonObject accounts = new JsonObject().put("", funds());
        if (subAccounts) {
            accounts.put("bot1", funds());
        }
        return CexWords.ok(new JsonObject().put("convertedCurrency", "USD").put("balancesPerAccounts", accounts));
    }

    private static JsonObject funds() {
        return new JsonObject()
                .put("USD", new JsonObject().put("balance", "10.00").put("balanceOnHold", "0.00"));
    }

    private static JsonObject balance() {
        return new JsonObject()
                .put("timestamp", "1700000000")
                .put("username", "up100000001")
                .put("BTC", new JsonObject().put("available", "0.1").put("orders", "0.0"));
    }

    private static boolean mayCancel(StandInKey key) {
        return key.state() != KeyState.READ_ONLY && key.state() != KeyState.NO_CLOSE;
    }

    private Answer denied() {
        return legacyError(legacyMissingRight);
    }

    private Call legacy(String method, Predicate<KeyState> may, Answer answer) {
        return Call.signed("POST /api/" + method + "/", (request, key) -> may.test(key.state()) ? answer : denied())
                .with("key", ".+")
                .with("nonce", "\\d+")
                .with("signature", ".+");
    }
}
