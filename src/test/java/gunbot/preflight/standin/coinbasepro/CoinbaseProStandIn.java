package gunbot.preflight.standin.coinbasepro;

import static gunbot.preflight.standin.coinbasepro.CoinbaseProWords.error;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Call;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandInKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Coinbase Exchange, or its sandbox. No call declares a key's rights; each call needs some of them. */
public final class CoinbaseProStandIn extends StandIn {

    private static final String KEY = "CB-ACCESS-KEY";
    private static final String SIGN = "CB-ACCESS-SIGN";
    private static final String TIMESTAMP = "CB-ACCESS-TIMESTAMP";
    private static final String PASSPHRASE = "CB-ACCESS-PASSPHRASE";

    /** The only order that a careful program may try to cancel. */
    private static final String IMPOSSIBLE_ORDER = "/orders/00000000-0000-4000-8000-000000000000";

    private static final BigDecimal WINDOW_SECONDS = BigDecimal.valueOf(30);
    private static final Set<KeyState> STATES = EnumSet.of(
            KeyState.GOOD,
            KeyState.READ_ONLY,
            KeyState.NO_READ,
            KeyState.WITHDRAW_ON,
            KeyState.EXTRA_RIGHTS,
            KeyState.UNRESTRICTED,
            KeyState.WRONG_ADDRESS,
            KeyState.DISABLED);

    private final Map<String, Set<String>> rights = new ConcurrentHashMap<>();
    private volatile boolean viewReadsTransfers;
    private volatile boolean defaultProfile = true;
    private volatile boolean wantsAddress;
    private volatile boolean looksForTheOrderFirst;
    private volatile int passphraseStatus = 401;
    private volatile Answer unknownOrder = error(404, "NotFound");
    private volatile Answer wrongAddress = error(401, "IP does not match IP whitelist");

    public CoinbaseProStandIn(Clock clock) {
        super(clock, new CoinbaseProWords());
    }

    @Override
    public CoinbaseProStandIn start() {
        super.start();
        return this;
    }

    /** Ticks these boxes of a key and no others: view, trade, transfer, manage. */
    public void tick(String keyId, String... boxes) {
        rights.put(keyId, Set.of(boxes));
    }

    /** Lets "View" read what concerns transfers: the page on rights says so, older pages of the calls say otherwise. */
    public void viewReadsTransfers(boolean reads) {
        this.viewReadsTransfers = reads;
    }

    /** Whether the keys are of the default profile, without which fees of withdrawals are told to nobody. */
    public void defaultProfile(boolean isDefault) {
        this.defaultProfile = isDefault;
    }

    /** Misses an address in the question for the fee of a withdrawal. */
    public void wantAddress(boolean wanted) {
        this.wantsAddress = wanted;
    }

    /** Looks for the order before the key's right to cancel it; no source tells which comes first. */
    public void lookForTheOrderFirst(boolean first) {
        this.looksForTheOrderFirst = first;
    }

    /** What is said of an order that is not there. */
    public void unknownOrder(int status, String message) {
        this.unknownOrder = error(status, message);
    }

    /** What a key is told that is used from an address outside its list; no source tells it for this API. */
    public void wrongAddress(int status, String message) {
        this.wrongAddress = error(status, message);
    }

    /** The status with which a wrong passphrase is refused: 401, in old reports 400. */
    public void passphraseStatus(int status) {
        this.passphraseStatus = status;
    }

    @Override
    protected Set<KeyState> states() {
        return STATES;
    }

    @Override
    protected List<Call> calls() {
        return List.of(
                Call.open("GET /time", request -> Answer.json(200, time())),
                Call.signed("GET /fees", (request, key) -> needs(key, fees(), "view")),
                Call.signed("GET /accounts", (request, key) -> needs(key, accounts(), "view", "trade")),
                Call.signed("GET /coinbase-accounts", (request, key) -> needs(key, accounts(), "view", "transfer")),
                Call.signed("GET /withdrawals/fee-estimate", (request, key) -> feeEstimate(key))
                        .with("currency", "[A-Z]{3,5}"),
                Call.signed("GET /payment-methods", (request, key) -> needs(key, accounts(), transferBoxes())),
                Call.signed(
                        "DELETE " + IMPOSSIBLE_ORDER,
                        (request, key) -> looksForTheOrderFirst ? unknownOrder : needs(key, unknownOrder, "trade")));
    }

