package gunbot.preflight.facts;

/** What a state rests on. */
public enum Evidence {
    /** The exchange lists the key's rights. */
    DECLARED,
    /** An answer to a request proves it. */
    INFERRED,
    /** Nothing: the state is UNKNOWN. */
    NONE
}
