package gunbot.preflight.standin.nash;

import static gunbot.preflight.standin.nash.NashWords.data;
import static gunbot.preflight.standin.nash.NashWords.error;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Call;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandInKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Nash: one address, and operations in the body. What its servers say is known for few occasions; the rest can be set. */
public final class NashStandIn extends StandIn {

    /** Occasions on which nobody has told what Nash answers. */
    public enum Occasion {
        UNKNOWN_TOKEN,
        WRONG_SIGNATURE,
        UNKNOWN_ORDER,
        NO_RIGHT,
        NO_DESCRIPTION,
        OLD
    }

    private static final String SIGNATURE =
            ",\"signature\":\\{\"publicKey\":\"([0-9a-fA-F]+)\",\"signedDigest\":\"(\\w+)\"}";
    private static final String SIGNED_BY = "\\(payload: \\$payload, signature: \\$signature\\)";

    /** The whole text of each operation that a careful program may send, and its variables. */
    private static final Map<String, Pattern> OPERATIONS = Map.of(
            "getExchangeStatus", body("query \\{ getExchangeStatus \\{ status serverTimestamp } }", ""),
            "listMarkets", body("query \\{ listMarkets \\{ name status tradeBlocked } }", ""),
            "listAccountBalances",
                    body(
                            "query \\(\\$payload: ListAccountBalancesParams!\\) \\{ listAccountBalances"
                                    + "\\(payload: \\$payload\\) \\{ asset \\{ symbol } } }",
                            "\"payload\":\\{\"ignoreLowBalance\":true}"),
            "listAccountOrders",
                    body(
                            "query \\(\\$payload: ListAccountOrdersParams!\\) \\{ listAccountOrders"
                                    + "\\(payload: \\$payload\\) \\{ orders \\{ id } } }",
                            "\"payload\":\\{\"limit\":1}"),
            "listMovements",
                    body(
                            "query \\(\\$payload: ListMovementsParams!, \\$signature: Signature!\\) \\{ listMovements"
                                    + SIGNED_BY + " \\{ id } }",
                            "\"payload\":\\{\"timestamp\":(\\d{13})}" + SIGNATURE),
            "getToken",
                    body(
                            "query \\(\\$id: ID!\\) \\{ getToken\\(id: \\$id\\)"
                                    + " \\{ id type expireAt whitelistedAddresses \\{ address blockchain } } }",
                            "\"id\":\"([0-9a-f-]{36})\""),
            "cancelOrder",
                    body(
                            "mutation \\(\\$payload: CancelOrderParams!, \\$signature: Signature!\\) \\{ cancelOrder"
                                    + SIGNED_BY + " \\{ orderId } }",
                            "\"payload\":\\{\"marketName\":\"eth_usdc\",\"orderId\":\"1\",\"timestamp\":(\\d{13})}"
                                    + SIGNATURE));

    private static final Set<KeyState> STATES = EnumSet.of(
            KeyState.GOOD,
            KeyState.READ_ONLY,
            KeyState.WITHDRAW_ON,
            KeyState.NEW_RIGHT,
            KeyState.EXPIRES_SOON,
            KeyState.EXPIRED,
            KeyState.WRONG_ADDRESS,
            KeyState.DISABLED,
            KeyState.LEGACY_NO_DECLARATION);

    private final Map<Occasion, Answer> said = new ConcurrentHashMap<>(Map.of(
            Occasion.UNKNOWN_TOKEN, error("Unauthorized"),
            Occasion.WRONG_SIGNATURE, error("Signature validation failed"),
            Occasion.UNKNOWN_ORDER, error("Order not found"),
            Occasion.NO_RIGHT, error("Not authorized by the policy of this key: policy violation"),
            Occasion.NO_DESCRIPTION, error("Unauthorized"),
            Occasion.OLD, error("Timestamp is too old or in the future")));

    private final Map<String, Answer> byOperation = new ConcurrentHashMap<>();
    private volatile Duration window = Duration.ofDays(1);
    private volatile boolean secondsAreTold = true;
    private volatile boolean openToAll = true;
    private volatile String tokenType = "API_TRADE";

    public NashStandIn(Clock clock) {
        super(clock, new NashWords());
    }

    @Override
    public NashStandIn start() {
        super.start();
        return this;
    }

    /** What is said on an occasion. */
    public void say(Occasion occasion, int status, String body) {
        said.put(occasion, Answer.of(status, body, Map.of("Content-Type", "application/json")));
    }

    /** What an operation is answered, whoever asks. */
    public void answerTo(String operation, int status, String body) {
        byOperation.put(operation, Answer.of(status, body, Map.of()));
    }

    /** How old a payload may be; nobody has told whether Nash looks at that. */
    public void window(Duration window) {
        this.window = window;
    }

    /** The unit of the time that is told: seconds, else milliseconds. */
    public void tellSeconds(boolean seconds) {
        this.secondsAreTold = seconds;
    }

    /** Whether state and markets are told without a token. */
    public void openToAll(boolean open) {
        this.openToAll = open;
    }

    /** What kind of token the keys are. */
    public void tokenType(String type) {
        this.tokenType = type;
    }

    /** The operations that were sent, in their order. */
    public List<String> operations() {
        return log().stream().map(request -> operation(request).orElse("?")).collect(Collectors.toList());
    }

    @Override
    protected Set<KeyState> states() {
        return STATES;
    }

