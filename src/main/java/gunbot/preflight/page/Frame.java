package gunbot.preflight.page;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.guide.GuideView.BoxView;
import gunbot.preflight.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What every page has around it.
 *
 * @param path the page's own path, for the other language and for the way back after signing in
 * @param title of the page
 * @param locale of the page
 * @param asked whether the language was asked for in the address, so that links must keep asking for it
 * @param signOut whether there is a session to end
 * @param assets where style and script are
 */
public record Frame(
        String path, String title, Locale locale, boolean asked, boolean signOut, Assets assets, Texts texts) {

    private static final List<String> LANGUAGES = List.of("en", "es");

    static Frame of(String path, String title, Locale locale, boolean asked, boolean signOut, Assets assets) {
        return new Frame(path, title, locale, asked, signOut, assets, PageTexts.in(locale));
    }

    public String lang() {
        return locale.getLanguage();
    }

    /** Whether this is one of the guides, or their list. */
    public boolean inGuides() {
        return path.startsWith("/exchanges");
    }

    public List<String> languages() {
        return LANGUAGES;
    }

    /** The name of a language in itself. */
    public String nameOf(String language) {
        return texts.get("language." + language);
    }

    /** How a language is shown where there is little room. */
    public String codeOf(String language) {
        return language.toUpperCase(Locale.ROOT);
    }

    /** A path of ours in the language of this page. */
    public String link(String to) {
        return asked ? to + "?lang=" + lang() : to;
    }

    /** The path of a guide. */
    public String guide(String id) {
        return link("/exchanges/" + id);
    }

    /** Gunbot's word for a market in words. */
    public String market(String word) {
        return texts.find("market." + word).orElse(word);
    }

    /** What to do with a box. */
    public String advice(BoxView box) {
        return texts.get("box." + box.expectation());
    }

    // What follows is asked here and not in the template: the native executable has not what enums can do, and all that
    // texts and lists can do would come in.

    public boolean has(String text) {
        return !text.isEmpty();
    }

    public boolean hasNoBox(BoxView box) {
        return box.print() == Box.Print.NO_BOX;
    }

    public boolean isUnread(BoxView box) {
        return box.print() == Box.Print.UNREAD;
    }

    public boolean isRequired(BoxView box) {
        return box.expectation() == Expectation.REQUIRED;
    }

    public boolean isAllowed(BoxView box) {
        return box.expectation() == Expectation.ALLOWED;
    }

    /** The style of a box of a guide. */
    public String styleOf(BoxView box) {
        return Tone.ofBox(box.expectation(), box.scope()).style();
    }

    public String say(String name) {
        return texts.get(name);
    }

    public String say(String name, String value) {
        return texts.get(name, Map.of("value", value));
    }

    public String say(String name, int value) {
        return say(name, String.valueOf(value));
    }
}
