package gunbot.preflight.standin.bitfinex;

import static gunbot.preflight.standin.bitfinex.BitfinexWords.error;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Call;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.bitfinex.BitfinexRights.Row;
import io.vertx.core.json.JsonArray;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Bitfinex: the host of private calls and the public one. */
public final class BitfinexStandIn extends StandIn {

    static final String STATUS = "GET /v2/platform/status";

    private static final String PERMISSIONS = "/v2/auth/r/permissions";

    /** The only order that a careful program may try to cancel: it was never this user's. */
    private static final String IMPOSSIBLE_ORDER = "{\"id\":1}";

    private static final long LARGEST_NONCE = (1L << 53) - 1;
    private static final Set<KeyState> STATES = EnumSet.of(
            KeyState.GOOD,
            KeyState.READ_ONLY,
            KeyState.NO_READ,
            KeyState.PARTIAL_READ,
            KeyState.WITHDRAW_ON,
            KeyState.TRANSFER_ON,
            KeyState.EXTRA_RIGHTS,
            KeyState.UNRESTRICTED,
            KeyState.NEW_RIGHT,
            KeyState.WRONG_ADDRESS,
            KeyState.DISABLED,
            KeyState.LEGACY_NO_DECLARATION);

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Map<String, Long> nonces = new ConcurrentHashMap<>();
    private volatile boolean tellsDate = true;
    private volatile boolean tellsBooleans;
    private volatile boolean notifies;
    private volatile String wrongAddressText = "apikey: invalid";
    private volatile List<String> rows = List.of();

    public BitfinexStandIn(Clock clock) {
        super(clock, new BitfinexWords());
    }

    @Override
    public BitfinexStandIn start() {
        super.start();
        return this;
    }

    /** Leaves the header {@code Date} out of the platform's status: then nothing tells the time. */
    public void tellDate(boolean told) {
        this.tellsDate = told;
    }

    /** Writes {@code true} and {@code false} for 1 and 0. */
    public void tellBooleans(boolean booleans) {
        this.tellsBooleans = booleans;
    }

    /** Answers a cancel with a notification instead of an error. */
    public void notifyOfCancels(boolean notifies) {
        this.notifies = notifies;
    }

    /** What a key is told that is used from an address outside its list; no source tells it. */
    public void wrongAddressText(String text) {
        this.wrongAddressText = text;
    }

    /** Lists these rows only, in this order, as older answers have fewer; none: all. */
    public void onlyRows(String... names) {
        this.rows = List.of(names);
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
                Call.open(STATUS, request -> status()),
                signed(
                        PERMISSIONS,
                        "{}",
                        (request, key) -> declares(key)
                                ? Answer.json(200, permissions(key))
                                : new BitfinexWords().notServed(request)),
                signed("/v2/auth/r/wallets", "{}", (request, key) -> reading(key, "wallets")),
                signed("/v2/auth/r/orders", "{}", (request, key) -> reading(key, "orders")),
                signed("/v2/auth/w/order/cancel", IMPOSSIBLE_ORDER, (request, key) -> cancel(key)));
    }

    @Override
    protected Optional<String> keyId(Recorded request) {
        return request.header("bfx-apikey");
    }

    @Override
    protected Optional<Answer> unverified(Recorded request) {
        if (request.header("Content-Type")
                .filter(type -> type.startsWith("application/json"))
                .isEmpty()) {
            return Optional.of(error(10020, "content-type: invalid"));
        }
        Optional<StandInKey> key = key(request).filter(known -> known.state() != KeyState.DISABLED);
        if (key.isEmpty()) {
            return Optional.of(error(10100, "apikey: invalid"));
        }
        String nonce = request.header("bfx-nonce").orElse("");
        String signature = request.header("bfx-signature").orElse("");
        if (!BitfinexSignature.verifies(
                key.get().secret(), request.path(), nonce, request.body().getBytes(), signature)) {
            return Optional.of(error(10100, "apikey: digest invalid"));
        }
        return rises(key.get().id(), nonce) ? Optional.empty() : Optional.of(error(10114, "nonce: small"));
    }

    @Override
    protected Optional<Answer> barred(Recorded request, StandInKey key) {
        return key.state() == KeyState.WRONG_ADDRESS ? Optional.of(error(10100, wrongAddressText)) : Optional.empty();
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

    private Answer status() {
        Answer working = Answer.json(200, new JsonArray().add(1));
        return tellsDate ? working.with("Date", HTTP_DATE.format(now())) : working;
    }

    private JsonArray permissions(StandInKey key) {
        Map<String, Row> all = BitfinexRights.of(key.state());
        JsonArray told = new JsonArray();
        for (String name : rows.isEmpty() ? all.keySet() : rows) {
            told.add(new JsonArray()
                    .add(name)
                    .add(flag(all.get(name).read()))
                    .add(flag(all.get(name).write())));
        }
        return told;
    }

    private Object flag(boolean on) {
        return tellsBooleans ? (Object) on : (Object) (on ? 1 : 0);
    }

    private static Answer reading(StandInKey key, String row) {
        return BitfinexRights.of(key.state()).get(row).read() ? Answer.json(200, new JsonArray()) : denied();
    }

    private Answer cancel(StandInKey key) {
        if (!BitfinexRights.of(key.state()).get("orders").write()) {
            return denied();
        }
        return notifies ? Answer.json(200, notification()) : error(10001, "Order not found.");
    }

    private JsonArray notification() {
        return new JsonArray()
                .add(now().toEpochMilli())
                .add("oc-req")
                .addNull()
                .addNull()
                .add(new JsonArray().add(1))
                .addNull()
                .add("ERROR")
                .add("Order not found.");
    }

    private static Answer denied() {
        return error(10001, "api_key: permission invalid");
    }

    private static Call signed(String path, String body, BiFunction<Recorded, StandInKey, Answer> answer) {
        return Call.signed("POST " + path, answer).with(Recorded.BODY, Pattern.quote(body));
    }
}
