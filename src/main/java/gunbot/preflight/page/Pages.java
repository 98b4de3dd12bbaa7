package gunbot.preflight.page;

import gunbot.preflight.guide.ExchangeView;
import gunbot.preflight.guide.GuideView;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates; what they use is checked when the program is built. Every value is escaped, since they are HTML. */
@CheckedTemplate(basePath = "page")
final class Pages {
    private Pages() {}

    /** One text; null where there is nothing to say. Not a bare String: all that one can do would go into the executable. */
    record Line(String text) {}

    /** All exchanges that have a guide. */
    record Overview(List<ExchangeView> exchanges) {}

    static native TemplateInstance status(Frame frame, StatusPage page);

    static native TemplateInstance checking(Frame frame, StatusPage page);

    static native TemplateInstance signin(Frame frame, Line said);

    static native TemplateInstance problem(Frame frame, Line said);

    static native TemplateInstance guides(Frame frame, Overview overview);

    static native TemplateInstance guide(Frame frame, GuideView guide);
}
