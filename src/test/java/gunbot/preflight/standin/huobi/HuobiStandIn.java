package gunbot.preflight.standin.huobi;

import static gunbot.preflight.standin.huobi.HuobiWords.error;
import static gunbot.preflight.standin.huobi.HuobiWords.notValid;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Call;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.Parameters;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandInKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** HTX's spot host. */
public final class HuobiStandIn extends StandIn {

    /** The address from which HTX sees every request come. */
    public static final String SEEN_FROM = "203.0.113.9";

    static final String MARKET_STATUS = "GET /v2/market-status";

    private static final String HOST = "api.huobi.pro";
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Set<KeyState> STATES = EnumSet.of(
            KeyState.GOOD,
            KeyState.READ_ONLY,
            KeyState.WITHDRAW_ON,
            KeyState.UNRESTRICTED,
            KeyState.NEW_RIGHT,
            KeyState.EXPIRES_SOON,
            KeyState.EXPIRED,
            KeyState.WRONG_ADDRESS,
            KeyState.DISABLED,
            KeyState.ACCOUNT_LOCKED,
            KeyState.LEGACY_NO_DECLARATION);

    private volatile SubUserRefusal subUserRefusal = SubUserRefusal.EMPTY_403;
    private volatile boolean v2Codes;
    private volatile boolean refusesExpired;
    private volatile boolean listsAllKeys;

    public HuobiStandIn(Clock clock) {
        super(clock, new HuobiWords());
    }

    @Override
    public HuobiStandIn start() {
        super.start();
        return this;
    }

    /** How sub-users (keys without declaration) are kept from calls of the parent account. */
    public void subUserRefusal(SubUserRefusal refusal) {
        this.subUserRefusal = refusal;
    }

    /** Refuses {@code /v2} calls with the numbers of that envelope: 1003 for the signature, 2000 for the address. */
    public void refuseByNumbers(boolean numbers) {
        this.v2Codes = numbers;
    }

    /** Refuses an expired key at once, as an unknown one; else it is described as expired. */
    public void refuseExpired(boolean refused) {
        this.refusesExpired = refused;
    }

    /** Describes other keys of the account as well. */
    public void listAllKeys(boolean all) {
        this.listsAllKeys = all;
    }

    @Override
    protected Set<KeyState> states() {
        return STATES;
    }

    @Override
    protected List<Call> calls() {
        return List.of(
                Call.open("GET /v1/common/timestamp", request -> HuobiWords.v1(now().toEpochMilli())),
                Call.open(MARKET_STATUS, request -> HuobiWords.v2(new JsonObject().put("marketStatus", 1))),
                signed(
                        "GET /v2/user/uid",
                        (request, key) -> parentOnly(key, HuobiWords.v2(Long.valueOf(key.account())))),
                signed("GET /v2/user/api-key", (request, key) -> parentOnly(key, described(request, key)))
                        .with("uid", "[0-9]{1,19}")
                        .with("accessKey", "[0-9a-z-]{1,64}"),
                signed("GET /v1/account/accounts", (request, key) -> HuobiWords.v1(HuobiRights.accounts(key))),
                signed("POST /v1/order/orders/submitCancelClientOrder", (request, key) -> cancel(key))
                        .with(Recorded.BODY, "\\{\"client-order-id\":\"[A-Za-z0-9-]{1,64}\"\\}"));
    }

    private static Call signed(String name, BiFunction<Recorded, StandInKey, Answer> answer) {
        return Call.signed(name, answer)
                .maybe("AccessKeyId", ".*")
                .maybe("SignatureMethod", ".*")
                .maybe("SignatureVersion", ".*")
                .maybe("Timestamp", ".*")
                .maybe("Signature", ".*");
    }

    @Override
    protected Optional<String> keyId(Recorded request) {
        return request.queryParameters().one("AccessKeyId");
    }

