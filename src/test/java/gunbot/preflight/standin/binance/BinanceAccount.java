package gunbot.preflight.standin.binance;

import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What Binance says of the account behind a key. */
final class BinanceAccount {

    private BinanceAccount() {}

    static JsonObject info(StandInKey key) {
        boolean extra = key.state() == KeyState.EXTRA_RIGHTS;
        return new JsonObject()
                .put("vipLevel", 0)
                .put("isMarginEnabled", extra)
                .put("isFutureEnabled", extra)
                .put("isOptionsEnabled", extra)
                .put("isPortfolioMarginRetailEnabled", extra);
    }

    static JsonObject tradingStatus(StandInKey key, long now) {
        boolean locked = key.state() == KeyState.ACCOUNT_LOCKED;
        JsonObject data = new JsonObject()
                .put("isLocked", locked)
                .put("plannedRecoverTime", locked ? now + 600_000 : 0)
                .put("triggerCondition", new JsonObject("{\"GCR\":150,\"IFER\":150,\"UFR\":300}"))
                .put("updateTime", now);
        return new JsonObject().put("data", data);
    }

    /** These are the account's rights, not the key's: withdrawal is true whatever the key may do. */
    static JsonObject account(StandInKey key, long now) {
        return new JsonObject()
                .put("canTrade", key.state() != KeyState.ACCOUNT_LOCKED)
                .put("canWithdraw", true)
                .put("canDeposit", true)
                .put("accountType", "SPOT")
                .put("permissions", new JsonArray().add("SPOT"))
                .put("uid", Long.valueOf(key.account()))
                .put("updateTime", now)
                .put("balances", new JsonArray());
    }
}
