package gunbot.preflight.probe;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes every known secret out of texts that come from outside, in each form in which it could be echoed: plain, base64,
 * hexadecimal, escaped for URLs or JSON. A text that may hold a very short secret is dropped whole, since what is left
 * around a cut-out piece would tell it.
 */
public final class Cleaner {
    /** The longest text that is kept of what an exchange says. */
    public static final int MOST = 200;

    private static final int SHORT = 8;
    private static final String CUT = "[…]";

    /** Every form of every secret, by its first letters, the longest first: found in one pass over a text. */
    private final Map<String, List<String>> forms = new HashMap<>();

    private final Set<String> shorts = new LinkedHashSet<>();
    private final Cleaner before;

    public Cleaner(Collection<String> secrets) {
        this(null, secrets);
    }

    private Cleaner(Cleaner before, Collection<String> secrets) {
        this.before = before;
        var all = new LinkedHashSet<String>();
        for (var secret : secrets) {
            if (secret.isBlank()) {
                continue;
            }
            if (secret.strip().length() < SHORT) {
                addForms(secret.strip(), shorts);
                continue;
            }
            addForms(secret, all);
            addForms(secret.strip(), all);
            secret.lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= SHORT)
                    .forEach(line -> addForms(line, all));
        }
        all.stream()
                .map(Cleaner::folded)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(form -> forms.computeIfAbsent(form.substring(0, SHORT), first -> new ArrayList<>())
                        .add(form));
    }

    /** The same with more secrets, such as the signatures of one key's requests. */
    public Cleaner with(Collection<String> more) {
        return new Cleaner(this, more);
    }

    /** The text without secrets and control characters, at most {@value #MOST} characters; empty where it was dropped. */
    public String clean(String text) {
        var clean = text;
        for (var cleaner = this; cleaner != null; cleaner = cleaner.before) {
            clean = cleaner.cut(clean);
            var folded = folded(clean);
            if (cleaner.shorts.stream().map(Cleaner::folded).anyMatch(folded::contains)) {
                return "";
            }
        }
        return printable(clean);
    }

    private String cut(String text) {
        var folded = folded(text);
        var out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int length = secretAt(folded, at);
            if (length > 0) {
                out.append(CUT);
                at += length;
            } else {
                out.append(text.charAt(at++));
            }
        }
        return out.toString();
    }

    /** How long the longest secret that begins here is; nought where none does. */
    private int secretAt(String folded, int at) {
        if (at + SHORT > folded.length()) {
            return 0;
        }
        for (var form : forms.getOrDefault(folded.substring(at, at + SHORT), List.of())) {
            if (folded.startsWith(form, at)) {
                return form.length();
            }
        }
        return 0;
    }

    /** Without case, letter by letter, since some letters change the length of a text with their case. */
    private static String folded(String text) {
        var folded = new StringBuilder(text.length());
        text.chars().forEach(c -> folded.append(Character.toLowerCase(Character.toUpperCase((char) c))));
        return folded.toString();
    }

    /** Control characters and what turns the direction of writing are replaced; the text is cut to {@value #MOST}. */
    public static String printable(String text) {
        return oneLine(text, MOST);
    }

    /** The same without the cut, for a line of the log. */
    public static String oneLine(String text) {
        return oneLine(text, Long.MAX_VALUE);
    }

    private static String oneLine(String text, long most) {
        var kept = text.codePoints()
                .map(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || c == 0x2028
                                || c == 0x2029
                        ? ' '
                        : c)
                .limit(most)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return kept.toString().strip();
    }

    private static void addForms(String secret, Set<String> all) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        all.add(secret);
        all.add(Base64.getEncoder().encodeToString(bytes));
        all.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        all.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        all.add(HexFormat.of().formatHex(bytes));
        all.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        all.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        all.add(new String(JsonStringEncoder.getInstance().quoteAsString(secret)));
        all.add(secret.replace("/", "\\/"));
    }
}
