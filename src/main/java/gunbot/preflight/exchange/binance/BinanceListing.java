package gunbot.preflight.exchange.binance;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Box.Part;
import gunbot.preflight.exchange.ClockWindow;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Binance's catalogue entry: the boxes of its API Management page, some of them shared with its futures. */
public final class BinanceListing {
    public static final String SPOT_AND_MARGIN = "enableSpotAndMarginTrading";
    public static final String MARGIN = "enableMargin";
    public static final String READING = "enableReading";
    public static final String KEY_PAGE = "https://www.binance.com/en/my/settings/api-management";
    public static final String KEY_PAGE_NAME = "API Management";

    /** A request is taken when it is less than 1,000 ms ahead and at most recvWindow behind. */
    public static final ClockWindow WINDOW = new ClockWindow(Duration.ofMillis(1000), Duration.ofMillis(5000));

    private static final List<Box> OWN = List.of(
            Box.required(SPOT_AND_MARGIN, "Enable Spot & Margin Trading", "Enable Trading", Scope.TRADE_SPOT),
            // the same box gives margin orders where the account has margin: nobody can untick that alone
            new Box(
                    SPOT_AND_MARGIN,
                    "Enable Spot & Margin Trading",
                    "Enable Trading",
                    Scope.TRADE_MARGIN,
                    Part.TOGETHER,
                    Expectation.ALLOWED),
            Box.forbidden(MARGIN, "Enable Margin Loan, Repay & Transfer", "Enable Margin", Scope.TRADE_MARGIN),
            Box.forbidden("enableFutures", "Enable Futures", "", Scope.TRADE_FUTURES),
            Box.forbidden("enablePortfolioMarginTrading", "Enable Portfolio Margin Trading", "", Scope.TRADE_FUTURES));

    /** One key serves spot and futures: these boxes are judged alike for both. */
    private static final List<Box> COMMON = List.of(
            Box.forbidden("enableWithdrawals", "Enable Withdrawals", "", Scope.WITHDRAW),
            Box.forbidden("permitsUniversalTransfer", "Permits Universal Transfer", "", Scope.TRANSFER),
            Box.forbidden("enableInternalTransfer", "Enable Internal Transfer", "", Scope.TRANSFER),
            Box.forbidden("enableVanillaOptions", "Enable European Options", "Enable Vanilla Options", Scope.OTHER),
            Box.forbidden("enableFixApiTrade", "FIX API trading", "", Scope.OTHER),
            Box.allowed("enableFixReadOnly", "FIX API reading", "", Scope.READ));

    static final Listing LISTING = new Listing(
            "binance",
            "Binance",
            Set.of("binance"),
            List.of(Market.SPOT, Market.MARGIN),
            withCommon("Read Info", OWN),
            Set.of(),
            KEY_PAGE,
            KEY_PAGE_NAME,
            WINDOW,
            false,
            true);

    private BinanceListing() {}

    /**
     * The boxes that count for one product alone, among those of the whole key, in the order of the page.
     *
     * @param reading what the box to read was called formerly
     */
    public static List<Box> withCommon(String reading, List<Box> own) {
        var boxes = new ArrayList<Box>();
        boxes.add(Box.required(READING, "Enable Reading", reading, Scope.READ));
        boxes.addAll(own);
        boxes.addAll(COMMON);
        return List.copyOf(boxes);
    }
}
