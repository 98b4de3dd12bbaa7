package gunbot.preflight.standin.binance;

import gunbot.preflight.standin.KeyState;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the boxes of a key are in each of its states. */
final class BinanceRights {

    private static final Set<KeyState> NO_ADDRESS_LIST =
            EnumSet.of(KeyState.UNRESTRICTED, KeyState.EXPIRES_SOON, KeyState.EXPIRED);
    private static final Set<KeyState> NO_TRADE = EnumSet.of(KeyState.READ_ONLY, KeyState.EXPIRED);

    private BinanceRights() {}

    static boolean reads(KeyState state) {
        return state != KeyState.NO_READ;
    }

    static boolean trades(KeyState state) {
        return !NO_TRADE.contains(state);
    }

    /**
     * The answer of apiRestrictions.
     *
     * @param unrestrictedLife how long a key without address list is told to trade still, if that is told
     */
    static JsonObject declaration(KeyState state, Instant now, Optional<Duration> unrestrictedLife) {
        boolean extra = state == KeyState.EXTRA_RIGHTS;
        boolean transfers = state == KeyState.TRANSFER_ON;
        JsonObject told = new JsonObject()
                .put("ipRestrict", !NO_ADDRESS_LIST.contains(state))
                .put("createTime", now.minus(Duration.ofDays(25)).toEpochMilli())
                .put("enableReading", reads(state))
                .put("enableWithdrawals", state == KeyState.WITHDRAW_ON)
                .put("enableInternalTransfer", transfers)
                .put("enableMargin", extra)
                .put("enableFutures", extra)
                .put("permitsUniversalTransfer", transfers)
                .put("enableVanillaOptions", extra)
                .put("enableFixApiTrade", extra)
                .put("enableFixReadOnly", extra)
                .put("enableSpotAndMarginTrading", trades(state))
                .put("enablePortfolioMarginTrading", extra);
        if (state == KeyState.NEW_RIGHT) {
            told.put("enableCopyTrading", true);
        }
        Optional<Duration> life = state == KeyState.EXPIRES_SOON
                ? Optional.of(Duration.ofDays(5))
                : unrestrictedLife.filter(left -> state == KeyState.UNRESTRICTED);
        life.ifPresent(left ->
                told.put("tradingAuthorityExpirationTime", now.plus(left).toEpochMilli()));
        return told;
    }
}
