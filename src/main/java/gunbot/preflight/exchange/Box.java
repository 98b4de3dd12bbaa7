package gunbot.preflight.exchange;

import gunbot.preflight.facts.Scope;

/**
 * One box that can be ticked for a key on an exchange's page.
 *
 * @param id the exchange's name for it in its answers
 * @param label what stands beside the box today
 * @param formerly what stood there before, or empty
 * @param scope the right that it belongs to
 * @param part how it counts for that right
 * @param expectation what a trading key is expected to have
 */
public record Box(String id, String label, String formerly, Scope scope, Part part, Expectation expectation) {

    /** How a box counts for its scope. */
    public enum Part {
        /** The scope is ON only when all boxes of this kind are ticked. */
        TOGETHER,
        /** The scope is ON as soon as this box is ticked. */
        ALONE,
        /** It goes with the scope, but neither gives nor completes it. */
        BESIDE
    }

    public static Box required(String id, String label, String formerly, Scope scope) {
        return new Box(id, label, formerly, scope, Part.TOGETHER, Expectation.REQUIRED);
    }

    public static Box allowed(String id, String label, String formerly, Scope scope) {
        return new Box(id, label, formerly, scope, Part.BESIDE, Expectation.ALLOWED);
    }

    public static Box forbidden(String id, String label, String formerly, Scope scope) {
        return new Box(id, label, formerly, scope, Part.ALONE, Expectation.FORBIDDEN);
    }
}
