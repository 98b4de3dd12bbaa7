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
 * @param print how sure we are of the label
 */
public record Box(
        String id, String label, String formerly, Scope scope, Part part, Expectation expectation, Print print) {

    /** A box whose label stands on the page. */
    public Box(String id, String label, String formerly, Scope scope, Part part, Expectation expectation) {
        this(id, label, formerly, scope, part, expectation, Print.PRINTED);
    }

    /** How a box counts for its scope. */
    public enum Part {
        /** The scope is ON only when all boxes of this kind are ticked. */
        TOGETHER,
        /** The scope is ON as soon as this box is ticked. */
        ALONE,
        /** It goes with the scope, but neither gives nor completes it. */
        BESIDE
    }

    /** Where a label comes from. */
    public enum Print {
        /** It stands on the exchange's page, in these words. */
        PRINTED,
        /** The page was not read: it is the name in the exchange's answers, or ours. */
        UNREAD,
        /** There is nothing to tick; the label says in our words what it is. */
        NO_BOX
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

    /** The same box, its label on the page being unknown. */
    public Box unread() {
        return new Box(id, label, formerly, scope, part, expectation, Print.UNREAD);
    }

    /** The same, where there is nothing to tick. */
    public Box noBox() {
        return new Box(id, label, formerly, scope, part, expectation, Print.NO_BOX);
    }
}