    @Override
    protected Optional<String> keyId(Recorded request) {
        return request.header(KEY);
    }

    @Override
    protected Optional<Answer> unverified(Recorded request) {
        if (request.header("User-Agent").isEmpty()) {
            return Optional.of(error(400, "User-Agent header is required."));
        }
        if (Stream.of(KEY, SIGN, TIMESTAMP, PASSPHRASE)
                .anyMatch(name -> request.header(name).isEmpty())) {
            return Optional.of(error(401, "Unauthorized."));
        }
        if (request.body().length() > 0) {
            return Optional.of(error(400, "Unexpected body"));
        }
        String time = request.header(TIMESTAMP).orElseThrow();
        if (!time.matches("\\d{10}(\\.\\d{1,9})?") || late(time)) {
            return Optional.of(error(401, "request timestamp expired"));
        }
        Optional<StandInKey> key = key(request).filter(known -> known.state() != KeyState.DISABLED);
        if (key.isEmpty()) {
            return Optional.of(error(401, "Invalid API Key"));
        }
        if (!key.get().passphrase().equals(request.header(PASSPHRASE).orElseThrow())) {
            return Optional.of(error(passphraseStatus, "Invalid Passphrase"));
        }
        return CoinbaseProSignature.verifies(
                        key.get().secret(), time, request, request.header(SIGN).orElseThrow())
                ? Optional.empty()
                : Optional.of(error(401, "invalid signature"));
    }

    @Override
    protected Optional<Answer> barred(Recorded request, StandInKey key) {
        return key.state() == KeyState.WRONG_ADDRESS ? Optional.of(wrongAddress) : Optional.empty();
    }

    private boolean late(String time) {
        BigDecimal now = BigDecimal.valueOf(now().toEpochMilli(), 3);
        return new BigDecimal(time).subtract(now).abs().compareTo(WINDOW_SECONDS) > 0;
    }

    private Answer feeEstimate(StandInKey key) {
        if (!defaultProfile) {
            return error(403, "Forbidden");
        }
        Answer estimate = wantsAddress
                ? error(400, "crypto_address is required")
                : Answer.json(200, new JsonObject().put("fee", "0.00010000"));
        return needs(key, estimate, transferBoxes());
    }

    private String[] transferBoxes() {
        return viewReadsTransfers ? new String[] {"transfer", "view"} : new String[] {"transfer"};
    }

    private Answer needs(StandInKey key, Answer answer, String... oneOf) {
        Set<String> ticked = rights.getOrDefault(key.id(), usual(key.state()));
        return Stream.of(oneOf).anyMatch(ticked::contains) ? answer : error(403, "Forbidden");
    }

    private static Set<String> usual(KeyState state) {
        return switch (state) {
            case READ_ONLY -> Set.of("view");
            case NO_READ -> Set.of("trade");
            case WITHDRAW_ON -> Set.of("view", "trade", "transfer");
            case EXTRA_RIGHTS -> Set.of("view", "trade", "manage");
            default -> Set.of("view", "trade");
        };
    }

    private JsonObject time() {
        return new JsonObject()
                .put("iso", now().toString())
                .put("epoch", BigDecimal.valueOf(now().toEpochMilli(), 3).doubleValue());
    }

    private static Answer fees() {
        return Answer.json(
                200,
                new JsonObject()
                        .put("maker_fee_rate", "0.0040")
                        .put("taker_fee_rate", "0.0060")
                        .put("usd_volume", "0"));
    }

    private static Answer accounts() {
        return Answer.json(
                200,
                new JsonArray()
                        .add(new JsonObject()
                                .put("id", "5b1c0c5e-6a5f-4a7e-9d64-0f7b7f2f9a11")
                                .put("currency", "BTC")
                                .put("balance", "0.01000000")
                                .put("trading_enabled", true)));
    }
}
