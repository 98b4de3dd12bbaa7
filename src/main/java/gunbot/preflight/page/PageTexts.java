package gunbot.preflight.page;

import gunbot.preflight.text.Texts;
import io.quarkus.runtime.annotations.RegisterResourceBundle;
import java.util.Locale;

/** The words of the pages, apart from those of the findings. */
@RegisterResourceBundle(bundleName = PageTexts.BUNDLE)
final class PageTexts {
    static final String BUNDLE = "texts.page";

    private PageTexts() {}

    static Texts in(Locale locale) {
        return Texts.of(BUNDLE, locale);
    }
}
