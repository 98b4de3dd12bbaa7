package gunbot.preflight.standin.huobi;

import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** What a key may do in each of its states, and how HTX describes key and account. */
final class HuobiRights {
    private static final Set<KeyState> NO_ADDRESSES =
            EnumSet.of(KeyState.UNRESTRICTED, KeyState.EXPIRES_SOON, KeyState.EXPIRED);

    private HuobiRights() {}

    static boolean trades(StandInKey key) {
        return permission(key.state()).contains("trade");
    }

    private static String permission(KeyState state) {
        return switch (state) {
            case READ_ONLY -> "readOnly";
            case WITHDRAW_ON -> "withdraw,trade,readOnly";
            case NEW_RIGHT -> "trade,readOnly,assetPledge";
            default -> "trade,readOnly";
        };
    }

    /** The key's entry in the list of keys. */
    static JsonObject described(StandInKey key, Instant now) {
        boolean bound = !NO_ADDRESSES.contains(key.state());
        return new JsonObject()
                .put("accessKey", key.id())
                .put("status", key.state() == KeyState.EXPIRED ? "expired" : "normal")
                .put("note", "gunbot")
                .put("permission", permission(key.state()))
                .put("ipAddresses", bound ? String.join(",", key.addresses()) : "")
                .put("validDays", validDays(key.state()))
                .put("createTime", now.minus(Duration.ofDays(40)).toEpochMilli())
                .put("updateTime", now.minus(Duration.ofDays(1)).toEpochMilli());
    }

    /** Another key of the same account, with every right and its own end. */
    static JsonObject another(Instant now) {
        return described(StandInKey.of("another0-another0-another0-other", "", KeyState.WITHDRAW_ON), now)
                .put("ipAddresses", "")
                .put("validDays", 1);
    }

    private static int validDays(KeyState state) {
        return switch (state) {
            case UNRESTRICTED -> 89;
            case EXPIRES_SOON -> 5;
            case EXPIRED -> 0;
            default -> -1;
        };
    }

    static JsonArray accounts(StandInKey key) {
        String state = key.state() == KeyState.ACCOUNT_LOCKED ? "lock" : "working";
        return new JsonArray().add(account(10012345, "spot", state)).add(account(10012346, "point", "working"));
    }

    private static JsonObject account(long id, String type, String state) {
        return new JsonObject()
                .put("id", id)
                .put("type", type)
                .put("subtype", "")
                .put("state", state);
    }
}
