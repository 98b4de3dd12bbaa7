package gunbot.preflight.page;

import gunbot.preflight.text.Texts;
import java.util.Locale;

/** The words of the pages, apart from those of the findings. */
final class PageTexts {
    static final String BUNDLE = "texts.page";

    private PageTexts() {}

    static Texts in(Locale locale) {
        return Texts.of(BUNDLE, locale);
    }
}
