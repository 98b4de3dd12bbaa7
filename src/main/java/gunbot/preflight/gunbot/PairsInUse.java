package gunbot.preflight.gunbot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which entries trade, by the section {@code pairs}. Where a section is of a wrong type this cannot be told, and an entry
 * counts as used: taken as idle, its key would not be judged at all.
 *
 * @param exact names of entries that have an enabled pair
 * @param loose names in lower case that have an enabled pair, but no entry of exactly that name
 * @param orphans names that have an enabled pair but no entry at all, as they may be shown
 * @param untold whether the whole section cannot be understood
 */
record PairsInUse(Set<String> exact, Set<String> loose, Set<String> others, List<String> orphans, boolean untold) {
    static PairsInUse of(Node pairs, Set<String> entries, Notes notes) {
        var exact = new HashSet<String>();
        var loose = new HashSet<String>();
        var others = new HashSet<String>();
        var orphans = new ArrayList<String>();
        if (pairs instanceof Node.Obj object) {
            notes.repeats("pairs", object);
            var known = entries.stream().map(PairsInUse::lower).collect(Collectors.toSet());
            object.fields().forEach((name, list) -> {
                if (!hasEnabled(Notes.in("pairs", name), list, notes)) {
                    return;
                }
                if (entries.contains(name)) {
                    exact.add(name);
                } else if (known.contains(lower(name))) {
                    loose.add(lower(name));
                } else {
                    others.add(lower(name));
                    orphans.add(Names.shown(name));
                }
            });
        } else if (pairs != null) {
            notes.type("pairs", pairs);
        }
        return new PairsInUse(exact, loose, others, orphans, !(pairs instanceof Node.Obj) && !holdsNothing(pairs));
    }

    /**
     * @param type the entry's type: pairs that stand under it may be this entry's, and then it must not pass for idle
     */
    Usage usage(String entry, String type) {
        boolean active =
                untold || exact.contains(entry) || loose.contains(lower(entry)) || others.contains(lower(type));
        return active ? Usage.ACTIVE : Usage.IDLE;
    }

    private static boolean hasEnabled(String path, Node list, Notes notes) {
        if (!(list instanceof Node.Obj pairs)) {
            notes.type(path, list);
            return !holdsNothing(list);
        }
        notes.repeats(path, pairs);
        boolean any = false;
        for (var pair : pairs.fields().entrySet()) {
            // no short cut: every pair's wrong types are noted; files of v5 have no field "enabled"
            any |= Fields.at(Notes.in(path, pair.getKey()), pair.getValue(), notes)
                    .flag("enabled", true);
        }
        return any;
    }

    private static boolean holdsNothing(Node node) {
        return node == null
                || node instanceof Node.Null
                || node instanceof Node.Arr array && array.items().isEmpty();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
