package gunbot.preflight.gunbot;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with single places of a file that as a whole can be read. */
final class Notes {
    /** A file that is wrong everywhere is told by its first places and the number of the others. */
    static final int MOST = 50;

    private final List<Finding> findings = new ArrayList<>();
    private int more;

    /** A value of a type that means nothing at this place. */
    void type(String field, Node node) {
        add(finding("type", field, node.line()).with("found", node.type()));
    }

    /** Names that an object has more than once. */
    void repeats(String path, Node.Obj object) {
        for (var repeat : object.repeats()) {
            add(finding("duplicate", in(path, repeat.name()), repeat.line()));
        }
    }

    /** The path of a field, with its name as it may be shown. */
    static String in(String path, String name) {
        return path.isEmpty() ? Names.shown(name) : path + "." + Names.shown(name);
    }

    List<Finding> findings() {
        var all = new ArrayList<>(findings);
        if (more > 0) {
            all.add(Finding.of(Code.CONFIG_INVALID).variant("more").with("count", String.valueOf(more)));
        }
        return all;
    }

    private static Finding finding(String variant, String field, int line) {
        return Finding.of(Code.CONFIG_INVALID)
                .variant(variant)
                .with("field", field)
                .with("line", String.valueOf(line));
    }

    private void add(Finding finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        } else {
            more++;
        }
    }
}
