package gunbot.preflight.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * The form of a request. A proxy before us and we must not read the same one differently: one request could hide another
 * behind it, or pass for one to another host.
 */
public final class Shape {
    private Shape() {}

    /** Whether there is one way alone to read for whom the request is, where it comes from and where it ends. */
    public static boolean isPlain(HttpServerRequest request) {
        var headers = request.headers();
        return request.version() != HttpVersion.HTTP_2
                && headers.getAll("Host").size() <= 1
                && headers.getAll("Origin").size() <= 1
                && headers.getAll("Transfer-Encoding").stream().allMatch("chunked"::equalsIgnoreCase);
    }

    /** Whether something comes after the head. */
    public static boolean hasBody(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding") || (length != null && !length.equals("0"));
    }

    /** Closes the connection once this request is answered, since what comes after it may be a part of it. */
    public static void isTheLastOf(RoutingContext context) {
        context.response()
                .putHeader("Connection", "close")
                .endHandler(ended -> context.request().connection().close());
    }
}
