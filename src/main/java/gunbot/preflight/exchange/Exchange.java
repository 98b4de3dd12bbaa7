package gunbot.preflight.exchange;

import gunbot.preflight.facts.Facts;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * One exchange: what it is, what may be sent to it, how a request is signed, how its answers read. One folder each; to
 * add one is to add its folder.
 */
public interface Exchange {

    Listing listing();

    /** Every request that may ever be sent to this exchange. */
    List<AllowedCall> allowedCalls();

    /** The call that tells the exchange's time, and how to read it. */
    TimeCall timeCall(boolean testnet);

    /**
     * Whether there is a test network that can be asked: it tells its time in a place of its own. A key of a test network is
     * sent to no other place.
     */
    default boolean hasTestNetwork() {
        return !timeCall(true).call().text().equals(timeCall(false).call().text());
    }

    /**
     * Whether the exchange is no more. Its keys are sent nowhere but to an origin that is set on purpose: whoever answers
     * at its address by now is not the exchange.
     */
    default boolean closed() {
        return standing().state() == Standing.State.CLOSED;
    }

    /** For whom it is open, and whether Gunbot still names it. */
    default Standing standing() {
        return Standing.OPEN;
    }

    /** The forms in which it makes keys, the one to choose first; a key is judged by the boxes of its own form. */
    default List<KeyForm> keyForms() {
        return List.of(new KeyForm("", listing().boxes()));
    }

    /** What is wrong with the form of a key, found without sending anything. */
    default Optional<Malformed> malformed(Credentials credentials) {
        return Optional.empty();
    }

    /**
     * Whether a key has the very form that this exchange gives out. Asked only of entries that Gunbot marks as encrypted:
     * such an entry may hold plain values all the same when it has just been edited.
     */
    default boolean looksPlain(Credentials credentials) {
        return false;
    }

    /**
     * Whether asking about this key uses up nonces that Gunbot needs too. Where keys of one exchange differ in that, it is
     * known only once the key was asked.
     */
    default boolean usesNonces(Credentials credentials) {
        return listing().nonces();
    }

    /**
     * Signs a request.
     *
     * @param millis the time of the request, Unix milliseconds; where the exchange wants nonces, the nonce
     * @param style which of this exchange's ways to sign, as given to {@link Probe#signed}; empty for the usual one
     */
    Signature sign(Request request, Credentials credentials, long millis, String style);

    /** Reads an answer: its data, or the refusal that it is, by this exchange's own table. */
    Outcome read(Answer answer);

    /** Asks for one key's rights; ends with facts whatever happens, never with a failure for what an exchange says. */
    Uni<Facts> ask(Probe probe);
}
