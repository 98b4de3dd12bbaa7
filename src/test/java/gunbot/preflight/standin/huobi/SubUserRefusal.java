package gunbot.preflight.standin.huobi;

/** How a call that is closed to sub-users is refused; which of them HTX uses is not documented. */
public enum SubUserRefusal {
    EMPTY_403,
    CODE_403,
    CODE_1002,
    NO_PERMISSION
}
