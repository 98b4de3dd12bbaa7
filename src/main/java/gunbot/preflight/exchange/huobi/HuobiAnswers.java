package gunbot.preflight.exchange.huobi;

import static gunbot.preflight.exchange.huobi.HuobiListing.LISTING;
import static gunbot.preflight.exchange.huobi.HuobiListing.TRADE;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.IpRestriction;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what HTX tells of a key and of the account behind it. */
final class HuobiAnswers {
    private static final long LONGEST_DAYS = 100_000;

    /** Of an account: it works, or it is locked. */
    private static final Set<String> STATES = Set.of("working", "lock");

    private HuobiAnswers() {}

    /** The own key's entry: without our question for one key, or against it, all keys of the account are listed. */
    static Optional<JsonNode> ofKey(JsonNode list, String key) {
        for (JsonNode entry : list) {
            if (Json.text(entry.path("accessKey")).equals(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    static Facts declaration(JsonNode entry, Instant now) {
        if (Json.text(entry.path("status")).equalsIgnoreCase("expired")) {
            return Facts.refused(HuobiRefusals.expired("", "status=expired"));
        }
        var facts = Facts.NONE.with(rights(entry.path("permission"))).with(addresses(entry.path("ipAddresses")));
        return facts.with(expiry(entry.path("validDays"), facts, now))
                .unlessTold(facts.ip().state() != State.UNKNOWN, "ipAddresses")
                .unlessTold(days(entry.path("validDays")) >= -1, "validDays");
    }

    /** Every key can read, so an empty list is none; the order and letter case of the list do not count. */
    private static Map<Scope, Grant> rights(JsonNode permission) {
        var tokens = Arrays.stream(Json.text(permission).split(","))
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .toList();
        if (tokens.isEmpty()) {
            return Map.of(); // not told is not "no rights"
        }
        var boxes = new Boxes(LISTING.boxes());
        LISTING.boxes().stream().map(Box::id).forEach(id -> boxes.set(id, State.OFF));
        for (var token : tokens) {
            LISTING.boxes().stream()
                    .map(Box::id)
                    .filter(token::equalsIgnoreCase)
                    .findFirst()
                    .ifPresentOrElse(id -> boxes.set(id, State.ON), () -> boxes.unjudged(token));
        }
        return withProducts(boxes);
    }

    /** "Trade" reaches every product, and the user's own accounts; an unheard-of transfer right may do so as well. */
    private static Map<Scope, Grant> withProducts(Boxes boxes) {
        var grants = boxes.grants(Evidence.DECLARED);
        for (var scope : List.of(Scope.TRADE_MARGIN, Scope.TRADE_FUTURES, Scope.TRANSFER)) {
            grants.putIfAbsent(scope, trade(boxes.state(TRADE), Evidence.DECLARED));
        }
        return grants;
    }

    /** A grant that rests on "Trade" alone. */
    static Grant trade(State state, Evidence evidence) {
        var label = LISTING.labels(TRADE);
        return state == State.ON
                ? new Grant(state, evidence, label, List.of())
                : new Grant(state, evidence, List.of(), label);
    }

    /** An empty text is no restriction; without the field nothing is told. */
    private static IpRestriction addresses(JsonNode list) {
        if (!list.isTextual()) {
            return IpRestriction.UNKNOWN;
        }
        var addresses = Arrays.stream(list.textValue().split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        return IpRestriction.of(addresses);
    }

    /**
     * Days that are left, or -1 for no end. A key that can trade or withdraw and is bound to no address lapses after 90
     * days without use, whatever is told. Days are counted to the beginning of the last one, in UTC: the earliest end, and
     * the same at every check of a day.
     */
    private static Expiry expiry(JsonNode validDays, Facts facts, Instant now) {
        var days = days(validDays);
        if (days >= 0) {
            var last = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(Math.max(1, days));
            return Expiry.at(last.atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        var bound = facts.ip().state();
        boolean moves = facts.grant(Scope.TRADE_SPOT).state() == State.ON
                || facts.grant(Scope.WITHDRAW).state() == State.ON;
        if (bound == State.OFF && moves) {
            return Expiry.POLICY;
        }
        boolean lapsesNever = bound == State.ON
                || facts.grant(Scope.TRADE_SPOT).state() == State.OFF
                        && facts.grant(Scope.WITHDRAW).state() == State.OFF;
        return days == -1 && lapsesNever ? Expiry.NEVER : Expiry.UNKNOWN;
    }

    /** Days that are left, -1 for no end; less than that where it is not told. */
    private static long days(JsonNode validDays) {
        var days = Json.number(validDays).orElse(Long.MIN_VALUE);
        return days < LONGEST_DAYS ? days : Long.MIN_VALUE;
    }

    /** Whether the account that Gunbot trades with is told, and its state with it. */
    static boolean spotTold(JsonNode accounts) {
        for (JsonNode account : accounts) {
            if (Json.text(account.path("type")).equals("spot")) {
                return STATES.contains(Json.text(account.path("state")));
            }
        }
        return false;
    }

    /** Whether the account that Gunbot trades with is locked. */
    static boolean spotLocked(JsonNode accounts) {
        for (JsonNode account : accounts) {
            if (Json.text(account.path("type")).equals("spot")
                    && Json.text(account.path("state")).equals("lock")) {
                return true;
            }
        }
        return false;
    }
}
