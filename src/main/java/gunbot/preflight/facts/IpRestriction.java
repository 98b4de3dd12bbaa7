package gunbot.preflight.facts;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Whether the key works from certain addresses only.
 *
 * @param state ON with an address list, OFF where any address may use the key
 * @param addresses the list as far as the exchange tells it; empty where it tells only that there is one
 * @param whole whether nothing of what the exchange told is missing from the list
 */
public record IpRestriction(State state, List<String> addresses, boolean whole) {
    public static final IpRestriction UNKNOWN = new IpRestriction(State.UNKNOWN, List.of());

    /** What an address, a range or an exchange's half-hidden address ({@code 203.**.154}) is made of; a key may be all hexadecimal digits. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?=[^/-]*[.:])[0-9A-Fa-f.:*]{2,45}(/[0-9]{1,3})?(-[0-9A-Fa-f.:]{2,45})?");

    public IpRestriction {
        whole = whole && addresses.stream().allMatch(IpRestriction::isAddress);
        addresses = addresses.stream().filter(IpRestriction::isAddress).toList();
    }

    public IpRestriction(State state, List<String> addresses) {
        this(state, addresses, true);
    }

    /** What a list of addresses means: an empty one lets every address in; one of which nothing can be read, tells nothing. */
    public static IpRestriction of(List<String> told) {
        boolean readable = told.isEmpty() || told.stream().anyMatch(IpRestriction::isAddress);
        return readable ? new IpRestriction(State.of(!told.isEmpty()), told) : UNKNOWN;
    }

    /** The same without what a cleaner takes out. */
    IpRestriction cleaned(UnaryOperator<String> cleaner) {
        return new IpRestriction(state, addresses.stream().map(cleaner).toList(), whole);
    }

    /** Whether a text has the form of an address or range; what has not is never shown. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }
}
