package gunbot.preflight.page;

import gunbot.preflight.check.Checks;
import gunbot.preflight.check.Rechecks;
import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.gate.Gate;
import gunbot.preflight.report.Report;
import gunbot.preflight.report.ReportView;
import gunbot.preflight.settings.Entries;
import gunbot.preflight.settings.Token;
import gunbot.preflight.text.Languages;
import gunbot.preflight.text.Texts;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Locale;

/** The status page. Like the API it shows what is known, and never waits for an exchange. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class StatusResource {
    private static final int LONGEST_WAIT = 60;

    private final Checks checks;
    private final Rechecks rechecks;
    private final Gate gate;
    private final Entries entries;
    private final Catalogue catalogue;
    private final Languages languages;
    private final Token token;
    private final Assets assets;
    private final Clock clock;

    public StatusResource(
            Checks checks,
            Rechecks rechecks,
            Gate gate,
            Entries entries,
            Catalogue catalogue,
            Languages languages,
            Token token,
            Assets assets,
            Clock clock) {
        this.checks = checks;
        this.rechecks = rechecks;
        this.gate = gate;
        this.entries = entries;
        this.catalogue = catalogue;
        this.languages = languages;
        this.token = token;
        this.assets = assets;
        this.clock = clock;
    }

    @GET
    @NonBlocking
    public String status(
            @QueryParam("lang") String lang,
            @QueryParam("again") String again,
            @HeaderParam("Accept-Language") String acceptLanguage) {
        var locale = languages.of(lang, acceptLanguage);
        var asked = !PlainPages.asking(lang).isEmpty();
        return checks.last()
                .map(report -> reported(report, locale, asked, seconds(again)))
                .orElseGet(() -> checking(locale, asked));
    }

    private String reported(Report report, Locale locale, boolean asked, int again) {
        var view = ReportView.of(
                report, gate, Texts.in(locale), rechecks.nextCheckAt().orElse(null));
        var page =
                new Statuses(catalogue, locale, entries::accepted).of(view, checks.isRunning(), again, clock.instant());
        return Pages.status(frame(page.title(), locale, asked), page).render();
    }

    private String checking(Locale locale, boolean asked) {
        var title = PageTexts.in(locale).get("checking.title");
        return Pages.checking(frame(title, locale, asked), StatusPage.CHECKING).render();
    }

    private Frame frame(String title, Locale locale, boolean asked) {
        return Frame.of("/", title, locale, asked, token.isSet(), assets);
    }

    /** A number that may stand on the page; 0 for anything else. */
    private static int seconds(String again) {
        return again != null && again.matches("[0-9]{1,2}") ? Math.min(LONGEST_WAIT, Integer.parseInt(again)) : 0;
    }
}