    @Override
    protected List<Call> calls() {
        String any = OPERATIONS.values().stream().map(Pattern::pattern).collect(Collectors.joining("|"));
        return List.of(Call.open("POST /api/graphql", this::answer).with(Recorded.BODY, any));
    }

    @Override
    protected Optional<String> keyId(Recorded request) {
        return request.header("Authorization")
                .filter(value -> value.startsWith("Token "))
                .map(value -> value.substring("Token ".length()));
    }

    @Override
    protected Optional<Answer> unverified(Recorded request) {
        throw new IllegalStateException("the operation decides what has to be verified");
    }

    @Override
    protected Optional<Answer> barred(Recorded request, StandInKey key) {
        throw new IllegalStateException("the operation decides who is barred");
    }

    private Answer answer(Recorded request) {
        if (!request.header("Content-Type").orElse("").startsWith("application/json")) {
            return Answer.of(415, "unsupported media type", Map.of());
        }
        String operation = operation(request).orElseThrow();
        if (byOperation.containsKey(operation)) {
            return byOperation.get(operation);
        }
        boolean open = operation.equals("getExchangeStatus") || operation.equals("listMarkets");
        if (open && keyId(request).isPresent()) {
            throw new IllegalStateException("a token was sent with a question that needs none");
        }
        if (open) {
            return openToAll ? told(operation) : said.get(Occasion.UNKNOWN_TOKEN);
        }
        Optional<StandInKey> key = key(request)
                .filter(known -> known.state() != KeyState.DISABLED && known.state() != KeyState.WRONG_ADDRESS);
        if (key.isEmpty()) {
            return said.get(Occasion.UNKNOWN_TOKEN);
        }
        return ofKey(operation, request, key.get());
    }

    private Answer told(String operation) {
        long now = now().toEpochMilli();
        return operation.equals("listMarkets")
                ? data(
                        operation,
                        new JsonArray().add(market("btc_usdc", "STOPPED")).add(market("eth_usdc", "RUNNING")))
                : data(
                        operation,
                        new JsonObject()
                                .put("status", "RUNNING")
                                .put("serverTimestamp", secondsAreTold ? now / 1000 : now));
    }

    private Answer ofKey(String operation, Recorded request, StandInKey key) {
        if (operation.equals("listMovements") || operation.equals("cancelOrder")) {
            Optional<Answer> refusal = unsigned(operation, request, key);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        return switch (operation) {
            case "listAccountBalances" ->
                data(
                        operation,
                        new JsonArray().add(new JsonObject().put("asset", new JsonObject().put("symbol", "eth"))));
            case "listAccountOrders" -> data(operation, new JsonObject().put("orders", new JsonArray()));
            case "listMovements" -> data(operation, new JsonArray());
            case "getToken" -> token(request, key);
            default ->
                key.state() == KeyState.READ_ONLY ? said.get(Occasion.NO_RIGHT) : said.get(Occasion.UNKNOWN_ORDER);
        };
    }

    private Optional<Answer> unsigned(String operation, Recorded request, StandInKey key) {
        var parts = OPERATIONS.get(operation).matcher(request.bodyText());
        if (!parts.matches()) {
            throw new IllegalStateException("not " + operation);
        }
        String time = parts.group(1);
        String message = operation.equals("listMovements")
                ? "list_movements,{\"timestamp\":" + time + "}"
                : "cancel_order,{\"market_name\":\"eth_usdc\",\"order_id\":\"1\",\"timestamp\":" + time + "}";
        String publicKey = NashSecret.publicKey(key.secret());
        if (!parts.group(2).equals(publicKey) || !NashSignature.verifies(publicKey, message, parts.group(3))) {
            return Optional.of(said.get(Occasion.WRONG_SIGNATURE));
        }
        long off = Math.abs(now().toEpochMilli() - Long.parseLong(time));
        return off > window.toMillis() ? Optional.of(said.get(Occasion.OLD)) : Optional.empty();
    }

    private Answer token(Recorded request, StandInKey key) {
        if (!declares(key)
                || key.state() == KeyState.READ_ONLY
                || !request.bodyText().contains(key.id())) {
            return said.get(Occasion.NO_DESCRIPTION);
        }
        JsonArray listed = new JsonArray();
        if (key.state() == KeyState.WITHDRAW_ON) {
            listed.add(new JsonObject().put("address", "0xa1b2c3").put("blockchain", "ETH"));
        }
        Duration left =
                switch (key.state()) {
                    case EXPIRES_SOON -> Duration.ofDays(5);
                    case EXPIRED -> Duration.ofDays(-1);
                    default -> Duration.ofDays(900);
                };
        return data(
                "getToken",
                new JsonObject()
                        .put("id", key.id())
                        .put("type", key.state() == KeyState.NEW_RIGHT ? "API_SOMETHING" : tokenType)
                        .put("expireAt", now().plus(left).toString())
                        .put("whitelistedAddresses", listed));
    }

    private static JsonObject market(String name, String status) {
        return new JsonObject().put("name", name).put("status", status).put("tradeBlocked", false);
    }

    private static Optional<String> operation(Recorded request) {
        return OPERATIONS.entrySet().stream()
                .filter(operation ->
                        operation.getValue().matcher(request.bodyText()).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Pattern body(String operation, String variables) {
        return Pattern.compile("\\{\"query\":\"" + operation + "\",\"variables\":\\{" + variables + "}}");
    }
}
