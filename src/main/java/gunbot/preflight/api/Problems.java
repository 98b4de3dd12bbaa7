package gunbot.preflight.api;

import gunbot.preflight.access.Browser;
import gunbot.preflight.page.PlainPages;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever goes wrong in a request into problem+json, or a page for a person, without a word of the exception's own. */
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final PlainPages pages;

    public Problems(PlainPages pages) {
        this.pages = pages;
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException e, HttpHeaders headers, UriInfo uri) {
        var status = e.getResponse().getStatus();
        var builder = answer(Problem.of(status, detail(status)), headers, uri);
        var allow = e.getResponse().getHeaderString("Allow");
        return allow == null ? builder.build() : builder.header("Allow", allow).build();
    }

    @ServerExceptionMapper
    Response fault(Throwable e, HttpHeaders headers, UriInfo uri) {
        LOG.errorf("a request failed: %s", e.getClass().getName());
        var problem = Problem.of(500, "Something went wrong here; the log tells what kind of fault it was.");
        return answer(problem, headers, uri).build();
    }

    private Response.ResponseBuilder answer(Problem problem, HttpHeaders headers, UriInfo uri) {
        if (!Browser.asksForPage(headers.getHeaderString("Accept"))) {
            return problem.response();
        }
        var lang = uri.getQueryParameters().getFirst("lang");
        var page = pages.problem(problem.status(), lang, headers.getHeaderString("Accept-Language"));
        return Response.status(problem.status()).type(MediaType.TEXT_HTML).entity(page);
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "not-found";
            case 405 -> "method";
            case 406 -> "form";
            case 415 -> "body";
            default -> "refused";
        };
    }
}
