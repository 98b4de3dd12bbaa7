package gunbot.preflight.exchange.kucoin;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.ClockWindow;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** KuCoin's catalogue entry. Gunbot trades spot only there. The token {@code Transfer} is the right to withdraw. */
final class KucoinListing {
    static final String GENERAL = "General";
    static final String SPOT = "Spot";
    static final String MARGIN = "Margin";
    static final String FUTURES = "Futures";

    private static final List<Box> BOXES = List.of(
            Box.required(GENERAL, "General", "", Scope.READ),
            Box.required(SPOT, "Spot", "Trade", Scope.TRADE_SPOT),
            Box.forbidden(MARGIN, "Margin", "", Scope.TRADE_MARGIN),
            Box.forbidden(FUTURES, "Futures", "", Scope.TRADE_FUTURES),
            Box.forbidden("Transfer", "Withdrawal", "Transfer", Scope.WITHDRAW),
            Box.forbidden("InnerTransfer", "FlexTransfers", "", Scope.TRANSFER),
            Box.forbidden("Earn", "Earn", "", Scope.EARN),
            Box.forbidden("LeadtradeFutures", "LeadtradeFutures", "", Scope.OTHER)
                    .unread());

    static final Listing LISTING = new Listing(
            "kucoin",
            "KuCoin",
            Set.of("kucoin"),
            List.of(Market.SPOT),
            BOXES,
            Set.of(Listing.Credential.PASSPHRASE),
            "https://www.kucoin.com/account/api",
            "API Management",
            new ClockWindow(Duration.ofSeconds(5), Duration.ofSeconds(5)),
            false,
            true);

    private KucoinListing() {}
}
