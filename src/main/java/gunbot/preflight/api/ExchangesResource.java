package gunbot.preflight.api;

import gunbot.preflight.guide.ExchangeView;
import gunbot.preflight.guide.GuideView;
import gunbot.preflight.guide.Guides;
import gunbot.preflight.text.Languages;
import gunbot.preflight.text.Texts;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The catalogue over HTTP: which exchanges there are, and how to make a key at each. */
@Path("/api/v1/exchanges")
@Produces(MediaType.APPLICATION_JSON)
public class ExchangesResource {
    private final Guides guides;
    private final Languages languages;

    public ExchangesResource(Guides guides, Languages languages) {
        this.guides = guides;
        this.languages = languages;
    }

    /** All exchanges of the catalogue. */
    @RegisterForReflection
    public record Exchanges(List<ExchangeView> exchanges) {}

    @GET
    public Exchanges all() {
        return new Exchanges(guides.all());
    }

    /**
     * One guide.
     *
     * @param lang goes before what the browser accepts
     */
    @GET
    @Path("/{id}")
    public Response guide(
            @PathParam("id") String id,
            @QueryParam("lang") String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        var language = languages.of(lang, accepted);
        return guides.of(id, language).map(ExchangesResource::answer).orElseGet(() -> Problem.of(
                        404, Texts.in(language).get("problem.no-exchange"))
                .response()
                .build());
    }

    private static Response answer(GuideView guide) {
        return Response.ok(guide)
                .header(HttpHeaders.CONTENT_LANGUAGE, guide.language())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
