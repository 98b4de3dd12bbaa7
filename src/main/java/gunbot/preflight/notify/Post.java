package gunbot.preflight.notify;

import java.net.URI;
import java.util.Map;

/**
 * One request that carries a message. Its address is a secret, and so it is in no text of this.
 *
 * @param kind what we call the receiver in the log
 * @param address where it goes, and nowhere else
 * @param headers beyond the usual ones
 * @param body in UTF-8
 */
record Post(String kind, URI address, Map<String, String> headers, String body) {
    Post {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "Post[" + kind + "]";
    }
}
