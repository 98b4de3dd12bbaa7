package gunbot.preflight.page;

import java.util.List;

/**
 * The status page without its frame.
 *
 * @param tone of the verdict
 * @param title the verdict in words
 * @param gate what the gate does, in words
 * @param waitingFor the entries that the gate waits for
 * @param tally how many keys are in which state
 * @param facts when it was checked, and from what
 * @param notes what concerns no single key
 * @param inUse keys in use, the gravest first
 * @param others all other keys
 * @param running whether a check runs
 * @param again after how many seconds a check may be asked for, where one was asked for too early; else 0
 * @param stamp tells this report from another, and a shut gate from an open one
 * @param refresh seconds after which a browser without scripts asks again
 */
public record StatusPage(
        Tone tone,
        String title,
        String gate,
        boolean gateOpen,
        List<Waiting> waitingFor,
        List<Tally> tally,
        List<Card.Fact> facts,
        List<Note> notes,
        List<Card> inUse,
        List<Card> others,
        boolean running,
        int again,
        String stamp,
        int refresh) {

    /** What there is before the first report: nothing but a check that runs. */
    static final StatusPage CHECKING = new StatusPage(
            Tone.QUIET,
            "",
            "",
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            true,
            0,
            "",
            2);

    /** An entry that the gate waits for, and where it stands on the page; null where it has no card there. */
    public record Waiting(String name, String anchor) {}

    /** How many keys are in a state. */
    public record Tally(Tone tone, int keys, String verdict) {}

    public int keysInUse() {
        return inUse.size();
    }

    public int otherKeys() {
        return others.size();
    }

    public int keys() {
        return inUse.size() + others.size();
    }
}
