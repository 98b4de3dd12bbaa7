package gunbot.preflight.health;

import gunbot.preflight.access.Browser;
import gunbot.preflight.access.Hosts;
import gunbot.preflight.access.Pipelining;
import gunbot.preflight.access.Shape;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Who may ask on 9000. There is no token, so there is little: these paths, as they are written here, to be read alone, and
 * not by pages of others. Where it listens on the loopback alone, the Host must be one of ours, as on 8090; elsewhere probes
 * come by the address of the pod.
 */
@ApplicationScoped
public class ManagementAccess {
    private static final Logger LOG = Logger.getLogger(ManagementAccess.class);
    private static final Set<String> PATHS =
            Set.of("/q/health/live", "/q/health/started", "/q/health/ready", "/q/health/well", "/q/metrics");
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Hosts hosts;
    private final boolean local;

    public ManagementAccess(Hosts hosts, @ConfigProperty(name = "quarkus.management.host") String host) {
        this.hosts = hosts;
        this.local = Hosts.isLoopback(host);
    }

    void register(@Observes ManagementInterface management) {
        // the server's own handlers of this order come first: they read the little body that is allowed, and let all
        // origins read the answer
        management
                .router()
                .route()
                .order(Integer.MIN_VALUE)
                .handler(this::check)
                .failureHandler(this::failed);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        Pipelining.bound(request);
        context.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Cache-Control", "no-store")
                .headers()
                .remove("Access-Control-Allow-Origin");
        if (!Shape.isPlain(request)) {
            Shape.isTheLastOf(context);
            refuse(context, 400);
        } else if (local && !hosts.areOurs(request)) {
            refuse(context, 421);
        } else if (isForeign(request)) {
            refuse(context, 403);
        } else if (!PATHS.contains(request.path())) {
            refuse(context, 404);
        } else if (!METHODS.contains(request.method())) {
            context.response().putHeader("Allow", "GET, HEAD");
            refuse(context, 405);
        } else {
            context.next();
        }
    }

    private static boolean isForeign(HttpServerRequest request) {
        return Browser.isForeign(
                request.method().name(),
                String.valueOf(request.authority()),
                request.getHeader("Origin"),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Sec-Fetch-Mode"));
    }

    private void failed(RoutingContext context) {
        var response = context.response();
        if (response.closed() || response.headWritten()) {
            return; // whoever asked has gone, or has been told
        }
        var status = context.statusCode();
        if (Shape.hasBody(context.request()) && status != 413) {
            status = 400; // nothing is sent here but a head: it is the body that could not be read
        } else if (status < 400 || status > 499) {
            status = 500;
            var fault = context.failure() == null
                    ? "no reason is known"
                    : context.failure().getClass().getName();
            LOG.errorf("a request failed: %s", fault);
        }
        Shape.isTheLastOf(context);
        refuse(context, status);
    }

    private static void refuse(RoutingContext context, int status) {
        var response = context.response();
        if (response.closed() || response.headWritten()) {
            return;
        }
        var known = Response.Status.fromStatusCode(status);
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("title", known == null ? "Error" : known.getReasonPhrase())
                        .put("status", status)
                        .encode());
    }
}
