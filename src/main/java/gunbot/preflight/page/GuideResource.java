package gunbot.preflight.page;

import gunbot.preflight.guide.Guides;
import gunbot.preflight.settings.Token;
import gunbot.preflight.text.Languages;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;

/** How to make a key for Gunbot at each exchange, as pages. */
@Path("/exchanges")
@Produces(MediaType.TEXT_HTML)
public class GuideResource {
    private final Guides guides;
    private final Languages languages;
    private final Token token;
    private final Assets assets;

    public GuideResource(Guides guides, Languages languages, Token token, Assets assets) {
        this.guides = guides;
        this.languages = languages;
        this.token = token;
        this.assets = assets;
    }

    @GET
    @NonBlocking
    public String all(@QueryParam("lang") String lang, @HeaderParam("Accept-Language") String acceptLanguage) {
        var locale = languages.of(lang, acceptLanguage);
        var title = PageTexts.in(locale).get("guides.title");
        return Pages.guides(frame("/exchanges", title, locale, lang), new Pages.Overview(guides.all()))
                .render();
    }

    @GET
    @Path("/{id}")
    @NonBlocking
    public String one(
            @PathParam("id") String id,
            @QueryParam("lang") String lang,
            @HeaderParam("Accept-Language") String acceptLanguage) {
        var locale = languages.of(lang, acceptLanguage);
        var guide = guides.of(id, locale).orElseThrow(NotFoundException::new);
        var frame = frame("/exchanges/" + guide.id(), guide.title(), locale, lang);
        return Pages.guide(frame, guide).render();
    }

    private Frame frame(String path, String title, Locale locale, String lang) {
        return Frame.of(path, title, locale, !PlainPages.asking(lang).isEmpty(), token.isSet(), assets);
    }
}
