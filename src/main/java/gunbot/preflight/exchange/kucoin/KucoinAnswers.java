package gunbot.preflight.exchange.kucoin;

import static gunbot.preflight.exchange.kucoin.KucoinListing.FUTURES;
import static gunbot.preflight.exchange.kucoin.KucoinListing.LISTING;
import static gunbot.preflight.exchange.kucoin.KucoinListing.MARGIN;
import static gunbot.preflight.exchange.kucoin.KucoinListing.SPOT;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.facts.AccountMark;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.IpRestriction;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the key information: the tokens of {@code permission}, the address list, the kind of account. */
final class KucoinAnswers {
    /** Older and possible other names of a token, in lower case. */
    private static final Map<String, String> ALIASES = Map.of(
            "trade", SPOT,
            "withdrawal", "Transfer",
            "withdraw", "Transfer",
            "flextransfers", "InnerTransfer");

    private KucoinAnswers() {}

    /**
     * @param unified whether it is a unified account's answer, which tells no address list and may give the right to
     *     trade under a token of its own
     */
    static Facts declaration(JsonNode told, boolean unified) {
        var permission = told.path("permission");
        if (!permission.isTextual() || permission.textValue().isBlank()) {
            return Facts.NONE; // not told is not "no rights"; a key without any could not have asked
        }
        var boxes = new Boxes(LISTING.boxes());
        LISTING.boxes().stream().map(Box::id).forEach(id -> boxes.set(id, State.OFF));
        Arrays.stream(permission.textValue().split(","))
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .forEach(token -> tick(boxes, token, unified));
        var ip = unified && !told.hasNonNull("ipWhitelist")
                ? IpRestriction.UNKNOWN
                : addresses(told.path("ipWhitelist"));
        var facts = Facts.NONE.with(boxes.grants(Evidence.DECLARED)).with(ip);
        return facts.with(expiry(facts))
                .with(account(told.path("uid")))
                .unlessTold(ip.state() != State.UNKNOWN || unified && !told.hasNonNull("ipWhitelist"), "ipWhitelist");
    }

    private static AccountMark account(JsonNode uid) {
        return Json.number(uid).isPresent()
                ? AccountMark.of("uid", String.valueOf(Json.number(uid).getAsLong()))
                : null;
    }

    private static void tick(Boxes boxes, String token, boolean unified) {
        var lower = token.toLowerCase(Locale.ROOT);
        var id = ALIASES.getOrDefault(lower, token);
        var known = LISTING.boxes().stream()
                .map(Box::id)
                .filter(id::equalsIgnoreCase)
                .findFirst();
        if (known.isPresent()) {
            boxes.set(known.get(), State.ON);
            if (lower.equals("trade")) {
                perhaps(boxes, MARGIN); // on old keys one box may have been both
            }
            return;
        }
        boxes.unjudged(token);
        if (unified) { // the unknown token may well be the right to trade, whatever the market
            perhaps(boxes, SPOT);
            perhaps(boxes, MARGIN);
            perhaps(boxes, FUTURES);
        }
    }

    private static void perhaps(Boxes boxes, String id) {
        if (boxes.state(id) == State.OFF) {
            boxes.set(id, State.UNKNOWN);
        }
    }

    /** Missing or empty: no restriction. Hidden middle parts ({@code 203.**.154}) are kept as they are. */
    private static IpRestriction addresses(JsonNode list) {
        if (list.isMissingNode() || list.isNull()) {
            return new IpRestriction(State.OFF, List.of());
        }
        if (!list.isTextual()) {
            return IpRestriction.UNKNOWN;
        }
        var addresses = Arrays.stream(list.textValue().split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        return IpRestriction.of(addresses);
    }

    /** A key that can trade and is bound to no address lapses after 30 idle days; General alone never; else not told. */
    private static Expiry expiry(Facts facts) {
        var trades = List.of(Scope.TRADE_SPOT, Scope.TRADE_MARGIN, Scope.TRADE_FUTURES).stream()
                .map(scope -> facts.grant(scope).state())
                .toList();
        if (trades.contains(State.ON)) {
            return facts.ip().state() == State.OFF ? Expiry.POLICY : Expiry.UNKNOWN;
        }
        var onlyGeneral = facts.grants().entrySet().stream()
                .allMatch(grant ->
                        (grant.getKey() == Scope.READ) == (grant.getValue().state() == State.ON));
        return onlyGeneral && !trades.contains(State.UNKNOWN) ? Expiry.NEVER : Expiry.UNKNOWN;
    }
}
