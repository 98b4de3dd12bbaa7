package gunbot.preflight.exchange.binancefutures;

import static gunbot.preflight.exchange.binance.BinanceListing.MARGIN;
import static gunbot.preflight.exchange.binance.BinanceListing.SPOT_AND_MARGIN;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Box.Part;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.exchange.binance.BinanceListing;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Scope;
import java.util.List;
import java.util.Set;

/**
 * The catalogue entry of Binance's futures: the boxes of the same page as for spot, weighed for a bot that trades
 * futures. "Enable Futures" covers USD-M and COIN-M.
 */
final class BinanceFuturesListing {
    static final String FUTURES = "enableFutures";
    static final String PORTFOLIO_MARGIN = "enablePortfolioMarginTrading";

    private static final List<Box> OWN = List.of(
            Box.required(FUTURES, "Enable Futures", "Enable Future", Scope.TRADE_FUTURES),
            // orders through a host of its own, of no use to a bot that trades on the usual ones
            new Box(
                    PORTFOLIO_MARGIN,
                    "Enable Portfolio Margin Trading",
                    "",
                    Scope.TRADE_FUTURES,
                    Part.BESIDE,
                    Expectation.FORBIDDEN),
            spotAndMargin(Scope.TRADE_SPOT, Part.ALONE),
            spotAndMargin(Scope.TRADE_MARGIN, Part.BESIDE),
            new Box(
                    MARGIN,
                    "Enable Margin Loan, Repay & Transfer",
                    "Enable Margin",
                    Scope.TRADE_MARGIN,
                    Part.ALONE,
                    Expectation.ALLOWED));

    static final Listing LISTING = new Listing(
            "binance-futures",
            "Binance Futures",
            Set.of("binancefutures", "binance"),
            List.of(Market.FUTURES, Market.DELIVERY),
            BinanceListing.withCommon("Read Only", OWN),
            Set.of(),
            BinanceListing.KEY_PAGE,
            BinanceListing.KEY_PAGE_NAME,
            BinanceListing.WINDOW,
            false,
            true);

    private BinanceFuturesListing() {}

    /** Gunbot's page has it ticked for a futures key: one key may serve both. */
    private static Box spotAndMargin(Scope scope, Part part) {
        return new Box(
                SPOT_AND_MARGIN, "Enable Spot & Margin Trading", "Enable Trading", scope, part, Expectation.ALLOWED);
    }
}
