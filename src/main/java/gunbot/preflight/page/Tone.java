package gunbot.preflight.page;

import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.judge.Verdict;

/** How a thing is to be taken; every tone has a mark of its own, so that nothing is told by colour alone. */
public enum Tone {
    GOOD,
    LOOK,
    BAD,
    UNSURE,
    QUIET;

    /** The name of its style and of its mark. */
    public String style() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Tone of(Verdict verdict) {
        return switch (verdict) {
            case READY -> GOOD;
            case ATTENTION -> LOOK;
            case NOT_READY -> BAD;
            case UNKNOWN -> UNSURE;
            case NOT_CHECKED -> QUIET;
        };
    }

    static Tone ofSeverity(String severity) {
        return switch (severity) {
            case "BLOCKER" -> BAD;
            case "WARNING" -> LOOK;
            case "UNKNOWN" -> UNSURE;
            default -> QUIET;
        };
    }

    /** How a box of a guide is to be taken: money that can leave weighs more than all else. */
    static Tone ofBox(Expectation expectation, Scope scope) {
        return switch (expectation) {
            case REQUIRED -> GOOD;
            case ALLOWED -> QUIET;
            case FORBIDDEN -> scope == Scope.WITHDRAW || scope == Scope.TRANSFER ? BAD : LOOK;
        };
    }
}
