package gunbot.preflight.exchange.coinbasepro;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.ClockWindow;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.exchange.Standing;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Scope;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The catalogue entry of Coinbase Exchange, formerly Coinbase Pro and GDAX. One box both withdraws and transfers. */
final class CoinbaseProListing {
    static final String VIEW = "view";
    static final String TRADE = "trade";
    static final String TRANSFER = "transfer";

    static final Standing STANDING = new Standing(Standing.State.INSTITUTIONS, LocalDate.of(2023, 12, 1), false);

    private static final List<Box> BOXES = List.of(
            Box.required(VIEW, "View", "", Scope.READ),
            Box.required(TRADE, "Trade", "", Scope.TRADE_SPOT),
            Box.forbidden(TRANSFER, "Transfer", "", Scope.WITHDRAW),
            Box.forbidden(TRANSFER, "Transfer", "", Scope.TRANSFER),
            // it can add withdrawal addresses; nothing harmless tells whether it is ticked
            Box.forbidden("manage", "Manage", "", Scope.OTHER));

    static final Listing LISTING = new Listing(
            "coinbase-pro",
            "Coinbase Exchange (Coinbase Pro)",
            Set.of("gdax"),
            List.of(Market.SPOT),
            BOXES,
            Set.of(Listing.Credential.PASSPHRASE),
            "https://exchange.coinbase.com",
            "API",
            new ClockWindow(Duration.ofSeconds(30), Duration.ofSeconds(30)),
            false,
            true);

    private CoinbaseProListing() {}
}
