package gunbot.preflight.standin.kucoin;

import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the boxes of a key are in each of its states, and how KuCoin declares them. */
final class KucoinRights {

    private KucoinRights() {}

    static List<String> of(KeyState state) {
        return switch (state) {
            case READ_ONLY -> List.of("General");
            case NO_READ -> List.of("Spot");
            case WITHDRAW_ON -> List.of("General", "Spot", "Transfer");
            case TRANSFER_ON -> List.of("General", "Spot", "InnerTransfer");
            case EXTRA_RIGHTS -> List.of("General", "Spot", "Margin", "Futures", "Earn");
            case NEW_RIGHT -> List.of("General", "Spot", "Launchpad");
            case LEGACY_NO_DECLARATION -> List.of("General", "Spot", "Unified");
            default -> List.of("General", "Spot");
        };
    }

    /** The data of the declaration. */
    static JsonObject described(StandInKey key, Instant now, String tradeToken, AddressForm form) {
        List<String> rights = of(key.state()).stream()
                .map(right -> right.equals("Spot") ? tradeToken : right)
                .toList();
        JsonObject described = new JsonObject()
                .put("remark", "gunbot")
                .put("apiKey", key.id())
                .put("apiVersion", 3)
                .put("permission", String.join(",", rights))
                .put("createdAt", now.minus(Duration.ofDays(90)).toEpochMilli())
                .put("uid", Long.valueOf(key.account()))
                .put("isMaster", true);
        List<String> addresses = key.state() == KeyState.UNRESTRICTED ? List.of() : key.addresses();
        if (!addresses.isEmpty() || form == AddressForm.PLAIN) {
            String shown = String.join(",", addresses);
            boolean starred = form == AddressForm.STARRED;
            described.put("ipWhitelist", starred ? shown.replaceAll("\\.\\d+\\.\\d+\\.", ".**.") : shown);
        }
        return described;
    }
}
