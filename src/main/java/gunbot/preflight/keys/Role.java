package gunbot.preflight.keys;

/** What Gunbot uses a key for. */
public enum Role {
    /** It places orders. */
    TRADING,
    /** It proves the licence; reading is enough. */
    MASTER,
    /** One key for both; judged as TRADING. */
    BOTH
}
