package gunbot.preflight.api;

import gunbot.preflight.access.Browser;
import gunbot.preflight.access.Hosts;
import gunbot.preflight.access.Pipelining;
import gunbot.preflight.access.Sessions;
import gunbot.preflight.access.Shape;
import gunbot.preflight.access.Slowdown;
import gunbot.preflight.page.PlainPages;
import gunbot.preflight.settings.Token;
import gunbot.preflight.text.Texts;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Decides who may ask on 8090, before anything else looks at the request: the Host must be one of ours (a foreign one is
 * a page that had its name point to us), a foreign page is refused, and where a token is set it must be there, or the
 * session of somebody who has shown it. No answer lets other origins read it, run anything of theirs, or frame it.
 */
@ApplicationScoped
public class Access {
    private static final Logger LOG = Logger.getLogger(Access.class);
    private static final int FIRST = 1000;
    private static final String BEARER = "bearer ";

    /** As it stands in the request, so that no way of writing another path can pass for one of these. */
    private static final Pattern ASSET = Pattern.compile("/assets/[a-z]+\\.[a-z]+");

    /** No path takes any other. */
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST);

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            // with no-referrer browsers would send "Origin: null" with our own forms
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:;"
                            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'");

    private final Token token;
    private final Sessions sessions;
    private final Slowdown slowdown;
    private final PlainPages pages;
    private final RequestLanguage language;
    private final Hosts hosts;

    public Access(
            Token token,
            Sessions sessions,
            Slowdown slowdown,
            PlainPages pages,
            RequestLanguage language,
            Hosts hosts) {
        this.token = token;
        this.sessions = sessions;
        this.slowdown = slowdown;
        this.pages = pages;
        this.language = language;
        this.hosts = hosts;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    /** What fails before a resource has it: our words in place of the server's, and nothing in the log that a stranger chose. */
    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
    }

    private void failed(RoutingContext context) {
        var response = context.response();
        if (response.closed() || response.headWritten()) {
            return; // whoever asked has gone, or has been told
        }
        var status = context.statusCode();
        if (status < 400 || status > 499) {
            status = 500;
            var fault = context.failure() == null
                    ? "no reason is known"
                    : context.failure().getClass().getName();
            LOG.errorf("a request failed: %s", fault);
        }
        HEADERS.forEach(response::putHeader);
        response.putHeader("Cache-Control", "no-store");
        refuse(context, Problem.of(status, status == 500 ? "fault" : "refused"));
    }

    private void check(RoutingContext context) {
        var request = context.request();
        Pipelining.bound(request);
        HEADERS.forEach(context.response()::putHeader);
        boolean asset = ASSET.matcher(String.valueOf(request.path())).matches();
        if (!asset) {
            context.response().putHeader("Cache-Control", "no-store");
        }
        if (!Shape.isPlain(request)) {
            Shape.isTheLastOf(context);
            refuse(context, Problem.of(400, "refused"));
        } else if (!hosts.areOurs(request)) {
            refuse(context, Problem.of(421, "host"));
        } else if (isForeign(request)) {
            refuse(context, Problem.of(403, "origin"));
        } else if (!METHODS.contains(request.method())) {
            context.response().putHeader("Allow", "GET, HEAD, POST");
            refuse(context, Problem.of(405, "method"));
        } else if (!token.isSet() || asset || isSignIn(request) || sessions.goesOn(session(request))) {
            context.next();
        } else {
            judge(context, bearer(request.getHeader("Authorization")));
        }
    }

    private void judge(RoutingContext context, String bearer) {
        var address = String.valueOf(context.request().remoteAddress().hostAddress());
        if (bearer == null) {
            askForToken(context);
        } else if (!slowdown.admits(address)) {
            context.response().putHeader("Retry-After", String.valueOf(Slowdown.RETRY_AFTER));
            refuse(context, Problem.of(429, "too-often"));
        } else if (token.is(bearer)) {
            context.next();
        } else {
            slowdown.wrong(address, () -> askForToken(context));
        }
    }

    private void askForToken(RoutingContext context) {
        context.response().putHeader("WWW-Authenticate", "Bearer");
        refuse(context, Problem.of(401, "token"));
    }

    /** Ends the request; with a page where a person will look at it. */
    private void refuse(RoutingContext context, Problem problem) {
        var response = context.response();
        if (response.closed() || response.headWritten()) {
            return;
        }
        var request = context.request();
        var asked = language.of(context);
        response.setStatusCode(problem.status())
                .putHeader("Content-Language", asked.toLanguageTag())
                .putHeader("Vary", "Accept-Language");
        if (Browser.asksForPage(request.getHeader("Accept"))) {
            var page = problem.status() == 401
                    ? pages.signIn(request.path(), asked.getLanguage(), null, null)
                    : pages.problem(problem.status(), asked.getLanguage(), null);
            response.putHeader("Content-Type", "text/html;charset=UTF-8").end(page);
        } else {
            response.putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(problem.in(Texts.in(asked)).json());
        }
    }

    private static boolean isForeign(HttpServerRequest request) {
        return Browser.isForeign(
                request.method().name(),
                request.authority().toString(),
                request.getHeader("Origin"),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Sec-Fetch-Mode"));
    }

    private static boolean isSignIn(HttpServerRequest request) {
        return request.method() == HttpMethod.POST && "/login".equals(request.path());
    }

    private static String session(HttpServerRequest request) {
        var cookie = request.getCookie(Sessions.COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    private static String bearer(String header) {
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : null;
    }
}
