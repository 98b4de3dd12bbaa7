package gunbot.preflight.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Every form in which a secret may be echoed, by the name of the form; made without the code that cleans them out. */
public final class Encodings {
    private Encodings() {}

    /** All forms of a text. */
    public static Map<String, String> of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var forms = new TreeMap<String, String>();
        forms.put("plain", text);
        forms.put("base64", Base64.getEncoder().encodeToString(bytes));
        forms.put("base64url", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        for (int before = 0; before < 3; before++) {
            forms.put("base64 after " + before, within(Base64.getEncoder(), bytes, before));
            forms.put("base64url after " + before, within(Base64.getUrlEncoder(), bytes, before));
        }
        forms.put("hex", HexFormat.of().formatHex(bytes));
        forms.put("hex upper", HexFormat.of().withUpperCase().formatHex(bytes));
        forms.put("url form", url(text));
        forms.put("url", url(text).replace("+", "%20"));
        forms.put("url lower", lowerPercent(url(text)));
        forms.put("url every byte", HexFormat.of().withPrefix("%").formatHex(bytes));
        forms.put("double url", url(url(text)));
        forms.put("double url path", url(url(text).replace("+", "%20")));
        forms.put("json", json(text));
        forms.put("json slashes", json(text).replace("/", "\\/"));
        forms.put("json ascii", units(json(text), c -> c > 126, "\\u%04x"::formatted));
        forms.put("json every unit", units(text, c -> true, "\\u%04X"::formatted));
        forms.put("json marks", units(json(text), c -> "<>&='+".indexOf(c) >= 0, c -> "\\u%04x".formatted(c)));
        forms.put("json twice", json(json(text)));
        forms.put("html", html(text));
        forms.put("html decimal", points(text, "&#%d;"::formatted));
        forms.put("html hex", points(text, "&#x%X;"::formatted));
        forms.put("json in html", html(json(text)));
        forms.put("url in json", json(url(text)).replace("%", "\\u0025"));
        forms.put("html in url", url(html(text)));
        forms.put("base64 in url", url(forms.get("base64")));
        return forms;
    }

    /** The part of a longer text's base64 that tells of this text alone. */
    private static String within(Base64.Encoder encoder, byte[] bytes, int before) {
        var longer = new byte[before + bytes.length + 3];
        Arrays.fill(longer, (byte) 'x');
        System.arraycopy(bytes, 0, longer, before, bytes.length);
        var all = encoder.encodeToString(longer);
        int from = (before * 8 + 5) / 6;
        return all.substring(from, Math.max(from, (before + bytes.length) * 8 / 6));
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String lowerPercent(String url) {
        var lower = new StringBuilder(url);
        for (int i = lower.indexOf("%"); i >= 0; i = lower.indexOf("%", i + 3)) {
            lower.replace(i, i + 3, lower.substring(i, i + 3).toLowerCase(Locale.ROOT));
        }
        return lower.toString();
    }

    private static String json(String text) {
        return units(text.replace("\\", "\\\\").replace("\"", "\\\""), c -> c < ' ', "\\u%04x"::formatted)
                .replace("\\u000a", "\\n")
                .replace("\\u0009", "\\t");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String units(String text, IntPredicate which, IntFunction<String> form) {
        return text.chars()
                .mapToObj(c -> which.test(c) ? form.apply(c) : String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    private static String points(String text, IntFunction<String> form) {
        return text.codePoints().mapToObj(form).collect(Collectors.joining());
    }
}
