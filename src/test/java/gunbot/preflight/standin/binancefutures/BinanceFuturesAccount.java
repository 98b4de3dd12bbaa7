package gunbot.preflight.standin.binancefutures;

import gunbot.preflight.standin.KeyState;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** What Binance says of a futures key and the account behind it. */
final class BinanceFuturesAccount {
    private static final Set<KeyState> NO_FUTURES = EnumSet.of(KeyState.READ_ONLY);

    private BinanceFuturesAccount() {}

    static boolean reads(KeyState state) {
        return state != KeyState.NO_READ;
    }

    static boolean trades(KeyState state) {
        return !NO_FUTURES.contains(state);
    }

    /** @param futures whether "Enable Futures" can be on at all */
    static JsonObject declaration(KeyState state, Instant now, boolean futures) {
        boolean extra = state == KeyState.EXTRA_RIGHTS;
        boolean transfers = state == KeyState.TRANSFER_ON;
        JsonObject told = new JsonObject()
                .put("ipRestrict", state != KeyState.UNRESTRICTED)
                .put("createTime", now.minus(Duration.ofDays(25)).toEpochMilli())
                .put("enableReading", reads(state))
                .put("enableWithdrawals", state == KeyState.WITHDRAW_ON)
                .put("enableInternalTransfer", transfers)
                .put("enableMargin", extra)
                .put("enableFutures", futures && trades(state))
                .put("permitsUniversalTransfer", transfers)
                .put("enableVanillaOptions", extra)
                .put("enableFixApiTrade", extra)
                .put("enableFixReadOnly", extra)
                .put("enableSpotAndMarginTrading", extra)
                .put("enablePortfolioMarginTrading", extra);
        return state == KeyState.NEW_RIGHT ? told.put("enableCopyTrading", true) : told;
    }

    static JsonObject info(boolean futuresOpened, boolean portfolioMargin) {
        return new JsonObject()
                .put("vipLevel", 0)
                .put("isMarginEnabled", false)
                .put("isFutureEnabled", futuresOpened)
                .put("isOptionsEnabled", false)
                .put("isPortfolioMarginRetailEnabled", portfolioMargin);
    }

    /** These are the account's rights, not the key's: withdrawal is true whatever the key may do. */
    static JsonObject usdM(KeyState state) {
        return leave(state)
                .put("dualSidePosition", false)
                .put("multiAssetsMargin", false)
                .put("tradeGroupId", -1);
    }

    static JsonObject coinM(KeyState state) {
        return leave(state).put("assets", new JsonArray()).put("positions", new JsonArray());
    }

    private static JsonObject leave(KeyState state) {
        return new JsonObject()
                .put("feeTier", 0)
                .put("canTrade", state != KeyState.ACCOUNT_LOCKED)
                .put("canDeposit", true)
                .put("canWithdraw", true)
                .put("updateTime", 0);
    }

    /** @param lock where something is locked: {@code ACCOUNT}, a symbol, or nowhere (empty) */
    static JsonObject tradingStatus(String lock, long now) {
        JsonObject indicators = new JsonObject();
        if (!lock.isEmpty()) {
            indicators.put(
                    lock,
                    new JsonArray()
                            .add(new JsonObject()
                                    .put("indicator", "TMV")
                                    .put("value", 12)
                                    .put("triggerValue", 10)
                                    .put("plannedRecoverTime", now + 600_000)
                                    .put("isLocked", true)));
        }
        return new JsonObject().put("indicators", indicators).put("updateTime", now);
    }
}
