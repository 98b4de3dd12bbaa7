package gunbot.preflight.probe;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import java.util.Optional;

/** How much may be asked of one key in one check: an exchange locks out who asks on and on. */
final class Quota {
    private static final int MOST_SIGNED = 6;
    private static final int MOST_REFUSALS = 2;

    private final boolean refusalProbes;
    private int signed;
    private int ofTheKey;
    private Refusal lastOfTheKey;

    /**
     * @param refusalProbes whether the cancel of an order that cannot exist may be sent
     */
    Quota(boolean refusalProbes) {
        this.refusalProbes = refusalProbes;
    }

    /** The refusal of the key that counts for all further questions, once there were as many as are borne. */
    Optional<Refusal> refusedForGood() {
        return ofTheKey >= MOST_REFUSALS ? Optional.of(lastOfTheKey) : Optional.empty();
    }

    /** Counts one more signed call; or says why it is not to be sent. */
    Optional<Refusal> take(AllowedCall call) {
        if (signed >= MOST_SIGNED) {
            return Optional.of(Refusal.of(Code.UNEXPECTED_ANSWER, "more requests than allowed for one check"));
        }
        if (call.kind() == AllowedCall.Kind.REFUSAL_PROBE && !refusalProbes) { // whatever an adapter forgot
            return Optional.of(Refusal.of(Code.UNEXPECTED_ANSWER, "not tried"));
        }
        signed++;
        return Optional.empty();
    }

    /** Takes note of how a signed call ended. */
    void note(Outcome outcome) {
        outcome.refusal().filter(Refusal::ofTheKey).ifPresent(refusal -> {
            ofTheKey++;
            lastOfTheKey = refusal;
        });
    }
}
