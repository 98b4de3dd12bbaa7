package gunbot.preflight.api;

import gunbot.preflight.guide.ExchangeView;
import gunbot.preflight.guide.Guides;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The catalogue over HTTP: which exchanges there are, and how to make a key at each. */
@Path("/api/v1/exchanges")
@Produces(MediaType.APPLICATION_JSON)
public class ExchangesResource {
    private final Guides guides;
    private final RequestLanguage language;

    public ExchangesResource(Guides guides, RequestLanguage language) {
        this.guides = guides;
        this.language = language;
    }

    /** All exchanges of the catalogue. */
    @RegisterForReflection
    public record Exchanges(List<ExchangeView> exchanges) {}

    @GET
    public Exchanges all() {
        return new Exchanges(guides.all());
    }

    /** One guide. */
    @GET
    @Path("/{id}")
    public Response guide(@PathParam("id") String id) {
        return guides.of(id, language.texts().locale())
                .map(guide -> Response.ok(guide).build())
                .orElseGet(() -> Problem.of(404, "no-exchange").response().build());
    }
}
