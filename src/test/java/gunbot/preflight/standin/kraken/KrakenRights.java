package gunbot.preflight.standin.kraken;

import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the boxes of a key are in each of its states, and how Kraken declares them. */
final class KrakenRights {

    private static final List<String> READ = List.of("query-funds", "query-open-trades", "query-closed-trades");
    private static final List<String> TRADE = List.of("modify-trades", "close-trades");

    private KrakenRights() {}

    static List<String> of(KeyState state) {
        List<String> rights = new ArrayList<>(READ);
        rights.addAll(TRADE);
        switch (state) {
            case READ_ONLY -> rights.removeAll(TRADE);
            case NO_READ -> rights.removeAll(READ);
            case PARTIAL_READ -> rights.remove("query-open-trades");
            case NO_MODIFY -> rights.remove("modify-trades");
            case NO_CLOSE -> rights.remove("close-trades");
            case WITHDRAW_ON -> rights.add("withdraw-funds");
            case EXTRA_RIGHTS ->
                rights.addAll(List.of("query-ledger", "export-data", "create-ws-token", "add-funds", "earn-funds"));
            case NEW_RIGHT -> rights.add("trade-equities");
            default -> {}
        }
        return rights;
    }

    /** The answer of GetApiKeyInfo, in the spelling of the documentation. */
    static JsonObject documented(StandInKey key, String lastNonce, Instant now) {
        boolean bound = key.state() != KeyState.UNRESTRICTED;
        String created = seconds(now.minus(Duration.ofDays(90)));
        return new JsonObject()
                .put("apiKeyName", "gunbot")
                .put("apiKey", key.id())
                .put("nonce", lastNonce)
                .put("nonceWindow", 0)
                .put("permissions", new JsonArray(of(key.state())))
                .put("iban", "AA00 N84G " + key.account())
                .put("validUntil", key.state() == KeyState.EXPIRES_SOON ? seconds(now.plus(Duration.ofDays(5))) : "0")
                .put("queryFrom", "0")
                .put("queryTo", "0")
                .put("createdTime", created)
                .put("modifiedTime", created)
                .put("ipAllowlist", new JsonArray(bound ? key.addresses() : List.of()))
                .put("lastUsed", seconds(now));
    }

    /** The same in the spelling of recorded answers: snake case, numbers as text, one empty text for no address. */
    static JsonObject recorded(JsonObject documented) {
        Map<String, Object> snake =
                documented.stream().collect(Collectors.toMap(field -> snakeCase(field.getKey()), Map.Entry::getValue));
        snake.put("nonce_window", "0");
        if (documented.getJsonArray("ipAllowlist").isEmpty()) {
            snake.put("ip_allowlist", new JsonArray().add(""));
        }
        return new JsonObject(snake);
    }

    private static String snakeCase(String camelCase) {
        return Arrays.stream(camelCase.split("(?=[A-Z])"))
                .map(word -> Character.toLowerCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("_"));
    }

    private static String seconds(Instant time) {
        return Long.toString(time.getEpochSecond());
    }
}
