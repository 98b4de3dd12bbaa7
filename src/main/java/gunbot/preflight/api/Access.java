package gunbot.preflight.api;

import gunbot.preflight.access.Browser;
import gunbot.preflight.access.Sessions;
import gunbot.preflight.access.Slowdown;
import gunbot.preflight.page.PlainPages;
import gunbot.preflight.settings.Settings;
import gunbot.preflight.settings.Token;
import gunbot.preflight.text.Texts;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides who may ask on 8090, before anything else looks at the request: the Host must be one of ours (a foreign one is
 * a page that had its name point to us), a foreign page is refused, and where a token is set it must be there, or the
 * session of somebody who has shown it. No answer lets other origins read it, run anything of theirs, or frame it.
 */
@ApplicationScoped
public class Access {
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
    private final Set<String> hosts = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));

    public Access(
            Token token,
            Sessions sessions,
            Slowdown slowdown,
            PlainPages pages,
            RequestLanguage language,
            Settings settings) {
        this.token = token;
        this.sessions = sessions;
        this.slowdown = slowdown;
        this.pages = pages;
        this.language = language;
        settings.access().hosts().ifPresent(more -> more.forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT))));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        HEADERS.forEach(context.response()::putHeader);
        boolean asset = ASSET.matcher(String.valueOf(request.path())).matches();
        if (!asset) {
            context.response().putHeader("Cache-Control", "no-store");
        }
        var authority = request.authority();
        if (authority == null || !hosts.contains(host(authority.toString()))) {
            refuse(context, Problem.of(421, "host"));
        } else if (isForeign(request, authority.toString())) {
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
        if (response.closed()) {
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

    private static boolean isForeign(HttpServerRequest request, String authority) {
        return Browser.isForeign(
                request.method().name(),
                authority,
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

    /** The name without its port. */
    private static String host(String authority) {
        var lower = authority.toLowerCase(Locale.ROOT);
        var end = lower.startsWith("[") ? lower.indexOf(']') + 1 : lower.indexOf(':');
        return end <= 0 ? lower : lower.substring(0, end);
    }

    private static String bearer(String header) {
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : null;
    }
}
