package gunbot.preflight.facts;

import java.util.Locale;
import java.util.Optional;

/** The kind of market that an entry trades on; the values of Gunbot's field {@code market}. */
public enum Market {
    SPOT,
    MARGIN,
    FUTURES,
    SWAP,
    DELIVERY;

    /** Gunbot's word for it, whatever its case. */
    public static Optional<Market> of(String word) {
        for (var market : values()) {
            if (market.name().equalsIgnoreCase(word.strip())) {
                return Optional.of(market);
            }
        }
        return Optional.empty();
    }

    /** As written in config.js and in the report. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
