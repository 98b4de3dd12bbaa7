package gunbot.preflight.api;

import gunbot.preflight.settings.Settings;
import gunbot.preflight.settings.Token;
import gunbot.preflight.text.Texts;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Decides who may ask on 8090, before anything else looks at the request: the Host must be one of ours (a foreign one is
 * a page that had its name point to us), a foreign Origin is refused, and where a token is set it must be there.
 */
@ApplicationScoped
public class Access {
    private static final int FIRST = 1000;
    private static final String BEARER = "bearer ";

    private final Token token;
    private final RequestLanguage language;
    private final Set<String> hosts = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));

    public Access(Token token, RequestLanguage language, Settings settings) {
        this.token = token;
        this.language = language;
        settings.access().hosts().ifPresent(more -> more.forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT))));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        var authority = request.authority();
        if (authority == null || !hosts.contains(host(authority.toString()))) {
            refuse(context, Problem.of(421, "host"));
        } else if (foreign(request.getHeader("Origin"), authority.toString())) {
            refuse(context, Problem.of(403, "origin"));
        } else if (token.isSet() && !token.is(bearer(request.getHeader("Authorization")))) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            refuse(context, Problem.of(401, "token"));
        } else {
            context.response().putHeader("Cache-Control", "no-store").putHeader("X-Content-Type-Options", "nosniff");
            context.next();
        }
    }

    private void refuse(RoutingContext context, Problem problem) {
        var asked = language.of(context);
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Language", asked.toLanguageTag())
                .putHeader("Vary", "Accept-Language")
                .end(problem.in(Texts.in(asked)).json());
    }

    /** The name without its port. */
    private static String host(String authority) {
        var lower = authority.toLowerCase(Locale.ROOT);
        var end = lower.startsWith("[") ? lower.indexOf(']') + 1 : lower.indexOf(':');
        return end <= 0 ? lower : lower.substring(0, end);
    }

    /** A browser names the page's origin; only our own pages are served from this very authority. */
    private static boolean foreign(String origin, String authority) {
        if (origin == null) {
            return false;
        }
        try {
            return !authority.equalsIgnoreCase(new URI(origin).getRawAuthority());
        } catch (URISyntaxException e) {
            return true;
        }
    }

    private static String bearer(String header) {
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : null;
    }
}
