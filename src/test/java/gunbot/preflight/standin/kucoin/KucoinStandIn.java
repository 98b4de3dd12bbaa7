package gunbot.preflight.standin.kucoin;

import static gunbot.preflight.standin.kucoin.KucoinWords.data;

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
import java.util.function.Supplier;
import java.util.stream.Stream;

/** KuCoin: the spot host and the futures host in one. */
public final class KucoinStandIn extends StandIn {

    /** The address from which KuCoin sees every request come. */
    public static final String SEEN_FROM = "203.0.113.9";

    static final String SERVICE_STATUS = "GET /api/v1/status";

    private static final String KEY = "KC-API-KEY";
    private static final String SIGN = "KC-API-SIGN";
    private static final String TIMESTAMP = "KC-API-TIMESTAMP";
    private static final String PASSPHRASE = "KC-API-PASSPHRASE";
    private static final String VERSION = "KC-API-KEY-VERSION";
    private static final String NO_ORDER = "/000000000000000000000000";
    private static final long WINDOW_MILLIS = 5000;
    private static final Set<KeyState> STATES = EnumSet.complementOf(EnumSet.of(
            KeyState.PARTIAL_READ, KeyState.NO_MODIFY, KeyState.NO_CLOSE, KeyState.EXPIRES_SOON, KeyState.OTP));
    private static final Set<KeyState> DEAD = EnumSet.of(KeyState.EXPIRED, KeyState.DISABLED);

    private final KucoinWords words;
    private volatile AddressForm addressForm = AddressForm.MISSING_WHEN_NONE;
    private volatile String tradeToken = "Spot";
    private volatile List<String> versions = List.of("2", "3");
    private volatile String versionRefusal = "400004";
    private volatile boolean passphraseFirst;

    public KucoinStandIn(Clock clock) {
        this(clock, new KucoinWords());
    }

    private KucoinStandIn(Clock clock, KucoinWords words) {
        super(clock, words);
        this.words = words;
    }

    @Override
    public KucoinStandIn start() {
        super.start();
        return this;
    }

    /** Refuses with status 200 and the code in the body alone, as sometimes occurs. */
    public void refuseWithStatus200(boolean always) {
        words.refuseWithStatus200(always);
    }

    public void addressForm(AddressForm form) {
        this.addressForm = form;
    }

    /** Names the trading right as on old keys ({@code Trade}) or new ones ({@code Spot}). */
    public void tradeToken(String token) {
        this.tradeToken = token;
    }

    /** Takes keys of one version only, and refuses others with this code: 400003, 400004 or 400005. */
    public void onlyVersion(String version, String refusal) {
        this.versions = List.of(version);
        this.versionRefusal = refusal;
    }

    /** Answers a wrong secret as a wrong passphrase (400004), since it spoils that too, and not as a wrong signature (400005). */
    public void checkPassphraseFirst(boolean first) {
        this.passphraseFirst = first;
    }

    @Override
    protected Set<KeyState> states() {
        return STATES;
    }

    @Override
    protected List<Call> calls() {
        return List.of(
                Call.open("GET /api/v1/timestamp", request -> data(now().toEpochMilli())),
                Call.open(SERVICE_STATUS, request -> data(new JsonObject("{\"status\":\"open\",\"msg\":\"\"}"))),
                Call.open("GET /api/v1/my-ip", request -> data(SEEN_FROM)),
                Call.signed("GET /api/v1/user/api-key", (request, key) -> declaration(key)),
                Call.signed("GET /api/ua/v1/user/api-key", (request, key) -> unifiedDeclaration(key)),
                Call.signed("GET /api/v1/accounts", (request, key) -> needing(key, "General", this::accounts)),
                Call.signed("DELETE /api/v1/hf/orders" + NO_ORDER, (request, key) -> cancel(key, "Spot"))
                        .with("symbol", "[A-Z0-9]+-[A-Z0-9]+"),
                Call.signed("DELETE /api/v1/orders" + NO_ORDER, (request, key) -> cancel(key, "Futures")));
    }

    @Override
    protected Optional<String> keyId(Recorded request) {
        return request.header(KEY);
    }

