package gunbot.preflight.exchange.huobi;

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
 * HTX's catalogue entry: three boxes for all products. "Trade" covers margin, futures and moving money between the user's
 * own accounts too; nobody can untick those alone, so they go with it unblamed.
 */
final class HuobiListing {
    static final String READ = "readOnly";
    static final String TRADE = "trade";

    private static final List<Box> BOXES = List.of(
            Box.required(READ, "Read", "", Scope.READ),
            Box.required(TRADE, "Trade", "", Scope.TRADE_SPOT),
            withTrade(Scope.TRADE_MARGIN),
            withTrade(Scope.TRADE_FUTURES),
            withTrade(Scope.TRANSFER),
            Box.forbidden("withdraw", "Withdraw", "", Scope.WITHDRAW));

    static final Listing LISTING = new Listing(
            "huobi",
            "HTX (Huobi)",
            Set.of("huobi"),
            List.of(Market.SPOT),
            BOXES,
            Set.of(),
            "https://www.htx.com/en-us/apikey",
            "API Management",
            // five minutes by the reference; its questions and answers advise to stay below one
            new ClockWindow(Duration.ofMinutes(1), Duration.ofMinutes(1)),
            false,
            true);

    private HuobiListing() {}

    private static Box withTrade(Scope scope) {
        return new Box(TRADE, "Trade", "", scope, Part.BESIDE, Expectation.ALLOWED);
    }
}