    @Override
    protected Optional<Answer> unverified(Recorded request) {
        if (request.method().equals("GET") && request.body().length() > 0) {
            return Optional.of(HuobiWords.empty403());
        }
        if (request.method().equals("POST")
                && request.header("Content-Type")
                        .filter(type -> type.startsWith("application/json"))
                        .isEmpty()) {
            return Optional.of(error("gateway-internal-error", "Invalid Content-Type"));
        }
        Parameters sent = request.queryParameters();
        if (keyId(request).isEmpty() || sent.one("Signature").isEmpty()) {
            return Optional.of(error("login-required", "Login is required."));
        }
        Optional<StandInKey> key = key(request).filter(known -> known.state() != KeyState.DISABLED);
        if (key.isEmpty()) {
            return Optional.of(notValid("Incorrect Access key [Access key错误]"));
        }
        if (!timely(sent.one("Timestamp").orElse(""))) {
            return Optional.of(notValid("Invalid submission time or incorrect time format [无效的提交时间，或时间格式错误]"));
        }
        return genuine(request, key.get()) ? Optional.empty() : Optional.of(badSignature(request));
    }

    private boolean genuine(Recorded request, StandInKey key) {
        Parameters sent = request.queryParameters();
        String method = key.publicKey() == null ? "HmacSHA256" : "Ed25519";
        return sent.repeated().isEmpty()
                && sent.one("SignatureMethod").equals(Optional.of(method))
                && sent.one("SignatureVersion").equals(Optional.of("2"))
                && HuobiSignature.verifies(key, request.method(), HOST, request.path(), request.query());
    }

    private boolean timely(String timestamp) {
        if (!timestamp.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d")) {
            return false;
        }
        try {
            return Duration.between(LocalDateTime.parse(timestamp).toInstant(ZoneOffset.UTC), now())
                            .abs()
                            .compareTo(WINDOW)
                    <= 0;
        } catch (DateTimeParseException noDate) {
            return false;
        }
    }

    private Answer badSignature(Recorded request) {
        return byNumbers(request) ? error(1003, "invalid signature") : notValid("Verification failure [校验失败]");
    }

    private boolean byNumbers(Recorded request) {
        return v2Codes && request.path().startsWith("/v2/");
    }

    @Override
    protected Optional<Answer> barred(Recorded request, StandInKey key) {
        return switch (key.state()) {
            case WRONG_ADDRESS ->
                Optional.of(byNumbers(request) ? error(2000, "invalid ip") : HuobiWords.wrongAddress(SEEN_FROM));
            case EXPIRED ->
                refusesExpired ? Optional.of(notValid("Incorrect Access key [Access key错误]")) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Answer parentOnly(StandInKey key, Answer answer) {
        if (declares(key)) {
            return answer;
        }
        return switch (subUserRefusal) {
            case EMPTY_403 -> HuobiWords.empty403();
            case CODE_403 -> Answer.json(403, new JsonObject().put("code", 403).put("message", "forbidden"));
            case CODE_1002 -> error(1002, "forbidden");
            case NO_PERMISSION -> HuobiWords.noPermission();
        };
    }

    private Answer described(Recorded request, StandInKey key) {
        Parameters sent = request.parameters();
        if (!sent.one("uid").equals(Optional.of(key.account()))) {
            return error(2002, "invalid field value in \"uid\"");
        }
        JsonArray list = new JsonArray();
        if (listsAllKeys) {
            list.add(HuobiRights.another(now()));
        }
        if (listsAllKeys || sent.one("accessKey").equals(Optional.of(key.id()))) {
            list.add(HuobiRights.described(key, now()));
        }
        return HuobiWords.v2(list);
    }

    private static Answer cancel(StandInKey key) {
        if (!HuobiRights.trades(key)) {
            return HuobiWords.noPermission();
        }
        return key.state() == KeyState.ACCOUNT_LOCKED
                ? error("operation-forbidden-for-lock-account-state", "The account is locked.")
                : HuobiWords.v1(0);
    }
}
