package gunbot.preflight.exchange;

import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns the states of an exchange's boxes into the scopes that all exchanges share. */
public final class Boxes {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:/ -]{1,40}");

    private final List<Box> boxes;
    private final Map<String, State> states = new LinkedHashMap<>();
    private final List<Box> unjudged = new ArrayList<>();

    /** All boxes UNKNOWN at first. */
    public Boxes(List<Box> boxes) {
        this.boxes = boxes;
    }

    /** The state of one box by the exchange's name for it. */
    public Boxes set(String id, State state) {
        states.put(id, state);
        return this;
    }

    /**
     * A right that the exchange names and that our catalogue does not know: by its name a withdrawal or a transfer, else
     * OTHER, and ON. It is shown, so that a new right never passes unseen.
     */
    public Boxes unjudged(String name) {
        return unjudged(name, State.ON);
    }

    /** The same where the exchange names a new right, but not in a form that tells whether the key has it. */
    public Boxes unjudged(String name, State state) {
        var shown = NAME.matcher(name).matches() ? name : "(a name that cannot be shown)";
        var lower = name.toLowerCase(Locale.ROOT);
        var scope =
                lower.contains("withdraw") ? Scope.WITHDRAW : lower.contains("transfer") ? Scope.TRANSFER : Scope.OTHER;
        unjudged.add(Box.forbidden(name, shown, "", scope));
        return set(name, state);
    }

    public State state(String id) {
        return states.getOrDefault(id, State.UNKNOWN);
    }

    /** The scopes of these boxes; a scope that rests on nothing is left out. */
    public Map<Scope, Grant> grants(Evidence evidence) {
        var grants = new EnumMap<Scope, Grant>(Scope.class);
        for (var scope : Scope.values()) {
            var all = new ArrayList<>(boxes);
            all.addAll(unjudged);
            var mine = all.stream().filter(b -> b.scope() == scope).toList();
            if (!mine.isEmpty()) {
                var grant = grant(mine, evidence);
                if (grant.state() != State.UNKNOWN) {
                    grants.put(scope, grant);
                }
            }
        }
        return grants;
    }

    private Grant grant(List<Box> mine, Evidence evidence) {
        var together = mine.stream().filter(b -> b.part() == Box.Part.TOGETHER).toList();
        var alone = mine.stream().filter(b -> b.part() == Box.Part.ALONE).toList();
        var on = labels(mine, State.ON);
        var missing = labels(together, State.OFF);
        if (any(alone, State.ON) || (!together.isEmpty() && all(together, State.ON))) {
            return new Grant(State.ON, evidence, on, List.of());
        }
        // OFF only where no box that could still give the right is unknown
        boolean togetherOff = together.isEmpty() || !missing.isEmpty();
        boolean off = togetherOff && all(alone, State.OFF) && !(together.isEmpty() && alone.isEmpty());
        return off ? new Grant(State.OFF, evidence, on, missing) : Grant.UNKNOWN;
    }

    private List<String> labels(List<Box> of, State state) {
        return of.stream().filter(b -> state(b.id()) == state).map(Box::label).toList();
    }

    private boolean any(List<Box> of, State state) {
        return of.stream().anyMatch(b -> state(b.id()) == state);
    }

    private boolean all(List<Box> of, State state) {
        return of.stream().allMatch(b -> state(b.id()) == state);
    }
}
