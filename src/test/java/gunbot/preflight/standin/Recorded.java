package gunbot.preflight.standin;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it came in, byte for byte.
 *
 * @param method in capitals
 * @param path still percent-encoded
 * @param query still percent-encoded, without the question mark; empty if there is none
 * @param headers found whatever the case of their names
 * @param body as sent
 */
public record Recorded(String method, String path, String query, Map<String, String> headers, Buffer body) {

    /** The name under which a body that is no form stands among the parameters. */
    public static final String BODY = "(body)";

    static Recorded of(HttpServerRequest request, Buffer body) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach(header -> headers.merge(header.getKey(), header.getValue(), (a, b) -> a + "," + b));
        String uri = request.uri();
        int mark = uri.indexOf('?');
        return new Recorded(
                request.method().name(),
                mark < 0 ? uri : uri.substring(0, mark),
                mark < 0 ? "" : uri.substring(mark + 1),
                Collections.unmodifiableMap(headers),
                body);
    }

    /** Method and path, such as {@code GET /api/v3/time}. */
    public String call() {
        return method + " " + path;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(value -> !value.isEmpty());
    }

    public String bodyText() {
        return body.toString();
    }

    /** The parameters of the query alone. */
    public Parameters queryParameters() {
        return Parameters.of(query);
    }

    /**
     * The parameters of query and form body; where a name is in both, it counts as repeated. A body of another kind counts as
     * one parameter, {@link #BODY}, with the whole body as its value.
     */
    public Parameters parameters() {
        if (body.length() == 0) {
            return queryParameters();
        }
        return queryParameters().and(isForm() ? Parameters.of(bodyText()) : Parameters.of(BODY, bodyText()));
    }

    public boolean isForm() {
        return header("Content-Type")
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
    }

    /** All that was sent, in one text. */
    public String everything() {
        StringBuilder all = new StringBuilder(call());
        all.append('?').append(query);
        headers.forEach(
                (name, value) -> all.append(' ').append(name).append(": ").append(value));
        return all.append(' ').append(bodyText()).toString();
    }
}
