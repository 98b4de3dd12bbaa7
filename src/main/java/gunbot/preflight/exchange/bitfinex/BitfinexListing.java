package gunbot.preflight.exchange.bitfinex;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Scope;
import java.util.List;
import java.util.Set;

/**
 * Bitfinex's catalogue entry: the grid of its key page, a box to read and a box to write per line
 * (https://docs.bitfinex.com/reference/key-permissions). "Orders - Write" reaches margin and derivatives too where their
 * wallets are funded: those are no rights of their own.
 */
final class BitfinexListing {
    static final String ORDERS_READ = "orders:r";
    static final String ORDERS_WRITE = "orders:w";
    static final String WALLETS_READ = "wallets:r";

    private static final List<Box> BOXES = List.of(
            Box.required(ORDERS_READ, "Orders - Read", "", Scope.READ),
            Box.required(WALLETS_READ, "Wallets - Read", "", Scope.READ),
            Box.required("history:r", "Account History - Read", "", Scope.READ),
            Box.allowed("history:w", "Account History - Write", "", Scope.READ), // nobody knows a meaning of it
            Box.allowed("account:r", "Account Info - Read", "", Scope.READ),
            Box.allowed("positions:r", "Margin Trading - Read", "", Scope.READ),
            Box.allowed("funding:r", "Margin Funding - Read", "", Scope.READ),
            Box.required(ORDERS_WRITE, "Orders - Write", "", Scope.TRADE_SPOT),
            Box.forbidden("withdraw:w", "Withdrawals - Write", "Withdraw", Scope.WITHDRAW),
            Box.forbidden("ui_withdraw:r", "ui_withdraw (read)", "", Scope.WITHDRAW)
                    .unread(),
            Box.forbidden("ui_withdraw:w", "ui_withdraw (write)", "", Scope.WITHDRAW)
                    .unread(),
            Box.forbidden("eaas_withdraw:r", "eaas_withdraw (read)", "", Scope.WITHDRAW)
                    .unread(),
            Box.forbidden("eaas_withdraw:w", "eaas_withdraw (write)", "", Scope.WITHDRAW)
                    .unread(),
            Box.forbidden("wallets:w", "Wallets - Write", "", Scope.TRANSFER),
            Box.forbidden("funding:w", "Margin Funding - Write", "", Scope.EARN),
            Box.forbidden("positions:w", "Margin Trading - Write", "", Scope.OTHER),
            Box.forbidden("account:w", "Account Info - Write", "", Scope.OTHER),
            Box.forbidden("settings:r", "Settings - Read", "", Scope.OTHER).unread(),
            Box.forbidden("settings:w", "Settings - Write", "", Scope.OTHER).unread(),
            Box.forbidden("bfxpay:r", "Bitfinex Pay - Read", "", Scope.OTHER),
            Box.forbidden("bfxpay:w", "Bitfinex Pay - Write", "", Scope.OTHER),
            Box.forbidden("eaas_agreement:r", "eaas_agreement (read)", "", Scope.OTHER)
                    .unread(),
            Box.forbidden("eaas_agreement:w", "eaas_agreement (write)", "", Scope.OTHER)
                    .unread(),
            Box.forbidden("eaas_deposit:r", "eaas_deposit (read)", "", Scope.OTHER)
                    .unread(),
            Box.forbidden("eaas_deposit:w", "eaas_deposit (write)", "", Scope.OTHER)
                    .unread(),
            Box.forbidden("eaas_brokerage:r", "eaas_brokerage (read)", "", Scope.OTHER)
                    .unread(),
            Box.forbidden("eaas_brokerage:w", "eaas_brokerage (write)", "", Scope.OTHER)
                    .unread());

    static final Listing LISTING = new Listing(
            "bitfinex",
            "Bitfinex",
            Set.of("bitfinex"),
            List.of(Market.SPOT),
            BOXES,
            Set.of(),
            "https://setting.bitfinex.com/api",
            "API Keys",
            null,
            true,
            true);

    private BitfinexListing() {}
}
