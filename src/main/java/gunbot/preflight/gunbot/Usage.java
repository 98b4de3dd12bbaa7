package gunbot.preflight.gunbot;

/** Whether Gunbot uses an entry of {@code exchanges}. */
public enum Usage {
    /** At least one pair is not disabled. */
    ACTIVE,
    /** No enabled pair; Gunbot may begin to use it without anybody editing the file. */
    IDLE,
    /** Set aside by Gunbot to free a slot; never asked. */
    ARCHIVED
}
