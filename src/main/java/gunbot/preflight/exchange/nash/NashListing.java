package gunbot.preflight.exchange.nash;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.exchange.Standing;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Scope;
import java.util.List;
import java.util.Set;

/**
 * Nash's catalogue entry. Its keys have no switches: a key is a token of a type, and where money may go is decided by a list
 * of addresses that belongs to the key. Moving it between the user's own wallet and his trading contract is part of trading.
 */
final class NashListing {
    /** Every valid token reads the account. */
    static final String ANY_KEY = "(any key)";

    /** The type of a token that is an API key. */
    static final String API_TRADE = "API_TRADE";

    /** What the page shows a key to be "usable for", besides trading. */
    private static final String MOVEMENTS = "(movements)";

    static final String WHITE_LIST = "whitelistedAddresses";

    /** No notice of its closing was found, and no sign that it trades that is younger than November 2025. */
    static final Standing STANDING = new Standing(Standing.State.UNCERTAIN, null, false);

    static final Listing LISTING = new Listing(
            "nash",
            "Nash",
            Set.of("nashio", "nash"),
            List.of(Market.SPOT),
            List.of(
                    Box.required(ANY_KEY, "no box: every key can read", "", Scope.READ)
                            .noBox(),
                    Box.required(API_TRADE, "Trading", "", Scope.TRADE_SPOT).noBox(),
                    // between the user's own wallet and his trading contract; nothing tells of it, nothing takes it
                    // away
                    Box.allowed(MOVEMENTS, "Withdrawals and deposits", "", Scope.TRADE_SPOT)
                            .noBox(),
                    Box.forbidden(WHITE_LIST, "white-listed withdrawal addresses", "", Scope.WITHDRAW)
                            .noBox()),
            Set.of(),
            "https://app.nash.io",
            "API Keys",
            null, // requests carry a time, but how far off it may be is told nowhere
            false,
            false);

    private NashListing() {}
}
