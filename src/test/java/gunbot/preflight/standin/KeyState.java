package gunbot.preflight.standin;

/** What a user has done, or left undone, with a key at the exchange. An exchange refuses the states that it does not have. */
public enum KeyState {
    /** Reads and trades, is bound to an address, cannot withdraw. */
    GOOD,
    /** Reads, and nothing else. */
    READ_ONLY,
    /** Trades, but does not read. */
    NO_READ,
    /** One of several reading boxes is not ticked. */
    PARTIAL_READ,
    /** Cancels orders, but does not place them: the box to create and modify is not ticked. */
    NO_MODIFY,
    /** Places orders; the box to cancel and close is not ticked. */
    NO_CLOSE,
    /** As good, and withdraws. */
    WITHDRAW_ON,
    /** As good, and moves money between accounts. */
    TRANSFER_ON,
    /** As good, with every box beyond trading that the exchange has, save withdrawal and transfer. */
    EXTRA_RIGHTS,
    /** As good, and usable from any address. */
    UNRESTRICTED,
    /** As good, with a right that nobody has heard of yet. */
    NEW_RIGHT,
    /** As good, and ends five days from now. */
    EXPIRES_SOON,
    /** Its end has passed, or the exchange has taken its trading away for its age. */
    EXPIRED,
    /** Used from an address that is not in its list. */
    WRONG_ADDRESS,
    /** Switched off or deleted at the exchange. */
    DISABLED,
    /** The key is good, the account behind it is locked. */
    ACCOUNT_LOCKED,
    /** Asks for a one-time password with every call. */
    OTP,
    /** Good, but the exchange does not offer this key the usual declaration of rights. */
    LEGACY_NO_DECLARATION
}
