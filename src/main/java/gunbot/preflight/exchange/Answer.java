package gunbot.preflight.exchange;

import java.util.Map;
import java.util.Optional;

/**
 * An answer as it came over HTTP, within our limits of size and time.
 *
 * @param status the HTTP status
 * @param headers the headers, names in lower case, the first of each name
 * @param body the body as text, inflated
 */
public record Answer(int status, Map<String, String> headers, String body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Without what may repeat a request of ours. */
    @Override
    public String toString() {
        return "Answer[" + status + ", " + body.length() + " characters]";
    }
}
