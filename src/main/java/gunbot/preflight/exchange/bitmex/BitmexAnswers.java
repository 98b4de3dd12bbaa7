package gunbot.preflight.exchange.bitmex;

import static gunbot.preflight.exchange.bitmex.BitmexListing.ANY_KEY;
import static gunbot.preflight.exchange.bitmex.BitmexListing.LISTING;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.facts.AccountMark;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.IpRestriction;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.State;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads {@code GET /apiKey}. No field of it tells an end of the key. */
final class BitmexAnswers {
    /** What the address fields hold, if anything, where every address may use the key. */
    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "0.0.0.0/0", "::/0");

    private BitmexAnswers() {}

    /**
     * The element of one key. The list may hold the user's other keys: of those nothing is looked at but the id, and
     * nothing is kept. Empty where the key is not in it, or not once.
     */
    static Optional<JsonNode> element(JsonNode list, String key) {
        var mine = StreamSupport.stream(list.spliterator(), false)
                .filter(element ->
                        list.isArray() && Json.text(element.path("id")).equals(key))
                .toList();
        return mine.size() == 1 ? Optional.of(mine.get(0)) : Optional.empty();
    }

    static Facts declaration(JsonNode element) {
        var facts = Facts.NONE
                .with(rights(element.path("permissions")).grants(Evidence.DECLARED))
                .with(addresses(element.path("cidr"), element.path("cidrs")))
                .with(account(element));
        facts = facts.unlessTold(facts.ip().state() != State.UNKNOWN, "cidr");
        return Json.state(element.path("enabled")) == State.OFF
                ? facts.with(Refusal.of(Code.INVALID_KEY, "enabled=false").variant("disabled"))
                : facts;
    }

    /** The account that the key acts for: not its maker's, where it was made for a sub-account. */
    private static AccountMark account(JsonNode element) {
        var target = Json.number(element.path("targetAccountId"));
        var account = target.isPresent() ? target : Json.number(element.path("userId"));
        return account.isPresent() ? AccountMark.of("account", String.valueOf(account.getAsLong())) : null;
    }

    private static Boxes rights(JsonNode permissions) {
        var boxes = new Boxes(LISTING.boxes());
        if (permissions.isArray()) {
            var listed = new HashSet<String>();
            permissions.forEach(permission -> listed.add(Json.text(permission)));
            // the schema allows elements of any type: beside one that is no text, what is not listed is not known
            boolean whole = !listed.remove("");
            LISTING.boxes().forEach(box -> {
                boolean on = listed.contains(box.id());
                boxes.set(box.id(), on || whole ? State.of(on) : State.UNKNOWN);
            });
            listed.stream().filter(id -> LISTING.box(id).isEmpty()).sorted().forEach(boxes::unjudged);
        }
        return boxes.set(ANY_KEY, State.ON);
    }

    /** Either field can say that there is a restriction; that there is none is believed only where both are told. */
    private static IpRestriction addresses(JsonNode cidr, JsonNode cidrs) {
        var blocks = new LinkedHashSet<String>();
        for (JsonNode block : cidrs) {
            if (!isBlock(block)) {
                return IpRestriction.UNKNOWN; // it may be one that lets everybody in
            }
            blocks.add(block.textValue());
        }
        if (blocks.stream().anyMatch(ANY_ADDRESS::contains)) {
            return new IpRestriction(State.OFF, List.of());
        }
        if (isBlock(cidr) && !ANY_ADDRESS.contains(cidr.textValue())) {
            blocks.add(cidr.textValue());
        }
        blocks.remove("");
        if (blocks.isEmpty()) {
            return isBlock(cidr) && cidrs.isArray() ? new IpRestriction(State.OFF, List.of()) : IpRestriction.UNKNOWN;
        }
        return new IpRestriction(State.ON, List.copyOf(blocks));
    }

    private static boolean isBlock(JsonNode node) {
        return node.isTextual() && (node.textValue().isEmpty() || IpRestriction.isAddress(node.textValue()));
    }
}
