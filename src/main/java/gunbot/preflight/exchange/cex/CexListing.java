package gunbot.preflight.exchange.cex;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Box.Part;
import gunbot.preflight.exchange.ClockWindow;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.exchange.KeyForm;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** CEX.IO's catalogue entry: two interfaces, whose keys have boxes of their own. The user ID is needed by the older alone. */
final class CexListing {
    static final String READ = "read";
    static final String TRADE = "trade";
    static final String BALANCE = "balance";
    static final String OPEN_ORDERS = "open-orders";
    static final String PLACE = "place";
    static final String CANCEL = "cancel";

    /** No box of these takes money out of CEX.IO. */
    static final List<Box> CURRENT = List.of(
            Box.required(READ, "Read", "", Scope.READ),
            Box.required(TRADE, "Trade", "", Scope.TRADE_SPOT),
            Box.forbidden("funds-internal", "Funds Internal", "", Scope.TRANSFER),
            Box.forbidden("funds-wallet", "Funds Wallet", "", Scope.TRANSFER));

    static final List<Box> LEGACY = List.of(
            Box.required(BALANCE, "Account balance", "", Scope.READ),
            Box.required(OPEN_ORDERS, "Open orders", "", Scope.READ),
            new Box("positions", "Open positions", "", Scope.READ, Part.BESIDE, Expectation.FORBIDDEN),
            Box.required(PLACE, "Place order", "", Scope.TRADE_SPOT),
            Box.required(CANCEL, "Cancel order", "", Scope.TRADE_SPOT),
            // nobody knows whether that page had such a box, nor what it was called
            Box.forbidden("withdraw", "Withdrawal", "", Scope.WITHDRAW).unread());

    static final List<KeyForm> FORMS = List.of(new KeyForm("", CURRENT), new KeyForm("older", LEGACY));

    static final Listing LISTING = new Listing(
            "cex",
            "CEX.IO",
            Set.of("cex"),
            List.of(Market.SPOT),
            Stream.concat(CURRENT.stream(), LEGACY.stream()).toList(),
            Set.of(), // a user ID is not missed at a key of the current interface
            "https://trade.cex.io",
            "API",
            // that of an order; no source tells it of a request
            new ClockWindow(Duration.ofSeconds(30), Duration.ofSeconds(30)),
            false, // the older interface alone has nonces: its calls name them
            true);

    private CexListing() {}
}
