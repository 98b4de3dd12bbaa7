package gunbot.preflight.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a person's form holds. One that is not rightly written holds nothing, rather than being a fault of ours. */
final class Form {
    private final String text;

    /** @param text as {@code application/x-www-form-urlencoded}; may be null */
    Form(String text) {
        this.text = text == null ? "" : text;
    }

    /** The first value of a name, or null. */
    String value(String name) {
        return Arrays.stream(text.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decoded(pair.substring(name.length() + 1)))
                .findFirst()
                .orElse(null);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "Form[…]"; // it may hold the token
    }
}
