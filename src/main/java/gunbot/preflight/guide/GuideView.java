package gunbot.preflight.guide;

import com.fasterxml.jackson.annotation.JsonFormat;
import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.exchange.Standing;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.keys.Role;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;

/**
 * How to make a key for Gunbot at one exchange, in one language. The boxes come from the catalogue by which keys are
 * judged; the steps name them by it too.
 *
 * @param id our id of the exchange
 * @param title the exchange's own name
 * @param language the language of the texts, such as {@code es}
 * @param state for whom the exchange is open
 * @param since from when on it is so, or null
 * @param standing the same in words
 * @param supported whether keys of it are asked for their rights; not those of a closed exchange
 * @param listedByGunbot whether Gunbot's current lists of exchanges have it
 * @param gunbotNames the names that config.js may use, in lower case; case does not count there
 * @param markets what Gunbot may trade there, in config.js's words; the first is meant where config.js names none
 * @param keyPage the address of the page on which keys are made, or null where there is none any more
 * @param keyPageName what the exchange calls that page
 * @param keys what to tick, for each kind of key
 * @param fields what to enter where in Gunbot
 * @param afterwards what is left to do once the key is made
 * @param address advice about the key's address list
 * @param expiry whether and when such a key lapses
 * @param rightsCanBeEdited whether the boxes of an existing key can be changed
 * @param editing the same in words, with what to do where they cannot
 * @param traps what about the account or the key goes wrong most often
 * @param removal steps to get rid of a key that is left over; empty where the exchange is open
 */
@RegisterForReflection
public record GuideView(
        String id,
        String title,
        String language,
        Standing.State state,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate since,
        String standing,
        boolean supported,
        boolean listedByGunbot,
        List<String> gunbotNames,
        List<String> markets,
        String keyPage,
        String keyPageName,
        List<KeyGuide> keys,
        List<Field> fields,
        List<String> afterwards,
        String address,
        String expiry,
        boolean rightsCanBeEdited,
        String editing,
        List<String> traps,
        List<String> removal) {

    /**
     * One kind of key.
     *
     * @param role TRADING for the key that trades, alone or as the master key too; MASTER for a master key of its own
     * @param markets those for which the boxes are these
     * @param title what to call it
     * @param note what to know of it before, or empty
     * @param boxes every box of the page
     * @param steps how to make it, in order; empty where none can be made any more
     */
    @RegisterForReflection
    public record KeyGuide(
            Role role, List<String> markets, String title, String note, List<BoxView> boxes, List<String> steps) {}

    /**
     * One box.
     *
     * @param id the exchange's name for it in its answers; unique within a key
     * @param label what stands beside it today; by {@code print} also the name in the answers or our own words
     * @param print where the label comes from
     * @param formerly what stood there before, or empty
     * @param scope the right that it gives
     * @param right the same in words
     * @param expectation REQUIRED: tick it; ALLOWED: as you like; FORBIDDEN: leave it off
     * @param note what to know of it, or empty
     */
    @RegisterForReflection
    public record BoxView(
            String id,
            String label,
            Box.Print print,
            String formerly,
            Scope scope,
            String right,
            Expectation expectation,
            String note) {}

    /**
     * One field of Gunbot.
     *
     * @param name as in config.js
     * @param required whether Gunbot cannot trade without it; false for a closed exchange
     * @param text what to enter
     */
    @RegisterForReflection
    public record Field(String name, boolean required, String text) {}
}
