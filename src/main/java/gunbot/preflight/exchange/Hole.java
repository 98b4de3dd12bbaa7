package gunbot.preflight.exchange;

import java.util.regex.Pattern;

/** The only places of an allowed call that may differ from one request to the next, and what may stand there. */
public enum Hole {
    /** Our time, Unix milliseconds. */
    TIME("[1-9][0-9]{12}"),
    /** Our time, Unix seconds. */
    SECONDS("[1-9][0-9]{9}"),
    /** Our time in UTC, whole seconds, its colons escaped as in a query. */
    UTC("2[0-9]{3}-[01][0-9]-[0-3][0-9]T[0-2][0-9]%3A[0-5][0-9]%3A[0-5][0-9]"),
    /** A nonce on the scale of milliseconds, never a larger one. */
    NONCE("[1-9][0-9]{12}"),
    /** A fresh random id that no order can have. */
    UUID("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"),
    /** The public half of the key, where it is a parameter; of characters that need no escaping. */
    ACCESS_KEY("[0-9A-Za-z-]{1,64}"),
    /** The number of the key's own account, learnt from an answer. */
    UID("[1-9][0-9]{0,18}"),
    /** The name of a public market, learnt from an answer. */
    MARKET("[a-z0-9]{2,12}_[a-z0-9]{2,12}"),
    /** A signature that has its place in the body; open until the request has been compared, then filled by signing alone. */
    SIGNATURE("[0-9A-Za-z+/=_-]{1,1024}"),
    /** The public half of the key that signs, where it has its place beside the signature. */
    PUBLIC_KEY("[0-9A-Fa-f]{64,130}");

    private final Pattern pattern;

    Hole(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** Whether a value may stand here. */
    public boolean admits(String value) {
        return pattern.matcher(value).matches();
    }

    /** Whether signing fills it. Until then its mark stands there and nothing else, in the request that is compared too. */
    boolean bySigning() {
        return this == SIGNATURE || this == PUBLIC_KEY;
    }

    Pattern pattern() {
        return pattern;
    }

    /** As it stands in the text of an allowed call. */
    String mark() {
        return "<" + name().toLowerCase(java.util.Locale.ROOT) + ">";
    }
}
