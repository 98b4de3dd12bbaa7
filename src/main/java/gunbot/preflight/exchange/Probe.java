package gunbot.preflight.exchange;

import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What an exchange's adapter may do while it asks for one key: nothing but its allowed calls, one after the other. */
public interface Probe {

    /**
     * Whether the exchange is there at all: why its time call was refused, or nothing where it told the time. That call is
     * sent once per check and exchange, before any that is signed; so this costs nothing.
     */
    Uni<Optional<Refusal>> alive();

    /** An unsigned call. */
    Uni<Outcome> open(AllowedCall call);

    /** A signed call. Time, nonce and random ids are filled in; a refusal for the time is retried once with theirs. */
    default Uni<Outcome> signed(AllowedCall call) {
        return signed(call, "", Map.of());
    }

    /**
     * A signed call with a value that an earlier answer told.
     *
     * @param learnt by hole; each has the form of its hole or the call is not sent
     */
    default Uni<Outcome> signed(AllowedCall call, Map<Hole, String> learnt) {
        return signed(call, "", learnt);
    }

    /**
     * A signed call to an exchange that has several ways to sign.
     *
     * @param style given to {@link Exchange#sign}
     */
    default Uni<Outcome> signed(AllowedCall call, String style) {
        return signed(call, style, Map.of());
    }

    /** All of the above at once. */
    Uni<Outcome> signed(AllowedCall call, String style, Map<Hole, String> learnt);

    Market market();

    boolean testnet();

    /** The public half of the key; some exchanges answer with a list of keys. */
    String key();

    /** The account's id, where config.js tells one; else empty. Some exchanges want it of some keys alone. */
    String clientId();

    /** Whether the secret is a private key in PEM form; some exchanges want its kind told in the request. */
    boolean privateKey();

    /** Our time, for answers that tell how long something lasts but not until when. */
    Instant instant();

    /** Whether a cancel of an impossible order may be sent. */
    boolean mayProbeByRefusal();
}
