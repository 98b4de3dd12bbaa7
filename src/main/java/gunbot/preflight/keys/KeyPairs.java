package gunbot.preflight.keys;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gunbot.Entry;
import gunbot.preflight.gunbot.Entry.Pair;
import gunbot.preflight.gunbot.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The key pairs of one entry, each with its role: one where trading key and master key are the same or only one is there,
 * else two. What was given directly completes what config.js holds.
 *
 * @param role what Gunbot uses it for
 * @param credentials the pair with the entry's other fields
 * @param source where they come from
 * @param flagged whether config.js marks values as encrypted that are still used here
 * @param testnet whether it is a key of the test network
 * @param findings what completing it brought up
 */
record KeyPairs(
        Role role, Credentials credentials, Source source, boolean flagged, boolean testnet, List<Finding> findings) {

    /**
     * @param given for this entry; of several for one role the first counts, and the others are told
     */
    static List<KeyPairs> of(Entry entry, List<Given> given) {
        var tradings = given.stream().filter(g -> g.role() != Role.MASTER).toList();
        var masters = given.stream().filter(g -> g.role() == Role.MASTER).toList();
        var trading = first(tradings);
        var master = first(masters);
        if (master == null && (isUnset(entry.masterkey()) || isSame(entry, trading))) {
            var role = isUnset(entry.masterkey()) && (trading == null || trading.role() != Role.BOTH)
                    ? Role.TRADING
                    : Role.BOTH;
            var one = pair(role, entry, entry.key(), trading).beside(tradings);
            return List.of(role == Role.BOTH ? one.withBlanksOf(entry.masterkey()) : one);
        }
        var master1 = pair(Role.MASTER, entry, entry.masterkey(), master).beside(masters);
        boolean onlyMaster = trading == null
                && entry.key().isEmpty()
                && !given.isEmpty()
                && entry.masterkey().isEmpty();
        return onlyMaster
                ? List.of(master1)
                : List.of(pair(Role.TRADING, entry, entry.key(), trading).beside(tradings), master1);
    }

    /** Those that count: at most one for each role. */
    static List<Given> used(List<Given> given) {
        return Stream.of(
                        given.stream().filter(g -> g.role() != Role.MASTER).findFirst(),
                        given.stream().filter(g -> g.role() == Role.MASTER).findFirst())
                .flatMap(Optional::stream)
                .toList();
    }

    private static Given first(List<Given> given) {
        return given.isEmpty() ? null : given.get(0);
    }

    /** Tells of all but the first of those that were given for it: they are used nowhere. */
    private KeyPairs beside(List<Given> given) {
        var all = new ArrayList<>(findings);
        given.stream()
                .skip(1)
                .forEach(unused -> all.add(Finding.of(Code.GIVEN_TWICE)
                        .with("slot", unused.slot())
                        .with("used", given.get(0).slot())));
        return new KeyPairs(role, credentials, source, flagged, testnet, all);
    }

    /** The master pair is not asked when it is the same, but Gunbot stumbles over a blank in it all the same. */
    private KeyPairs withBlanksOf(Pair master) {
        var fields = new ArrayList<String>();
        if (isBlankAround(master.key(), credentials.key())) {
            fields.add("masterkey");
        }
        if (isBlankAround(master.secret(), credentials.secret())) {
            fields.add("mastersecret");
        }
        if (fields.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(findings);
        all.add(Finding.of(Code.WHITESPACE).with("fields", String.join(", ", fields)));
        return new KeyPairs(role, credentials, source, flagged, testnet, all);
    }

    /** @param told the trading key's text, of whose blanks is told elsewhere */
    private static boolean isBlankAround(String text, String told) {
        return !text.equals(text.strip()) && !text.equals(told);
    }

    private static boolean isUnset(Pair pair) {
        return (pair.key().isBlank() || Placeholders.is(pair.key()))
                && (pair.secret().isBlank() || Placeholders.is(pair.secret()));
    }

    /** The same key: then the master's secret adds nothing, whether it is repeated, empty or stored encrypted. */
    private static boolean isSame(Entry entry, Given trading) {
        var sameKey = entry.masterkey().key().strip().equals(entry.key().key().strip());
        var secret = entry.masterkey().secret().strip();
        return sameKey
                && (secret.equals(entry.key().secret().strip())
                        || secret.isEmpty()
                        || Placeholders.is(secret)
                        || (secret.startsWith("ENC:") && trading != null));
    }

    private static KeyPairs pair(Role role, Entry entry, Pair pair, Given given) {
        if (given == null) {
            var credentials = new Credentials(pair.key(), pair.secret(), entry.passphrase(), entry.clientId());
            return new KeyPairs(role, credentials, Source.CONFIG, entry.encrypted(), entry.testnet(), List.of());
        }
        var credentials = new Credentials(
                either(given.key(), pair.key()),
                either(given.secret(), pair.secret()),
                either(given.passphrase(), entry.passphrase()),
                either(given.clientId(), entry.clientId()));
        boolean fromConfig = (given.key().isEmpty() && !pair.key().isEmpty())
                || (given.secret().isEmpty() && !pair.secret().isEmpty())
                || (given.passphrase().isEmpty() && !entry.passphrase().isEmpty());
        boolean fromGiven = !given.key().isEmpty()
                || !given.secret().isEmpty()
                || !given.passphrase().isEmpty();
        var source = !fromGiven ? Source.CONFIG : fromConfig ? Source.MIXED : Source.GIVEN;
        // a value that Gunbot may have encrypted is still in use only where no given one took its place
        boolean flagged =
                entry.encrypted() && (given.secret().isEmpty() || given.key().isEmpty());
        return new KeyPairs(
                role,
                credentials,
                source,
                flagged && !plainKeyWithGivenSecret(given, pair),
                testnet(entry, given),
                findings(given, pair));
    }

    /** A key id in clear beside an encrypted secret: the given secret completes it. */
    private static boolean plainKeyWithGivenSecret(Given given, Pair pair) {
        return !given.secret().isEmpty() && !pair.key().startsWith("ENC:");
    }

    private static List<Finding> findings(Given given, Pair pair) {
        var findings = new ArrayList<Finding>();
        var configured = pair.key().strip();
        boolean readable = !configured.isEmpty() && !configured.startsWith("ENC:") && !Placeholders.is(configured);
        if (!given.key().isEmpty() && readable && !configured.equals(given.key().strip())) {
            findings.add(Finding.of(Code.KEY_MISMATCH).with("slot", given.slot()));
        } else if (!given.key().isEmpty() && !readable) {
            findings.add(Finding.of(Code.KEY_NOT_CONFIRMED).with("slot", given.slot()));
        }
        return findings;
    }

    private static boolean testnet(Entry entry, Given given) {
        return given.testnet() == null ? entry.testnet() : given.testnet();
    }

    private static String either(String given, String configured) {
        return given.isEmpty() ? configured : given;
    }
}
