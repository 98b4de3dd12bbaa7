package gunbot.preflight.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Values that stand for secrets and that nothing else looks like, and a search for them in every form. */
public final class Markers {
    private static final int WINDOW = 8;
    private static final int PART = 18;
    private static final int STARTS = 1 << 16;
    private static final AtomicLong SEARCHES = new AtomicLong();

    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, String> exact = new TreeMap<>();
    private Map<String, List<Form>> byStart = Map.of();
    private final BitSet begins = new BitSet(STARTS);

    private record Form(String marker, String form, String looks) {}

    /** A marker of letters and digits; the same each time for the same name. */
    public String plain(String name) {
        return of(name, "Mark" + letters(name) + "EndOfMarker" + Integer.toHexString(name.hashCode()));
    }

    /** A marker that is valid base64. */
    public String base64(String name) {
        return of(
                name,
                Base64.getEncoder()
                        .encodeToString(("bytes of the secret of " + name + " that nothing else looks like, 64 in all")
                                .getBytes(StandardCharsets.UTF_8)));
    }

    /** A marker with all that must be escaped somewhere. */
    public String odd(String name) {
        return of(name, "Odd+" + letters(name) + "/\"quoted\\&=%${USER}<b>");
    }

    /** A value that has a form of its own, as the marker of that name. */
    public String of(String name, String value) {
        values.put(name, value);
        byStart = Map.of();
        return value;
    }

    /** A text that is searched for as it stands, and in no other form; eight characters or more. */
    public void exactly(String name, String value) {
        exact.put(value, name);
        byStart = Map.of();
    }

    /** Every marker, whole, in every form. */
    public List<String> everyForm() {
        return values.values().stream()
                .flatMap(value -> Encodings.of(value).values().stream())
                .distinct()
                .toList();
    }

    /** How many searches for one form of one marker in one text were made by all. */
    public static long searches() {
        return SEARCHES.get();
    }

    /** The names of the markers that a text gives away, with the form in which it does. */
    public List<String> in(String text) {
        index();
        SEARCHES.addAndGet(byStart.values().stream().mapToLong(List::size).sum());
        var lower = text.toLowerCase(Locale.ROOT);
        var found = new LinkedHashSet<String>();
        for (int at = 0; at + WINDOW <= lower.length(); at++) {
            if (begins.get(start(lower, at))) {
                for (var form : byStart.getOrDefault(lower.substring(at, at + WINDOW), List.of())) {
                    if (lower.startsWith(form.looks(), at)) {
                        found.add(form.marker() + " (" + form.form() + ")");
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private void index() {
        if (byStart.isEmpty()) {
            byStart = new HashMap<>();
            begins.clear();
            values.forEach((name, value) -> forms(value).forEach((form, looks) -> add(name, form, looks)));
            exact.forEach((value, name) -> add(name, "as sent", value));
        }
    }

    private void add(String name, String form, String looks) {
        var lower = looks.toLowerCase(Locale.ROOT);
        byStart.computeIfAbsent(lower.substring(0, WINDOW), start -> new ArrayList<>())
                .add(new Form(name, form, lower));
        begins.set(start(lower, 0));
    }

    /** Most places of a text begin no marker: seen without a look into the table. */
    private static int start(String text, int at) {
        return (text.charAt(at) * 31 * 31 * 31
                        + text.charAt(at + 1) * 31 * 31
                        + text.charAt(at + 2) * 31
                        + text.charAt(at + 3))
                & (STARTS - 1);
    }

    /** The forms of the whole, and parts of it that would be recognised. */
    private static Map<String, String> forms(String value) {
        var forms = Encodings.of(value);
        forms.put("beginning", value.substring(0, Math.min(value.length(), PART)));
        int middle = Math.max(0, (value.length() - PART) / 2);
        forms.put("middle", value.substring(middle, Math.min(value.length(), middle + PART)));
        return forms;
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z]", "");
    }
}
