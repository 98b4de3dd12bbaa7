package gunbot.preflight.exchange.bittrex;

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

/** Bittrex's catalogue entry, with the labels of its last years. */
final class BittrexListing {
    static final String READ = "View";
    static final String TRADE = "Trade";

    /** The day on which Bittrex Global, the last of its companies, stopped trading. */
    static final Standing STANDING = new Standing(Standing.State.CLOSED, LocalDate.of(2023, 12, 4), false);

    /** No source tells how far a clock might be off. */
    private static final Duration NO_LIMIT_KNOWN = Duration.ofDays(365);

    private static final List<Box> BOXES = List.of(
            Box.required(READ, "READ INFO", "", Scope.READ),
            Box.required(TRADE, "TRADE", "TRADE LIMIT, TRADE MARKET", Scope.TRADE_SPOT),
            Box.forbidden("Withdraw", "WITHDRAW", "", Scope.WITHDRAW));

    static final Listing LISTING = new Listing(
            "bittrex",
            "Bittrex",
            Set.of("bittrex"),
            List.of(Market.SPOT),
            BOXES,
            Set.of(),
            "https://global.bittrex.com/Manage?view=api",
            "API KEYS",
            new ClockWindow(NO_LIMIT_KNOWN, NO_LIMIT_KNOWN),
            false,
            true);

    private BittrexListing() {}
}
