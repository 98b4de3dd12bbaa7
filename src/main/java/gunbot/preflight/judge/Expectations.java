package gunbot.preflight.judge;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.keys.Role;

/** What the catalogue expects of a scope, by role. */
final class Expectations {
    private Expectations() {}

    static Expectation of(Listing listing, Scope scope, Market market, Role role) {
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

    /** Whether a ticked box is more than this key needs; a box that the catalogue does not know always is. */
    static boolean isExcess(Listing listing, Scope scope, String label, Role role) {
        var box = listing.boxes().stream()
                .filter(b -> b.scope() == scope && b.label().equals(label))
                .findFirst();
        if (box.isEmpty() || box.get().expectation() == Expectation.FORBIDDEN) {
            return true;
        }
        return role == Role.MASTER && scope != Scope.READ && box.get().part() != Box.Part.BESIDE;
    }
}
