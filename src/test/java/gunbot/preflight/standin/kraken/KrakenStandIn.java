package gunbot.preflight.standin.kraken;

import static gunbot.preflight.standin.kraken.KrakenWords.error;
import static gunbot.preflight.standin.kraken.KrakenWords.result;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Call;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandInKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Kraken spot. */
public final class KrakenStandIn extends StandIn {

    static final String SYSTEM_STATUS = "GET /0/public/SystemStatus";

    /** The only order that a careful program may try to cancel: it cannot exist. */
    private static final String IMPOSSIBLE_ORDER = "OAAAAA-AAAAA-AAAAAA";

    private static final Set<KeyState> STATES = EnumSet.complementOf(EnumSet.of(KeyState.TRANSFER_ON));
    private static final Set<KeyState> DEAD = EnumSet.of(KeyState.EXPIRED, KeyState.DISABLED);
    private static final BigInteger LARGEST_NONCE = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Map<String, BigInteger> nonces = new ConcurrentHashMap<>();
    private volatile boolean documentedSpelling;
    private volatile String wrongAddressText = "EAPI:Invalid key";

    public KrakenStandIn(Clock clock) {
        super(clock, new KrakenWords());
    }

    @Override
    public KrakenStandIn start() {
        super.start();
        return this;
    }

    /** Declares rights in the documented camel case instead of the snake case of recorded answers. */
    public void useDocumentedSpelling(boolean documented) {
        this.documentedSpelling = documented;
    }

    /** What a key is told that is used from an address outside its list; no source tells it for certain. */
    public void wrongAddressText(String text) {
        this.wrongAddressText = text;
    }

    /** Another program has used the key with this nonce. */
    public void bumpNonce(String keyId, long nonce) {
        nonces.merge(keyId, BigInteger.valueOf(nonce), BigInteger::max);
    }

    /** The highest nonce accepted of a key; zero if none was. */
    public BigInteger highestNonce(String keyId) {
        return nonces.getOrDefault(keyId, BigInteger.ZERO);
    }

    @Override
    protected Set<KeyState> states() {
        return STATES;
    }

    @Override
    protected List<Call> calls() {
        return List.of(
                Call.open("GET /0/public/Time", request -> result(time())),
                Call.open(SYSTEM_STATUS, request -> result(systemStatus())),
                signed("GetApiKeyInfo", key -> declares(key) ? result(keyInfo(key)) : unknownMethod()),
                signed(
                        "Balance",
                        key -> needing(key, "query-funds", () -> result(new JsonObject("{\"ZUSD\":\"0.0\"}")))),
                signed("OpenOrders", key -> needing(key, "query-open-trades", KrakenStandIn::noOpenOrders)),
                signed("ClosedOrders", key -> needing(key, "query-closed-trades", KrakenStandIn::noClosedOrders)),
                signed("WithdrawMethods", this::withdrawMethods),
                signed("CancelOrder", this::cancel).with("txid", IMPOSSIBLE_ORDER));
    }

    @Override
    protected Optional<String> keyId(Recorded request) {
        return request.header("API-Key");
    }

    @Override
    protected Optional<Answer> unverified(Recorded request) {
        if (request.header("User-Agent").isEmpty()) {
            return Optional.of(new KrakenWords().frontEnd403());
        }
        if (!request.isForm()) {
            return Optional.of(error("EAPI:Bad request"));
        }
        Optional<StandInKey> key = key(request).filter(known -> !DEAD.contains(known.state()));
        if (key.isEmpty()) {
            return Optional.of(error("EAPI:Invalid key"));
        }
        String nonce = request.parameters().one("nonce").orElse("");
        String signature = request.header("API-Sign").orElse("");
        if (!KrakenSignature.verifies(
                key.get().secret(), request.path(), nonce, request.body().getBytes(), signature)) {
            return Optional.of(error("EAPI:Invalid signature"));
        }
        return rises(key.get().id(), nonce) ? Optional.empty() : Optional.of(error("EAPI:Invalid nonce"));
    }

    @Override
    protected Optional<Answer> barred(Recorded request, StandInKey key) {
        boolean password = request.parameters().one("otp").isPresent();
        return switch (key.state()) {
            case OTP -> Optional.of(error(password ? "EAPI:Invalid signature" : "EGeneral:Permission denied"));
            case ACCOUNT_LOCKED -> Optional.of(error("EAuth:Account temporary disabled"));
            case WRONG_ADDRESS -> Optional.of(error(wrongAddressText));
            default -> password ? Optional.of(error("EAPI:Invalid key")) : Optional.empty();
        };
    }

    private boolean rises(String keyId, String text) {
        if (!text.matches("\\d{1,20}")) {
            return false;
        }
        BigInteger nonce = new BigInteger(text);
        boolean rises = nonce.compareTo(highestNonce(keyId)) > 0 && nonce.compareTo(LARGEST_NONCE) <= 0;
        if (rises) {
            nonces.put(keyId, nonce);
        }
        return rises;
    }

    private JsonObject keyInfo(StandInKey key) {
        JsonObject documented =
                KrakenRights.documented(key, highestNonce(key.id()).toString(), now());
        return documentedSpelling ? documented : KrakenRights.recorded(documented);
    }

    private Answer withdrawMethods(StandInKey key) {
        JsonObject method = new JsonObject()
                .put("asset", "XXBT")
                .put("method", "Bitcoin")
                .put("network", "Bitcoin")
                .put("minimum", "0.0004");
        return needing(
                key, "query-funds", () -> needing(key, "withdraw-funds", () -> result(new JsonArray().add(method))));
    }

    private Answer cancel(StandInKey key) {
        List<String> rights = KrakenRights.of(key.state());
        return rights.contains("modify-trades") || rights.contains("close-trades")
                ? error("EOrder:Unknown order")
                : denied();
    }

    private static Answer needing(StandInKey key, String right, Supplier<Answer> answer) {
        return KrakenRights.of(key.state()).contains(right) ? answer.get() : denied();
    }

    private static Answer denied() {
        return error("EGeneral:Permission denied");
    }

    private static Answer unknownMethod() {
        return error("EGeneral:Unknown method");
    }

    private static Answer noOpenOrders() {
        return result(new JsonObject("{\"open\":{}}"));
    }

    private static Answer noClosedOrders() {
        return result(new JsonObject("{\"closed\":{},\"count\":0}"));
    }

    private JsonObject time() {
        Instant now = now();
        return new JsonObject().put("unixtime", now.getEpochSecond()).put("rfc1123", RFC_1123.format(now));
    }

    private JsonObject systemStatus() {
        return new JsonObject()
                .put("status", "online")
                .put("timestamp", now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static Call signed(String method, Function<StandInKey, Answer> answer) {
        return Call.signed("POST /0/private/" + method, (request, key) -> answer.apply(key))
                .maybe("nonce", ".*")
                .maybe("otp", ".*");
    }
}
