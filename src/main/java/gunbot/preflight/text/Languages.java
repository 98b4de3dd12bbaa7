package gunbot.preflight.text;

import gunbot.preflight.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the language of an answer. Who asks for one that we do not speak gets the configured one, never an error. */
@ApplicationScoped // a proxy at first: filters are made before the configuration can be read
public class Languages {
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale SPANISH = Locale.forLanguageTag("es");

    /** The languages that there are texts in. */
    public static final List<Locale> ALL = List.of(ENGLISH, SPANISH);

    /** No honest list of languages is longer, and reading one takes the square of its length. */
    private static final int LONGEST = 500;

    private final Locale configured;

    public Languages(Settings settings) {
        configured = settings.language() == Settings.Language.ES ? SPANISH : ENGLISH;
    }

    /** {@code preflight.language}: for what nobody asked for, such as the log. */
    public Locale configured() {
        return configured;
    }

    /**
     * For a request.
     *
     * @param queryLang what {@code ?lang=} asks for, or null; it goes first
     * @param acceptLanguage the header (RFC 9110), matched by lookup (RFC 4647): es-MX gets es; or null
     */
    public Locale of(String queryLang, String acceptLanguage) {
        return lookUp(queryLang).or(() -> lookUp(acceptLanguage)).orElse(configured);
    }

    /**
     * For a command: the option, else what the terminal is set to. The first variable that is set decides alone, as POSIX
     * has it; C, POSIX and foreign languages leave it to the configuration.
     *
     * @param langOption the option's value, or null
     * @param environment the environment variables
     */
    public Locale ofTerminal(String langOption, Map<String, String> environment) {
        return lookUp(langOption)
                .or(() -> Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .flatMap(value -> lookUp(value.split("[.@]", 2)[0].replace('_', '-'))))
                .orElse(configured);
    }

    private static Optional<Locale> lookUp(String ranges) {
        if (ranges == null || ranges.isBlank() || ranges.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(ranges), ALL));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // the second for "-", a slip of the JDK
            return Optional.empty(); // what cannot be read asks for nothing
        }
    }
}
