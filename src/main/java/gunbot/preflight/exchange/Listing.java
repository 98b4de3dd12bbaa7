package gunbot.preflight.exchange;

import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Scope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The catalogue entry of an exchange: what it is called, what a key of it needs. Judgement and guides read the same
 * entry, so that they cannot differ.
 *
 * @param id our id, as in the API
 * @param title the exchange's own name
 * @param gunbotNames the names that Gunbot's config.js may use, in lower case
 * @param testnetNames those of them that mean the exchange's test network
 * @param markets what Gunbot may trade there; the first is the default
 * @param boxes the boxes of its key page
 * @param credentials the fields of a key, besides key and secret
 * @param keyPage the address of the page on which keys are made
 * @param keyPageName what the exchange calls that page
 * @param window how far off a clock may be, or null where requests carry no time
 * @param nonces whether requests carry a nonce that must rise
 * @param rightsCanBeEdited whether the boxes of an existing key can be changed; else a new key must be made
 */
public record Listing(
        String id,
        String title,
        Set<String> gunbotNames,
        Set<String> testnetNames,
        List<Market> markets,
        List<Box> boxes,
        Set<Credential> credentials,
        String keyPage,
        String keyPageName,
        ClockWindow window,
        boolean nonces,
        boolean rightsCanBeEdited) {

    /** An exchange of which no name means the test network. */
    public Listing(
            String id,
            String title,
            Set<String> gunbotNames,
            List<Market> markets,
            List<Box> boxes,
            Set<Credential> credentials,
            String keyPage,
            String keyPageName,
            ClockWindow window,
            boolean nonces,
            boolean rightsCanBeEdited) {
        this(
                id,
                title,
                gunbotNames,
                Set.of(),
                markets,
                boxes,
                credentials,
                keyPage,
                keyPageName,
                window,
                nonces,
                rightsCanBeEdited);
    }

    /** A field that a key has besides key and secret. */
    public enum Credential {
        PASSPHRASE,
        CLIENT_ID
    }

    public Market defaultMarket() {
        return markets.get(0);
    }

    /** The scopes that this exchange has at all. */
    public Set<Scope> scopes() {
        var scopes = EnumSet.noneOf(Scope.class);
        boxes.forEach(box -> scopes.add(box.scope()));
        return scopes;
    }

    /** The right to trade on a market; TRADE_SPOT where the exchange has no right of its own for that market. */
    public Scope tradeScope(Market market) {
        var scope =
                switch (market) {
                    case SPOT -> Scope.TRADE_SPOT;
                    case MARGIN -> Scope.TRADE_MARGIN;
                    case FUTURES, SWAP, DELIVERY -> Scope.TRADE_FUTURES;
                };
        return scopes().contains(scope) ? scope : Scope.TRADE_SPOT;
    }

    /** The same entry with the boxes of one form of keys alone. */
    public Listing with(List<Box> some) {
        return new Listing(
                id,
                title,
                gunbotNames,
                testnetNames,
                markets,
                some,
                credentials,
                keyPage,
                keyPageName,
                window,
                nonces,
                rightsCanBeEdited);
    }

    public Optional<Box> box(String id) {
        return boxes.stream().filter(box -> box.id().equals(id)).findFirst();
    }

    /** The labels of boxes by their ids. */
    public List<String> labels(String... ids) {
        return Arrays.stream(ids).map(id -> box(id).orElseThrow().label()).toList();
    }
}
