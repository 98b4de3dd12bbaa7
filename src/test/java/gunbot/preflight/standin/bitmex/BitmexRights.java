package gunbot.preflight.standin.bitmex;

import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What the permissions of a key are in each of its states, and how BitMEX declares them. */
final class BitmexRights {

    private BitmexRights() {}

    static List<String> of(KeyState state) {
        return switch (state) {
            case READ_ONLY -> List.of();
            case NO_MODIFY -> List.of("orderCancel");
            case WITHDRAW_ON -> List.of("order", "withdraw");
            case NEW_RIGHT -> List.of("order", "stake");
            default -> List.of("order");
        };
    }

    /** The element of one key in the answer of {@code GET /apiKey}. */
    static JsonObject declared(StandInKey key) {
        boolean bound = key.state() != KeyState.UNRESTRICTED;
        List<String> blocks =
                key.addresses().stream().map(address -> address + "/32").toList();
        return element(key.id(), key.account(), of(key.state()))
                .put("cidr", bound ? blocks.get(0) : "0.0.0.0/0")
                .put("cidrs", new JsonArray(bound ? blocks : List.of()));
    }

    /** Another key of the same user, which a checker has no business with. */
    static JsonObject other(StandInKey key) {
        return element("OtherKeyOfTheUser-000001", key.account(), List.of("order", "withdraw"))
                .put("secret", "secret-of-another-key-that-nobody-may-keep-00001")
                .put("cidr", "")
                .put("cidrs", new JsonArray());
    }

    private static JsonObject element(String id, String account, List<String> permissions) {
        return new JsonObject()
                .put("id", id)
                .put("name", "gunbot")
                .put("nonce", 0)
                .put("targetAccountId", Long.parseLong(account))
                .put("permissions", new JsonArray(permissions))
                .put("enabled", true)
                .put("userId", Long.parseLong(account))
                .put("created", "2026-01-05T10:00:00.000Z");
    }
}
