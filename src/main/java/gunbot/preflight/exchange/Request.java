package gunbot.preflight.exchange;

import java.net.URI;

/**
 * A finished request but for its signature: exactly what will be sent.
 *
 * @param method in capitals
 * @param uri the exchange's real address, query included, escaped as it will be sent
 * @param body the body, or the empty text for none; a signature in it is still a hole
 */
public record Request(String method, URI uri, String body) {

    public String host() {
        return uri.getHost();
    }

    public String path() {
        return uri.getRawPath();
    }

    /** Without the question mark; empty where there is none. */
    public String query() {
        return uri.getRawQuery() == null ? "" : uri.getRawQuery();
    }

    /** Path and query as they stand in the request line. */
    public String target() {
        return query().isEmpty() ? path() : path() + "?" + query();
    }

    /** Whether the body has a hole that signing is to fill. */
    public boolean awaits(Hole hole) {
        return hole.bySigning() && body.contains(hole.mark());
    }

    /** The whole request in one line, the form in which it is compared with the allowed calls. */
    String line() {
        return body.isEmpty() ? method + " " + uri : method + " " + uri + " " + body;
    }

    /** Without parameters: the key's id may be one. */
    @Override
    public String toString() {
        return "Request[" + method + " " + uri.getHost() + "]";
    }
}
