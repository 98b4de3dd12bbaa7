package gunbot.preflight.api;

import gunbot.preflight.access.Browser;
import gunbot.preflight.page.PlainPages;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever goes wrong in a request into problem+json, or a page for a person, without a word of the exception's own. */
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final PlainPages pages;
    private final RequestLanguage language;

    public Problems(PlainPages pages, RequestLanguage language) {
        this.pages = pages;
        this.language = language;
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException e, HttpHeaders headers) {
        var status = e.getResponse().getStatus();
        var builder = answer(Problem.of(status, detail(status)), headers);
        var allow = e.getResponse().getHeaderString("Allow");
        return allow == null ? builder.build() : builder.header("Allow", allow).build();
    }

    @ServerExceptionMapper
    Response fault(Throwable e, HttpHeaders headers) {
        LOG.errorf("a request failed: %s", e.getClass().getName());
        var problem = Problem.of(500, "fault");
        return answer(problem, headers).build();
    }

    private Response.ResponseBuilder answer(Problem problem, HttpHeaders headers) {
        if (!Browser.asksForPage(headers.getHeaderString("Accept"))) {
            return problem.response();
        }
        var asked = language.texts().locale().getLanguage();
        var page = pages.problem(problem.status(), asked, null);
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
