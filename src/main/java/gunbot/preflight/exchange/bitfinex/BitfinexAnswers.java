package gunbot.preflight.exchange.bitfinex;

import static gunbot.preflight.exchange.bitfinex.BitfinexListing.LISTING;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.State;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the permissions: rows {@code [scope, read, write]}, looked up by name, since number and order of rows differ. A
 * scope without a row is one that was not granted; but where the rows that matter most are missing, the answer is not
 * understood, and then a ticked box is all that it can tell.
 */
final class BitfinexAnswers {
    private static final Set<String> NEVER_MISSING = Set.of("orders", "wallets", "withdraw");

    /** Needed by the bot, and missing from older answers for a reason that nobody knows: not told is not "off". */
    private static final String HISTORY = "history:";

    private static final int COLUMNS = 3;

    private BitfinexAnswers() {}

    static Facts declaration(JsonNode told) {
        if (!told.isArray()) {
            return Facts.NONE;
        }
        boolean understood = isUnderstood(told);
        var boxes = new Boxes(LISTING.boxes());
        LISTING.boxes().stream()
                .map(Box::id)
                .filter(id -> understood && !id.startsWith(HISTORY))
                .forEach(id -> boxes.set(id, State.OFF));
        told.forEach(row -> tick(boxes, row, understood));
        return Facts.NONE.with(boxes.grants(Evidence.DECLARED));
    }

    private static boolean isUnderstood(JsonNode told) {
        var names = new HashSet<String>();
        for (JsonNode row : told) {
            var name = Json.text(row.path(0));
            boolean readable = isKnown(name) || sides(row).stream().noneMatch(State.UNKNOWN::equals);
            if (row.size() != COLUMNS || name.isEmpty() || !readable || !names.add(name)) {
                return false;
            }
        }
        return names.containsAll(NEVER_MISSING);
    }

    private static void tick(Boxes boxes, JsonNode row, boolean understood) {
        var name = Json.text(row.path(0));
        if (name.isEmpty() || row.size() != COLUMNS) {
            return; // where a column is missing or twice, no other can be told from its neighbour
        }
        var sides = sides(row);
        if (isKnown(name)) {
            set(boxes, name + ":r", sides.get(0), understood);
            set(boxes, name + ":w", sides.get(1), understood);
        } else if (sides.contains(State.ON)) {
            boxes.unjudged(name);
        }
    }

    private static void set(Boxes boxes, String id, State state, boolean understood) {
        if (understood || state == State.ON) {
            boxes.set(id, state);
        }
    }

    private static boolean isKnown(String name) {
        return LISTING.boxes().stream().anyMatch(box -> box.id().startsWith(name + ":"));
    }

    private static List<State> sides(JsonNode row) {
        return List.of(state(row.path(1)), state(row.path(2)));
    }

    /** 1 and 0, or true and false. */
    private static State state(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return Json.state(node);
        }
        var number = Json.number(node).orElse(-1);
        return number == 0 || number == 1 ? State.of(number == 1) : State.UNKNOWN;
    }
}
