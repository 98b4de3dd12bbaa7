package gunbot.preflight.exchange.bitmex;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Box.Part;
import gunbot.preflight.exchange.ClockWindow;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * BitMEX's catalogue entry. Its key page has one list, "Key Permissions", in which "Order" and "Order Cancel" exclude each
 * other (https://www.bitmex.com/app/apiKeysUsage).
 */
final class BitmexListing {
    /** No permission gives the right to read: every key has it. */
    static final String ANY_KEY = "(any key)";

    static final String ORDER = "order";

    /** No source tells how far ahead of BitMEX's clock a request may end. */
    private static final Duration NO_LIMIT_KNOWN = Duration.ofDays(365);

    private static final List<Box> BOXES = List.of(
            Box.required(ANY_KEY, "no box: every key can read", "", Scope.READ).noBox(),
            Box.required(ORDER, "Order", "", Scope.TRADE_FUTURES),
            // it only cancels, and whoever chooses it cannot choose "Order"
            new Box("orderCancel", "Order Cancel", "", Scope.TRADE_FUTURES, Part.BESIDE, Expectation.FORBIDDEN),
            // spot pairs are traded with the same calls
            new Box(ORDER, "Order", "", Scope.TRADE_SPOT, Part.TOGETHER, Expectation.ALLOWED),
            Box.forbidden("withdraw", "Withdraw", "", Scope.WITHDRAW));

    static final Listing LISTING = new Listing(
            "bitmex",
            "BitMEX",
            Set.of("bitmex", "bitmex_testnet"),
            Set.of("bitmex_testnet"),
            List.of(Market.FUTURES, Market.SWAP, Market.DELIVERY, Market.SPOT),
            BOXES,
            Set.of(),
            "https://www.bitmex.com/app/apiKeys",
            "API Keys",
            new ClockWindow(NO_LIMIT_KNOWN, BitmexSigning.VALID_FOR),
            false,
            false);

    private BitmexListing() {}
}
