package gunbot.preflight.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Where requests may be sent instead of an exchange's own hosts: to the loopback, or to a host of the catalogue. */
public final class Origins {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private Origins() {}

    /**
     * The origin that a text names; empty where it is none, or none that keys may be sent to.
     *
     * @param isExchangesOwn whether a host is one of the catalogue's; not asked where the text names the loopback
     */
    public static Optional<URI> parse(String text, Predicate<String> isExchangesOwn) {
        try {
            var uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            var host = uri.getHost();
            boolean bare = uri.getRawPath() != null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
            if (host == null || !bare) {
                return Optional.empty();
            }
            boolean allowed = LOOPBACK.contains(host)
                    ? "http".equals(uri.getScheme()) || "https".equals(uri.getScheme())
                    : "https".equals(uri.getScheme()) && isExchangesOwn.test(host);
            return allowed ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
