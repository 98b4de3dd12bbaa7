package gunbot.preflight.access;

import gunbot.preflight.page.PlainPages;
import gunbot.preflight.settings.Token;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Signing in and out with the token. Foreign pages get no further than {@link gunbot.preflight.api.Access}. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SignInResource {
    private final Token token;
    private final Sessions sessions;
    private final Slowdown slowdown;
    private final PlainPages pages;

    public SignInResource(Token token, Sessions sessions, Slowdown slowdown, PlainPages pages) {
        this.token = token;
        this.sessions = sessions;
        this.slowdown = slowdown;
        this.pages = pages;
    }

    /** Begins a session, or shows the form again; a wrong token is answered the later the more there were. */
    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> login(
            String body,
            @QueryParam("lang") String lang,
            @HeaderParam("Accept-Language") String languages,
            @Context HttpServerRequest request) {
        var form = new Form(body);
        var to = form.value("to");
        var address = String.valueOf(request.remoteAddress().hostAddress());
        if (!slowdown.admits(address)) {
            return Uni.createFrom().item(form(429, to, lang, languages, "signin.slow"));
        }
        if (!token.isSet()) {
            return Uni.createFrom().item(seeOther(to, lang).build());
        }
        if (token.is(form.value("token"))) {
            return Uni.createFrom()
                    .item(seeOther(to, lang)
                            .cookie(cookie(sessions.begin(), (int) Sessions.LONGEST.toSeconds(), request))
                            .build());
        }
        return Uni.createFrom()
                .emitter(emitter -> slowdown.wrong(
                        address, () -> emitter.complete(form(401, to, lang, languages, "signin.wrong"))));
    }

    @POST
    @Path("logout")
    public Response logout(@CookieParam(Sessions.COOKIE) String session, @Context HttpServerRequest request) {
        sessions.end(session);
        return seeOther("/", null).cookie(cookie("", 0, request)).build();
    }

    private Response form(int status, String to, String lang, String languages, String said) {
        var answer = Response.status(status).entity(pages.signIn(to, lang, languages, said));
        return status == 429
                ? answer.header("Retry-After", Slowdown.RETRY_AFTER).build()
                : answer.build();
    }

    private static Response.ResponseBuilder seeOther(String to, String lang) {
        return Response.seeOther(URI.create(PlainPages.own(to) + PlainPages.asking(lang)));
    }

    /** Secure wherever the request came over TLS, be it up to a proxy before us; a browser would not keep it otherwise. */
    private static NewCookie cookie(String id, int seconds, HttpServerRequest request) {
        return new NewCookie.Builder(Sessions.COOKIE)
                .value(id)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
