package gunbot.preflight.api;

import gunbot.preflight.text.Texts;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;

/**
 * An error as the API gives it (RFC 9457).
 *
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what went wrong, in a sentence, or the name of that sentence until its language is known; never
 *     anything that the request held
 */
@RegisterForReflection
public record Problem(String title, int status, String detail) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** @param name of the sentence among the texts: {@code not-found} for {@code problem.not-found} */
    public static Problem of(int status, String name) {
        StatusType known = Response.Status.fromStatusCode(status);
        return new Problem(known == null ? "Error" : known.getReasonPhrase(), status, name);
    }

    /** The same with its sentence; {@link RequestLanguage} sees to it for every answer of a resource. */
    Problem in(Texts texts) {
        return new Problem(title, status, texts.find("problem." + detail).orElse(detail));
    }

    public Response.ResponseBuilder response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }

    String json() {
        return new JsonObject()
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .encode();
    }
}
