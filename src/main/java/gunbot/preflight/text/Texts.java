package gunbot.preflight.text;

import io.quarkus.runtime.annotations.RegisterResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our words in one language. A text is found by its name, the more special one first ({@code EXPIRED.kraken.message}
 * before {@code EXPIRED.message}); {@code {name}} in it stands for a value.
 */
@RegisterResourceBundle(bundleName = Texts.FINDINGS)
public final class Texts {
    static final String FINDINGS = "texts.findings";

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final ResourceBundle.Control NO_SURPRISES =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The texts of a language; the English ones where we have none in it. */
    public static Texts in(Locale locale) {
        return of(FINDINGS, locale);
    }

    /**
     * The texts of another bundle: {@code name.properties} in English, {@code name_es.properties} in Spanish, both in
     * UTF-8.
     *
     * @param bundleName such as {@code texts.guides}; for the native executable it must be registered
     *     ({@link RegisterResourceBundle}), which takes in the languages of {@code quarkus.locales}
     */
    public static Texts of(String bundleName, Locale locale) {
        return new Texts(ResourceBundle.getBundle(bundleName, locale, NO_SURPRISES));
    }

    /** The language of these texts. */
    public Locale locale() {
        return bundle.getLocale().getLanguage().isEmpty() ? Languages.ENGLISH : bundle.getLocale();
    }

    /**
     * @param code the finding's code
     * @param variant the more special case, or empty
     * @param part {@code message} or {@code remedy}
     * @param values what the text's places stand for; a place without a value shows nothing
     */
    public String finding(String code, String variant, String part, Map<String, String> values) {
        var text = variant.isEmpty() ? Optional.<String>empty() : find(code + "." + variant + "." + part);
        return fill(text.or(() -> find(code + "." + part)).orElse(""), values);
    }

    /** A text that must be there. */
    public String get(String name, Map<String, String> values) {
        return fill(bundle.getString(name), values);
    }

    public String get(String name) {
        return bundle.getString(name);
    }

    public Optional<String> find(String name) {
        return bundle.containsKey(name) ? Optional.of(bundle.getString(name)) : Optional.empty();
    }

    /** The names of all texts, those included that are there in English alone. */
    Set<String> names() {
        return bundle.keySet();
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }
}
