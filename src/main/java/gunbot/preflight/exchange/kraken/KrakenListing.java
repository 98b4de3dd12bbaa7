package gunbot.preflight.exchange.kraken;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Scope;
import java.util.List;
import java.util.Set;

/** Kraken's catalogue entry: the boxes of the key form of Kraken Pro. Margin needs no box of its own. */
final class KrakenListing {
    static final String FUNDS = "query-funds";
    static final String OPEN = "query-open-trades";
    static final String CLOSED = "query-closed-trades";
    static final String MODIFY = "modify-trades";
    static final String CLOSE = "close-trades";
    static final String WITHDRAW = "withdraw-funds";

    private static final List<Box> BOXES = List.of(
            Box.required(FUNDS, "Funds permissions - Query", "Query Funds", Scope.READ),
            Box.required(
                    OPEN, "Orders and trades - Query open orders & trades", "Query Open Orders & Trades", Scope.READ),
            Box.required(
                    CLOSED,
                    "Orders and trades - Query closed orders & trades",
                    "Query Closed Orders & Trades",
                    Scope.READ),
            Box.allowed("query-ledger", "Data - Query ledger entries", "Query Ledger Entries", Scope.READ),
            Box.allowed("export-data", "Data - Export data", "Export Data", Scope.READ),
            Box.allowed("create-ws-token", "WebSocket interface - On", "Access WebSockets API", Scope.READ),
            Box.required(MODIFY, "Orders and trades - Create & modify orders", "Modify Orders", Scope.TRADE_SPOT),
            Box.required(CLOSE, "Orders and trades - Cancel & close orders", "Cancel/Close Orders", Scope.TRADE_SPOT),
            Box.forbidden(WITHDRAW, "Funds permissions - Withdraw", "Withdraw Funds", Scope.WITHDRAW),
            Box.forbidden("add-withdraw-address", "Add withdrawal addresses", "", Scope.WITHDRAW),
            Box.forbidden("update-withdraw-address", "Update withdrawal addresses", "", Scope.WITHDRAW),
            Box.forbidden("add-funds", "Funds permissions - Deposit", "Deposit Funds", Scope.DEPOSIT),
            Box.forbidden("earn-funds", "Funds permissions - Earn", "", Scope.EARN));

    static final Listing LISTING = new Listing(
            "kraken",
            "Kraken",
            Set.of("kraken"),
            List.of(Market.SPOT, Market.MARGIN),
            BOXES,
            Set.of(),
            "https://pro.kraken.com/app/settings/api",
            "API",
            null,
            true,
            true);

    private KrakenListing() {}
}
