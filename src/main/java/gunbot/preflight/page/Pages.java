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

    static native TemplateInstance status(Frame frame, StatusPage page);

    static native TemplateInstance checking(Frame frame, StatusPage page);

    static native TemplateInstance signin(Frame frame, String said);

    static native TemplateInstance problem(Frame frame, String text);

    static native TemplateInstance guides(Frame frame, List<ExchangeView> exchanges);

    static native TemplateInstance guide(Frame frame, GuideView guide);
}
