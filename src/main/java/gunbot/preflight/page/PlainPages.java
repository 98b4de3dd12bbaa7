package gunbot.preflight.page;

import gunbot.preflight.text.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pages that are shown in place of another: signing in, and what is not there. */
@ApplicationScoped
public class PlainPages {
    private static final Pattern OWN = Pattern.compile("/|/exchanges(/[a-z0-9-]{1,40})?");

    private final Languages languages;
    private final Assets assets;

    public PlainPages(Languages languages, Assets assets) {
        this.languages = languages;
        this.assets = assets;
    }

    /** The path if it is one of our pages; the status page's otherwise. */
    public static String own(String path) {
        return path != null && OWN.matcher(path).matches() ? path : "/";
    }

    /** What a path needs behind it so that the language stays the one that was asked for. */
    public static String asking(String lang) {
        return lang != null && (lang.equals("en") || lang.equals("es")) ? "?lang=" + lang : "";
    }

    /**
     * Where a browser goes from the button for a new check.
     *
     * @param refused how long to wait, where a check was asked for too early
     */
    public static URI home(String lang, Optional<Duration> refused) {
        var asking = asking(lang);
        return URI.create("/" + asking
                + refused.map(wait -> (asking.isEmpty() ? "?" : "&") + "again=" + Math.max(1, wait.toSeconds() + 1))
                        .orElse(""));
    }

    /**
     * The form for the token.
     *
     * @param to the path that is shown after it
     * @param said the name of the text that tells why the form is shown again, or null
     */
    public String signIn(String to, String lang, String acceptLanguage, String said) {
        var frame = frame(own(to), "signin.title", lang, acceptLanguage);
        return Pages.signin(frame, new Pages.Line(said)).render();
    }

    /** Why there is no page. */
    public String problem(int status, String lang, String acceptLanguage) {
        var texts = PageTexts.in(languages.of(lang, acceptLanguage));
        var title = "problem." + status;
        var text = texts.find("problem.text." + status).orElseGet(() -> texts.get("problem.text"));
        var frame = frame("", texts.find(title).isPresent() ? title : "problem.other", lang, acceptLanguage);
        return Pages.problem(frame, new Pages.Line(text)).render();
    }

    private Frame frame(String path, String title, String lang, String acceptLanguage) {
        var locale = languages.of(lang, acceptLanguage);
        return Frame.of(
                path, PageTexts.in(locale).get(title), locale, !asking(lang).isEmpty(), false, assets);
    }
}
