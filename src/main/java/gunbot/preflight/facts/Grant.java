package gunbot.preflight.facts;

import java.util.List;

/**
 * What is known of one scope of a key.
 *
 * @param state whether the key has the right
 * @param evidence what the state rests on; NONE with UNKNOWN alone
 * @param on labels of the boxes of this scope that are ticked, in the exchange's words
 * @param missing labels of the boxes that this scope needs and that are not ticked
 */
public record Grant(State state, Evidence evidence, List<String> on, List<String> missing) {
    public static final Grant UNKNOWN = new Grant(State.UNKNOWN, Evidence.NONE, List.of(), List.of());

    public Grant {
        if ((state == State.UNKNOWN) != (evidence == Evidence.NONE)) {
            throw new IllegalArgumentException("a state without evidence is UNKNOWN: " + state + ", " + evidence);
        }
        on = List.copyOf(on);
        missing = List.copyOf(missing);
    }
}
