package gunbot.preflight.page;

import java.util.List;

/**
 * One key on the status page.
 *
 * @param anchor its id on the page
 * @param exchange the exchange's own name
 * @param guide the path of its guide, or null where there is none
 * @param verdict in words
 * @param about market, role and hint, in words
 * @param rights none where the key was not asked
 * @param notes what there is to know and to do, gravest first
 * @param evidence what it rests on: label and value
 */
public record Card(
        String anchor,
        String name,
        String exchange,
        String guide,
        Tone tone,
        String verdict,
        List<String> about,
        List<Right> rights,
        List<Fact> facts,
        List<Note> notes,
        List<Fact> evidence) {

    /**
     * A labelled value.
     *
     * @param tone how it is to be taken
     */
    public record Fact(String label, String value, Tone tone) {}
}
