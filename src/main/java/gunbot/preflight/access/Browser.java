package gunbot.preflight.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** What a browser says of the request that it sends; other clients say none of it. */
public final class Browser {
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD");

    private Browser() {}

    /** Whether a person will look at the answer. */
    public static boolean asksForPage(String accept) {
        return accept != null && accept.contains("text/html");
    }

    /**
     * Whether the request comes from a page of somebody else. Following a link to one of our pages is fine.
     *
     * @param authority by which name and port we are asked
     * @param origin the header Origin, or null
     * @param site the header Sec-Fetch-Site, or null
     * @param mode the header Sec-Fetch-Mode, or null
     */
    public static boolean isForeign(String method, String authority, String origin, String site, String mode) {
        if (origin != null && !isOf(origin, authority)) {
            return true;
        }
        return site != null && !OWN.contains(site) && !(HARMLESS.contains(method) && "navigate".equals(mode));
    }

    private static boolean isOf(String origin, String authority) {
        try {
            return authority.equalsIgnoreCase(new URI(origin).getRawAuthority());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
