package gunbot.preflight.standin;

/** What may go wrong with every answer of an exchange, whatever the key. */
public enum Fault {
    /** Nothing: the usual answer. */
    NONE,
    /** No answer ever; the connection stays open. */
    SILENT,
    /** The connection is closed without an answer. */
    RESET,
    /** A body that drips, a blank now and then, and never ends. */
    TRICKLE,
    /** A body that comes as fast as it is read, and never ends. */
    ENDLESS,
    /** A whole JSON answer of three megabytes. */
    HUGE,
    /** A small compressed answer that becomes 24 megabytes. */
    GZIP_BOMB,
    /** Status 200 and a page. */
    GARBAGE,
    /** Status 200 and no body. */
    EMPTY,
    /** The first half of the usual answer. */
    TRUNCATED_JSON,
    /** The way to another host. */
    REDIRECT,
    /** The page of what stands before the exchange, status 403. */
    FRONT_END_403,
    /** The exchange's word for too many requests. */
    RATE_LIMITED,
    /** The exchange's word for far too many: a ban or lock-out. */
    BANNED,
    /** The exchange's word for a pause of its service. */
    MAINTENANCE,
    /** The exchange's word for a country that it does not serve. */
    REGION,
    /** A refusal whose text holds everything that was sent, at the place where an address would stand, if there is one. */
    ECHO,
    /** The usual answer, with everything that was sent among its names, rights and addresses. */
    ECHO_IN_GOOD_ANSWER
}
