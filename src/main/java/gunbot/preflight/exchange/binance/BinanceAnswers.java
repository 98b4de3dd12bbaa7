package gunbot.preflight.exchange.binance;

import static gunbot.preflight.exchange.binance.BinanceListing.LISTING;
import static gunbot.preflight.exchange.binance.BinanceListing.MARGIN;
import static gunbot.preflight.exchange.binance.BinanceListing.SPOT_AND_MARGIN;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.IpRestriction;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import java.time.Instant;
import java.util.List;

/** Reads what Binance declares of a key, for spot and for its futures. */
public final class BinanceAnswers {
    private static final String TRADING_ENDS = "tradingAuthorityExpirationTime";

    private BinanceAnswers() {}

    /** The answer of {@code apiRestrictions} for a key that trades spot. */
    static Facts declaration(JsonNode told) {
        var facts = rights(told, LISTING);
        var trading = Json.state(told.path(SPOT_AND_MARGIN));
        var expiry = expiry(told, facts.ip().state(), trading);
        return facts.with(expiry)
                .unlessTold(!told.hasNonNull(TRADING_ENDS) || expiry.state() == Expiry.Kind.AT, TRADING_ENDS);
    }

    /**
     * Rights and addresses out of the answer of {@code apiRestrictions}, by the boxes of a listing. A boolean that is
     * absent was not told: it is UNKNOWN, not OFF.
     */
    public static Facts rights(JsonNode told, Listing listing) {
        var boxes = new Boxes(listing.boxes());
        told.properties().forEach(field -> {
            var name = field.getKey();
            if (listing.box(name).isPresent()) {
                boxes.set(name, Json.state(field.getValue()));
            } else if (isRight(name) && Json.state(field.getValue()) != State.OFF) {
                boxes.unjudged(name, Json.state(field.getValue()));
            }
        });
        return Facts.NONE
                .with(boxes.grants(Evidence.DECLARED))
                .with(Scope.TRADE_MARGIN, margin(boxes, State.UNKNOWN))
                .with(new IpRestriction(Json.state(told.path("ipRestrict")), List.of()))
                .unlessTold(told.path("ipRestrict").isBoolean(), "ipRestrict");
    }

    /**
     * Margin trading once {@code account/info} has told whether the account has margin at all.
     *
     * @param declared the answer of {@code apiRestrictions}
     */
    public static Grant margin(JsonNode declared, JsonNode info) {
        var boxes = new Boxes(LISTING.boxes())
                .set(MARGIN, Json.state(declared.path(MARGIN)))
                .set(SPOT_AND_MARGIN, Json.state(declared.path(SPOT_AND_MARGIN)));
        return margin(boxes, Json.state(info.path("isMarginEnabled")));
    }

    /** What {@code account/info} adds: margin trading, and that the account has none where the bot is to trade on margin. */
    static Facts account(Facts facts, JsonNode declared, JsonNode info, Market market) {
        var known = facts.with(Scope.TRADE_MARGIN, margin(declared, info));
        boolean closed = known.grant(Scope.TRADE_MARGIN).state() == State.OFF
                && Json.state(info.path("isMarginEnabled")) == State.OFF;
        return closed && market == Market.MARGIN
                ? known.with(
                        Refusal.of(Code.ACCOUNT_SETUP, "isMarginEnabled=false").variant("margin"))
                : known;
    }

    private static Grant margin(Boxes boxes, State account) {
        var loans = boxes.state(MARGIN);
        var orders = boxes.state(SPOT_AND_MARGIN);
        if (loans == State.ON) {
            return new Grant(State.ON, Evidence.DECLARED, LISTING.labels(MARGIN), List.of());
        }
        if (orders == State.ON && account == State.ON) {
            return new Grant(State.ON, Evidence.DECLARED, LISTING.labels(SPOT_AND_MARGIN), List.of());
        }
        boolean off = loans == State.OFF && (orders == State.OFF || account == State.OFF);
        var missing = orders == State.OFF ? LISTING.labels(SPOT_AND_MARGIN) : List.<String>of();
        return off ? new Grant(State.OFF, Evidence.DECLARED, List.of(), missing) : Grant.UNKNOWN;
    }

    /** Without an address list "Enable Spot & Margin Trading" lasts 30 days from being ticked; with one it stays. */
    private static Expiry expiry(JsonNode told, State restricted, State trading) {
        if (told.hasNonNull(TRADING_ENDS)) {
            var at = Json.number(told.path(TRADING_ENDS)).orElse(0);
            return at > 0 ? Expiry.at(Instant.ofEpochMilli(at)) : Expiry.UNKNOWN;
        }
        if (restricted == State.ON) {
            return Expiry.NEVER;
        }
        return restricted == State.OFF && trading == State.ON ? Expiry.POLICY : Expiry.UNKNOWN;
    }

    private static boolean isRight(String name) {
        return name.startsWith("enable") || name.startsWith("permits");
    }
}
