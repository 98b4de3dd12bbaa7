package gunbot.preflight.facts;

/** The stable codes of findings, each with the severity that it has unless a policy says otherwise. */
public enum Code {
    READ_OFF(Severity.BLOCKER),
    TRADE_OFF(Severity.BLOCKER),
    EXPIRED(Severity.BLOCKER),
    INVALID_KEY(Severity.BLOCKER),
    BAD_SIGNATURE(Severity.BLOCKER),
    BAD_PASSPHRASE(Severity.BLOCKER),
    IP_NOT_ALLOWED(Severity.BLOCKER),
    PERMISSION_DENIED(Severity.BLOCKER),
    OTP_REQUIRED(Severity.BLOCKER),
    ACCOUNT_LOCKED(Severity.BLOCKER),
    /** Futures not opened, a sub-account needed, an identity not verified. */
    ACCOUNT_SETUP(Severity.BLOCKER),
    /** Not confirmed by e-mail yet, or still in a new key's waiting time. */
    KEY_NOT_ACTIVE(Severity.BLOCKER),
    WRONG_ENVIRONMENT(Severity.BLOCKER),
    REGION_BLOCKED(Severity.BLOCKER),
    /** One code of the exchange for several causes; the finding names those that remain. */
    AMBIGUOUS_REFUSAL(Severity.BLOCKER),
    /** A BLOCKER when a request was refused for its time, else a WARNING. */
    CLOCK_SKEW(Severity.WARNING),
    CREDENTIAL_MISSING(Severity.BLOCKER),
    CREDENTIAL_MALFORMED(Severity.BLOCKER),
    PLACEHOLDER(Severity.BLOCKER),
    EXCHANGE_CLOSED(Severity.BLOCKER),
    KEY_MISMATCH(Severity.BLOCKER),
    WITHDRAW_ON(Severity.BLOCKER),

    RATE_LIMITED(Severity.UNKNOWN),
    MAINTENANCE(Severity.UNKNOWN),
    UNREACHABLE(Severity.UNKNOWN),
    /** Every exchange failed: the fault is on our line. */
    NO_NETWORK(Severity.UNKNOWN),
    NONCE(Severity.UNKNOWN),
    UNEXPECTED_ANSWER(Severity.UNKNOWN),
    API_RETIRED(Severity.UNKNOWN),
    CREDENTIAL_ENCRYPTED(Severity.UNKNOWN),

    TRANSFER_ON(Severity.WARNING),
    EXCESS_SCOPE(Severity.WARNING),
    /** A WARNING for a required scope and for WITHDRAW, else an INFO. */
    SCOPE_UNKNOWN(Severity.WARNING),
    IP_UNRESTRICTED(Severity.WARNING),
    /** The exchange sees us at an address that the key's list lacks; it answers, for now. */
    ADDRESS_NOT_LISTED(Severity.WARNING),
    EXPIRES_SOON(Severity.WARNING),
    EXPIRES_BY_POLICY(Severity.WARNING),
    /** The exchange goes by another name now, or Gunbot by another entry; the old one is most likely left over. */
    EXCHANGE_RENAMED(Severity.WARNING),
    /** The key works, but with an interface that the exchange is about to switch off. */
    API_PHASED_OUT(Severity.WARNING),
    EXCHANGE_UNSUPPORTED(Severity.WARNING),
    KEY_SHARED(Severity.WARNING),
    /** Master key and trading key of one entry belong to different accounts. */
    ACCOUNT_MISMATCH(Severity.WARNING),
    WHITESPACE(Severity.WARNING),
    /** The exchange answered, but a part of the answer is missing or not of its form: what it would tell is UNKNOWN. */
    ANSWER_INCOMPLETE(Severity.WARNING),
    /** The key sees only a part of the account's history. */
    HISTORY_LIMITED(Severity.WARNING),
    /** The entry's name and its type speak of different exchanges. */
    ENTRY_TYPE_DIFFERS(Severity.WARNING),
    ENTRY_ORPHAN(Severity.WARNING),
    /** Two keys were given directly for one key of an entry: only the first is used. */
    GIVEN_TWICE(Severity.WARNING),
    /** Gunbot has an address to withdraw to: somebody may have allowed a key to withdraw. */
    WITHDRAW_ADDRESS_SET(Severity.WARNING),
    CONFIG_INVALID(Severity.WARNING),
    CONFIG_UNREADABLE(Severity.WARNING),
    CONFIG_EMPTIED(Severity.WARNING),
    GATE_OVERRIDDEN(Severity.WARNING),
    /** Keys could not be asked for so long that the gate opened without them. */
    GATE_TIMED_OUT(Severity.WARNING),
    /** A WARNING when a right was gained or an address list loosened, else an INFO. */
    CHANGED(Severity.WARNING),

    ENTRY_IDLE(Severity.INFO),
    /** Gunbot looks but does not trade; keys are judged as if it did. */
    WATCH_MODE(Severity.INFO),
    ENTRY_ARCHIVED(Severity.INFO),
    /** The entry has a trading key alone; newer Gunbots look for the other in vain. */
    MASTER_KEY_MISSING(Severity.INFO),
    NO_KEYS(Severity.INFO),
    ORIGIN_OVERRIDDEN(Severity.INFO),
    /** A key given directly that config.js cannot confirm: not proved to be Gunbot's key. */
    KEY_NOT_CONFIRMED(Severity.INFO);

    private final Severity severity;

    Code(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
