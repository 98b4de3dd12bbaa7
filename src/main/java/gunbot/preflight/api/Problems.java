package gunbot.preflight.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever goes wrong in a request into problem+json, without a word of the exception's own. */
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response refused(WebApplicationException e) {
        var status = e.getResponse().getStatus();
        var builder = Problem.of(status, detail(status)).response();
        var allow = e.getResponse().getHeaderString("Allow");
        return allow == null ? builder.build() : builder.header("Allow", allow).build();
    }

    @ServerExceptionMapper
    Response fault(Throwable e) {
        LOG.errorf("a request failed: %s", e.getClass().getName());
        return Problem.of(500, "fault").response().build();
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
