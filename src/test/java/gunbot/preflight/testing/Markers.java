package gunbot.preflight.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Values that stand for secrets and that nothing else looks like, and a search for them in every form. */
public final class Markers {
    private final Map<String, String> values = new TreeMap<>();

    /** A marker of letters and digits; the same each time for the same name. */
    public String plain(String name) {
        return values.computeIfAbsent(
                name, n -> "Mark" + letters(n) + "EndOfMarker" + Integer.toHexString(n.hashCode()));
    }

    /** A marker that is valid base64. */
    public String base64(String name) {
        return values.computeIfAbsent(name, n -> Base64.getEncoder()
                .encodeToString(("bytes of the secret of " + n + " that nothing else looks like, 64 in all")
                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** A marker with all that must be escaped somewhere. */
    public String odd(String name) {
        return values.computeIfAbsent(name, n -> "Odd+" + letters(n) + "/\"quoted\\&=%${USER}<b>");
    }

    /** Every marker, whole, in every form, in one text of many words. */
    public String all() {
        var all = new ArrayList<String>();
        values.values().forEach(value -> {
            var forms = forms(value);
            forms.remove("beginning");
            all.addAll(forms.values());
        });
        return String.join(" ", all);
    }

    /** The names of the markers that a text gives away, with the form in which it does. */
    public List<String> in(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var found = new ArrayList<String>();
        values.forEach((name, value) -> forms(value).forEach((form, looks) -> {
            if (lower.contains(looks.toLowerCase(Locale.ROOT))) {
                found.add(name + " (" + form + ")");
            }
        }));
        return found;
    }

    private static Map<String, String> forms(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        var forms = new TreeMap<String, String>();
        forms.put("plain", value);
        forms.put("beginning", value.substring(0, Math.min(value.length(), 14)));
        forms.put("base64", Base64.getEncoder().withoutPadding().encodeToString(bytes));
        forms.put("base64url", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        forms.put("hex", HexFormat.of().formatHex(bytes));
        forms.put("url", URLEncoder.encode(value, StandardCharsets.UTF_8));
        forms.put("json", value.replace("\\", "\\\\").replace("\"", "\\\""));
        return forms;
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z]", "");
    }
}
