package gunbot.preflight.exchange.binancefutures;

import static gunbot.preflight.exchange.binancefutures.BinanceFuturesListing.LISTING;
import static gunbot.preflight.exchange.binancefutures.BinanceFuturesListing.PORTFOLIO_MARGIN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.binance.BinanceAnswers;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;

/** Reads what Binance tells of a key and its account for trading futures. */
final class BinanceFuturesAnswers {
    static final String CAN_TRADE = "canTrade";

    private BinanceFuturesAnswers() {}

    /** The date that Binance may tell ends spot and margin trading alone. Without addresses nothing certain is known. */
    static Facts declaration(JsonNode declared) {
        var facts = BinanceAnswers.rights(declared, LISTING);
        return facts.with(facts.ip().state() == State.ON ? Expiry.NEVER : Expiry.UNKNOWN);
    }

    /** The same, once {@code account/info} has told which products the account has. */
    static Facts declaration(JsonNode declared, JsonNode info) {
        var portfolioMargin = Json.state(info.path("isPortfolioMarginRetailEnabled"));
        var facts = declaration(portfolioMargin == State.OFF ? withoutPortfolioMargin(declared) : declared)
                .with(Scope.TRADE_MARGIN, BinanceAnswers.margin(declared, info));
        if (portfolioMargin == State.ON) {
            facts = facts.with(setup("portfolio-margin", "isPortfolioMarginRetailEnabled=true"));
        }
        boolean closed = facts.grant(Scope.TRADE_FUTURES).state() == State.OFF
                && Json.state(info.path("isFutureEnabled")) == State.OFF;
        return closed ? facts.with(setup("futures", "isFutureEnabled=false")) : facts;
    }

    /** What the box shows on an account that has no portfolio margin is not known, and means nothing there. */
    private static JsonNode withoutPortfolioMargin(JsonNode declared) {
        var copy = declared.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.remove(PORTFOLIO_MARGIN);
        }
        return copy;
    }

    /**
     * The account's own leave to trade; {@code canWithdraw} beside it is no right of the key. An answer without it is none
     * about an account.
     */
    static Facts account(JsonNode account) {
        return switch (Json.state(account.path(CAN_TRADE))) {
            case ON -> Facts.NONE;
            case OFF -> Facts.refused(Refusal.of(Code.ACCOUNT_LOCKED, "canTrade=false"));
            case UNKNOWN -> Facts.refused(Refusal.of(Code.UNEXPECTED_ANSWER, "the answer tells no " + CAN_TRADE));
        };
    }

    /** The same beside what was declared: where it cannot be read, the declaration stands. */
    static Facts account(Facts declared, JsonNode account) {
        return account(account).refusals().stream()
                .findFirst()
                .map(refusal -> refusal.code() == Code.ACCOUNT_LOCKED
                        ? declared.with(refusal)
                        : declared.unlessTold(false, CAN_TRADE))
                .orElse(declared);
    }

    /** Locks of single symbols, which lift by themselves, do not count. */
    static boolean locked(JsonNode tradingStatus) {
        for (JsonNode indicator : tradingStatus.path("indicators").path("ACCOUNT")) {
            if (Json.state(indicator.path("isLocked")) == State.ON) {
                return true;
            }
        }
        return false;
    }

    private static Refusal setup(String variant, String words) {
        return Refusal.of(Code.ACCOUNT_SETUP, words).variant(variant);
    }
}
