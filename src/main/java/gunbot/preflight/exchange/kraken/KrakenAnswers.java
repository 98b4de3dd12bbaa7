package gunbot.preflight.exchange.kraken;

import static gunbot.preflight.exchange.kraken.KrakenListing.LISTING;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.facts.AccountMark;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.IpRestriction;
import gunbot.preflight.facts.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Reads {@code GetApiKeyInfo}. Documented in camel case, recorded in snake case with numbers as text: both are accepted.
 */
final class KrakenAnswers {
    /** The end of the year 9999: whatever is later is no date. */
    private static final long LATEST = 253_402_300_799L;

    private KrakenAnswers() {}

    static Facts declaration(JsonNode told) {
        var facts = Facts.NONE
                .with(addresses(either(told, "ipAllowlist", "ip_allowlist")))
                .with(expiry(either(told, "validUntil", "valid_until")))
                .with(account(Json.text(told.path("iban"))));
        var permissions = told.path("permissions");
        if (!permissions.isArray()) {
            return facts; // not told is not "no rights"
        }
        return limits(told, facts.with(boxes(permissions).grants(Evidence.DECLARED)))
                .unlessTold(facts.ip().state() != State.UNKNOWN, "ipAllowlist")
                .unlessTold(facts.expiry().state() != Expiry.Kind.UNKNOWN, "validUntil");
    }

    /** The account's own number, of which nothing is kept but the mark; the same in groups of four or without blanks. */
    private static AccountMark account(String iban) {
        var plain = iban.replaceAll("\\s", "");
        return plain.isEmpty() ? null : AccountMark.of("iban", plain);
    }

    private static Boxes boxes(JsonNode permissions) {
        var boxes = new Boxes(LISTING.boxes());
        var listed = new HashSet<String>();
        permissions.forEach(permission -> listed.add(Json.text(permission)));
        if (!permissions.isEmpty() && listed.contains("")) {
            // an element that is no text: the list cannot be trusted to be whole
            listed.remove("");
            listed.stream().filter(id -> LISTING.box(id).isPresent()).forEach(id -> boxes.set(id, State.ON));
        } else {
            LISTING.boxes().stream().map(Box::id).forEach(id -> boxes.set(id, State.of(listed.contains(id))));
        }
        listed.stream().filter(id -> LISTING.box(id).isEmpty()).sorted().forEach(boxes::unjudged);
        return boxes;
    }

    /** No restriction is an empty list, or a list of one empty text. */
    private static IpRestriction addresses(JsonNode list) {
        if (!list.isArray()) {
            return IpRestriction.UNKNOWN;
        }
        var addresses = new ArrayList<String>();
        for (JsonNode address : list) {
            if (!address.isTextual()) {
                return IpRestriction.UNKNOWN;
            }
            if (!address.textValue().isBlank()) {
                addresses.add(address.textValue());
            }
        }
        return IpRestriction.of(List.copyOf(addresses));
    }

    private static Expiry expiry(JsonNode seconds) {
        var until = Json.number(seconds);
        if (until.isEmpty() || until.getAsLong() < 0 || until.getAsLong() > LATEST) {
            return Expiry.UNKNOWN;
        }
        return until.getAsLong() == 0 ? Expiry.NEVER : Expiry.at(Instant.ofEpochSecond(until.getAsLong()));
    }

    /** A query start or end date hides a part of the history from the bot. */
    private static Facts limits(JsonNode told, Facts facts) {
        var from = Json.number(either(told, "queryFrom", "query_from")).orElse(0);
        var to = Json.number(either(told, "queryTo", "query_to")).orElse(0);
        return from == 0 && to == 0
                ? facts
                : facts.with(Finding.of(Code.HISTORY_LIMITED).evidence("queryFrom=" + from + ", queryTo=" + to));
    }

    private static JsonNode either(JsonNode told, String camel, String snake) {
        return told.has(camel) ? told.path(camel) : told.path(snake);
    }
}
