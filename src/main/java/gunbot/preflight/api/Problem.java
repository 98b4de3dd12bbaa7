package gunbot.preflight.api;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;

/**
 * An error as the API gives it (RFC 9457).
 *
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what went wrong, in a sentence; never anything that the request held
 */
@RegisterForReflection
public record Problem(String title, int status, String detail) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String detail) {
        StatusType known = Response.Status.fromStatusCode(status);
        return new Problem(known == null ? "Error" : known.getReasonPhrase(), status, detail);
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
