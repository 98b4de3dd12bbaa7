package gunbot.preflight.judge;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.keys.Role;
import java.util.List;

/**
 * What the catalogue expects of a key, by what it is for. Pure, and the one place for it: keys are judged by it, and the
 * guides say the same of each box.
 */
public final class Expectations {
    private Expectations() {}

    /** What is expected of a scope. */
    public static Expectation of(Listing listing, Scope scope, Market market, Role role) {
        if (role == Role.MASTER) {
            return scope == Scope.READ ? Expectation.REQUIRED : Expectation.FORBIDDEN;
        }
        if (scope == Scope.READ || scope == listing.tradeScope(market)) {
            return Expectation.REQUIRED;
        }
        var boxes = listing.boxes().stream().filter(box -> box.scope() == scope).toList();
        return boxes.stream().allMatch(box -> box.expectation() == Expectation.FORBIDDEN)
                ? Expectation.FORBIDDEN
                : Expectation.ALLOWED;
    }

    /**
     * What is expected of a box, over all scopes that it belongs to: REQUIRED where its absence blocks the key, FORBIDDEN
     * where its presence is told of.
     *
     * @param id the box's id
     */
    public static Expectation of(Listing listing, String id, Market market, Role role) {
        if (needs(listing, market, role).contains(id)) {
            return Expectation.REQUIRED;
        }
        return listing.boxes().stream()
                        .filter(box -> box.id().equals(id))
                        .anyMatch(box -> isExcess(listing, box.scope(), box.label(), market, role))
                ? Expectation.FORBIDDEN
                : Expectation.ALLOWED;
    }

    /** Whether a ticked box is more than this key needs; a box that the catalogue does not know always is. */
    static boolean isExcess(Listing listing, Scope scope, String label, Market market, Role role) {
        var box = listing.boxes().stream()
                .filter(b -> b.scope() == scope && b.label().equals(label))
                .findFirst();
        if (box.isEmpty()) {
            return true;
        }
        if (needs(listing, market, role).contains(box.get().id())) {
            return false; // it may be more than is needed on another market
        }
        return box.get().expectation() == Expectation.FORBIDDEN
                || role == Role.MASTER && scope != Scope.READ && isFirst(listing, box.get());
    }

    /** The ids of the boxes without which a key cannot do its work. */
    private static List<String> needs(Listing listing, Market market, Role role) {
        return listing.boxes().stream()
                .filter(box -> box.part() == Box.Part.TOGETHER)
                .filter(box -> of(listing, box.scope(), market, role) == Expectation.REQUIRED)
                .map(Box::id)
                .toList();
    }

    /** A box that belongs to several scopes is told of once. */
    private static boolean isFirst(Listing listing, Box box) {
        return listing.box(box.id()).orElseThrow().equals(box);
    }
}