    @Override
    protected Optional<Answer> unverified(Recorded request) {
        if (request.method().equals("GET") && request.body().length() > 0) {
            return Optional.of(words.frontEnd403());
        }
        if (request.header("Content-Type")
                .filter(type -> type.startsWith("application/json"))
                .isEmpty()) {
            return refusal(415, "415000", "Unsupported Media Type");
        }
        if (Stream.of(KEY, SIGN, TIMESTAMP, PASSPHRASE)
                .anyMatch(name -> request.header(name).isEmpty())) {
            return refusal(
                    400,
                    "400001",
                    "Please check the header of your request for KC-API-KEY, KC-API-SIGN, KC-API-TIMESTAMP,"
                            + " KC-API-PASSPHRASE");
        }
        String timestamp = request.header(TIMESTAMP).orElseThrow();
        if (!timestamp.matches("\\d{1,15}")
                || Math.abs(now().toEpochMilli() - Long.parseLong(timestamp)) > WINDOW_MILLIS) {
            return refusal(401, "400002", "KC-API-TIMESTAMP Invalid");
        }
        return key(request)
                .filter(key -> !DEAD.contains(key.state()))
                .map(key -> forged(request, key, timestamp))
                .orElseGet(() -> authenticationRefusal("400003"));
    }

    private Optional<Answer> forged(Recorded request, StandInKey key, String timestamp) {
        if (!versions.contains(request.header(VERSION).orElse("1"))) {
            return authenticationRefusal(versionRefusal);
        }
        boolean passphraseRight = KucoinSignature.verifiesPassphrase(
                key.secret(), key.passphrase(), request.header(PASSPHRASE).orElseThrow());
        boolean signatureRight = KucoinSignature.verifies(
                key.secret(),
                timestamp,
                request.method(),
                request.path(),
                request.query(),
                request.body().getBytes(),
                request.header(SIGN).orElseThrow());
        // a wrong secret spoils both sums
        if (!passphraseRight && (signatureRight || passphraseFirst)) {
            return authenticationRefusal("400004");
        }
        return signatureRight ? Optional.empty() : authenticationRefusal("400005");
    }

    @Override
    protected Optional<Answer> barred(Recorded request, StandInKey key) {
        return switch (key.state()) {
            case WRONG_ADDRESS -> refusal(403, "400006", "Invalid request ip, the current clientIp is:" + SEEN_FROM);
            case ACCOUNT_LOCKED -> refusal(403, "411100", "User are frozen");
            default -> Optional.empty();
        };
    }

    private Optional<Answer> authenticationRefusal(String code) {
        return switch (code) {
            case "400003" -> refusal(401, code, "KC-API-KEY not exists");
            case "400004" -> refusal(401, code, "Invalid KC-API-PASSPHRASE");
            default -> refusal(401, code, "Invalid KC-API-SIGN");
        };
    }

    private Optional<Answer> refusal(int status, String code, String text) {
        return Optional.of(words.error(status, code, text));
    }

    private Answer declaration(StandInKey key) {
        return declares(key) ? needing(key, "General", () -> data(described(key))) : otherFamily();
    }

    private Answer unifiedDeclaration(StandInKey key) {
        if (declares(key)) {
            return otherFamily();
        }
        return needing(key, "General", () -> {
            JsonObject described = described(key);
            described.remove("ipWhitelist");
            return data(described.put("region", "global").put("kycStatus", 1).put("siteType", "global"));
        });
    }

    private Answer otherFamily() {
        return words.error(400, "112010", "Invalid Unified Account user.");
    }

    private JsonObject described(StandInKey key) {
        return KucoinRights.described(key, now(), tradeToken, addressForm);
    }

    private Answer accounts() {
        return data(new JsonArray()
                .add(new JsonObject("{\"id\":\"66a0f1c2d3e4b5a6978812ff\",\"currency\":\"USDT\",\"type\":\"trade\","
                        + "\"balance\":\"0\",\"available\":\"0\",\"holds\":\"0\"}")));
    }

    private Answer cancel(StandInKey key, String right) {
        return needing(key, right, () -> words.error(400, "400100", "order_not_exist_or_not_allow_to_cancel"));
    }

    private Answer needing(StandInKey key, String right, Supplier<Answer> answer) {
        return KucoinRights.of(key.state()).contains(right)
                ? answer.get()
                : words.error(403, "400007", "Access denied, require more permission.");
    }
}
