package gunbot.preflight.api;

import gunbot.preflight.text.Languages;
import gunbot.preflight.text.Texts;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The language that a request asks for: by {@code ?lang}, else by Accept-Language, else the configured one. */
@Singleton
public class RequestLanguage {
    private static final Set<String> WORDED = Set.of("json", "problem+json", "html");

    private final Languages languages;
    private final CurrentVertxRequest current;

    public RequestLanguage(Languages languages, CurrentVertxRequest current) {
        this.languages = languages;
        this.current = current;
    }

    /** Our words for the request at hand; to be fetched before its answer is given, also where that goes on for long. */
    public Texts texts() {
        return Texts.in(of(current.getCurrent()));
    }

    Locale of(RoutingContext context) {
        var request = context.request();
        return languages.of(asked(request), String.join(",", request.headers().getAll("Accept-Language")));
    }

    /** Says in every answer which language it has, and puts problems into it. */
    @ServerResponseFilter
    void tell(ContainerResponseContext response) {
        var type = response.getMediaType(); // null until it is written where the resource declares it once for all
        if (!response.hasEntity() || (type != null && !WORDED.contains(type.getSubtype()))) {
            return;
        }
        var texts = texts();
        if (response.getEntity() instanceof Problem problem) {
            response.setEntity(problem.in(texts));
        }
        response.getHeaders().putSingle("Content-Language", texts.locale().toLanguageTag());
        if (!String.valueOf(response.getHeaderString("Vary")).contains("Accept-Language")) {
            response.getHeaders().add("Vary", "Accept-Language");
        }
    }

    private static String asked(HttpServerRequest request) {
        try {
            return request.getParam("lang");
        } catch (IllegalArgumentException e) {
            return null; // a query that is not rightly escaped
        }
    }
}
