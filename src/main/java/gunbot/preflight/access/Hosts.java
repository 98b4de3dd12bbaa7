package gunbot.preflight.access;

import gunbot.preflight.settings.Settings;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names that we are asked by. Any other is that of a page which had its own name point to us. */
@ApplicationScoped
public class Hosts {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]", "0:0:0:0:0:0:0:1");

    private final Set<String> ours = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));

    public Hosts(Settings settings) {
        settings.access().hosts().ifPresent(more -> more.forEach(host -> ours.add(host.toLowerCase(Locale.ROOT))));
    }

    /** Whether only this machine reaches what listens on an address. */
    public static boolean isLoopback(String address) {
        return LOOPBACK.contains(address);
    }

    /** Whether a request is for us: by its Host, and by its first line where that names a host, as one to a proxy does. */
    public boolean areOurs(HttpServerRequest request) {
        var authority = request.authority();
        var uri = request.uri();
        return authority != null
                && ours.contains(name(authority.toString()))
                && (uri.startsWith("/") || ours.contains(name(authority(uri))));
    }

    private static String authority(String uri) {
        return uri.replaceFirst("(?i)^https?://", "").replaceFirst("[/?#].*$", "");
    }

    /** The name without its port. */
    private static String name(String authority) {
        var lower = authority.toLowerCase(Locale.ROOT);
        var end = lower.startsWith("[") ? lower.indexOf(']') + 1 : lower.indexOf(':');
        return end <= 0 ? lower : lower.substring(0, end);
    }
}
