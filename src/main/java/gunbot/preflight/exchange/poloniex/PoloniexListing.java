package gunbot.preflight.exchange.poloniex;

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

/** Poloniex's catalogue entry. Spot and futures share host, keys and signing; the right to trade is one for each. */
final class PoloniexListing {
    static final String READING = "Enable Reading";
    static final String TRADING = "Enable Trading";
    static final String FUTURES_TRADING = "futures trading";

    private static final List<Box> BOXES = List.of(
            Box.required(READING, "Enable Reading", "", Scope.READ),
            Box.required(TRADING, "Enable Trading", "", Scope.TRADE_SPOT),
            // needed for futures, else more than a bot needs; nobody has published what the box is called today
            new Box(
                            FUTURES_TRADING,
                            "the permission to trade futures",
                            "",
                            Scope.TRADE_FUTURES,
                            Part.TOGETHER,
                            Expectation.FORBIDDEN)
                    .unread(),
            Box.forbidden("withdrawals", "Enable Withdrawals", "", Scope.WITHDRAW));

    static final Listing LISTING = new Listing(
            "poloniex",
            "Poloniex",
            Set.of("poloniex"),
            List.of(Market.SPOT, Market.FUTURES, Market.SWAP),
            BOXES,
            Set.of(),
            "https://poloniex.com/apiKeys",
            "API Keys",
            new ClockWindow(Duration.ofSeconds(1), Duration.ofSeconds(1)),
            false,
            true);

    private PoloniexListing() {}
}
