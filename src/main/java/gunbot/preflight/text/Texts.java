package gunbot.preflight.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our words in one language. A text is found by its name, the more special one first ({@code EXPIRED.kraken.message}
 * before {@code EXPIRED.message}); {@code {name}} in it stands for a value.
 */
public final class Texts {
    static final String FINDINGS = "texts.findings";

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final Locale locale;
    private final Properties texts;

    Texts(Locale locale, Properties texts) {
        this.locale = locale;
        this.texts = texts;
    }

    /** The texts of a language; the English ones where we have none in it. */
    public static Texts in(Locale locale) {
        return of(FINDINGS, locale);
    }

    /**
     * The texts of another bundle: {@code name.properties} in English, {@code name_es.properties} in Spanish, both in
     * UTF-8. They are read as files: the JDK's resource bundles of a language would bring all that the JDK knows about that
     * language into the native executable.
     *
     * @param bundleName such as {@code texts.page}; the native executable takes in the folders that
     *     {@code quarkus.native.resources.includes} names
     */
    public static Texts of(String bundleName, Locale locale) {
        return locale.getLanguage().equals(Languages.SPANISH.getLanguage())
                ? Bundles.spanish(bundleName)
                : Bundles.english(bundleName);
    }

    /** The language of these texts. */
    public Locale locale() {
        return locale;
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
        return fill(get(name), values);
    }

    public String get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no text " + name));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(texts.getProperty(name));
    }

    /** The names of all texts, those included that are there in English alone. */
    Set<String> names() {
        return texts.stringPropertyNames();
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }
}
