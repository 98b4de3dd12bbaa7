package gunbot.preflight.check;

/** Which keys a check asks about, the fewest first. Those it does not ask about keep the answers that they have. */
public enum Which {
    /** Those that were never asked with these very credentials, market and network: for a changed file. */
    NEW,
    /** Those, and the ones whose time has come: for re-checks. */
    DUE,
    /** All, but for those whose exchange wants to be left alone: for a person. */
    ALL
}
