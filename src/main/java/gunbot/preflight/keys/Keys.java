package gunbot.preflight.keys;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gunbot.Entry;
import gunbot.preflight.gunbot.Placeholders;
import gunbot.preflight.gunbot.Reading;
import gunbot.preflight.gunbot.Usage;
import gunbot.preflight.probe.Question;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the list of keys out of what config.js holds and what was given directly. Sends nothing. */
public final class Keys {
    private static final Finding NO_TEST_NETWORK =
            Finding.of(Code.WRONG_ENVIRONMENT).variant("no-testnet");

    private final Catalogue catalogue;
    private final Map<String, URI> origins;

    /**
     * @param origins by exchange id, where its requests go instead of its own hosts
     */
    public Keys(Catalogue catalogue, Map<String, URI> origins) {
        this.catalogue = catalogue;
        this.origins = origins;
    }

    /** Every key, those in use first, else in the file's order. */
    public List<KeyCase> of(Reading reading, List<Given> given) {
        var cases = new ArrayList<KeyCase>();
        for (var entry : reading.entries()) {
            var mine =
                    given.stream().filter(g -> g.entry().equals(entry.name())).toList();
            cases.addAll(entry.usage() == Usage.ARCHIVED ? List.of(archived(entry)) : ofEntry(entry, mine));
        }
        var names = reading.entries().stream()
                .filter(entry -> entry.usage() != Usage.ARCHIVED)
                .map(Entry::name)
                .collect(Collectors.toSet());
        given.stream()
                .filter(g -> !names.contains(g.entry()))
                .forEach(g -> cases.addAll(ofEntry(alone(g), List.of(g))));
        var shared = Sharing.mark(cases, reading.entries());
        return Stream.concat(
                        shared.stream().filter(KeyCase::inUse), shared.stream().filter(c -> !c.inUse()))
                .toList();
    }

    private List<KeyCase> ofEntry(Entry entry, List<Given> given) {
        var findings = new ArrayList<Finding>();
        var used = KeyPairs.used(given);
        var venue = Venue.of(catalogue, entry, used);
        findings.addAll(venue.findings());
        used.stream()
                .filter(g -> !g.problem().isEmpty())
                .forEach(g -> findings.add(
                        Finding.of(Code.CREDENTIAL_MISSING).variant("given").with("field", g.problem())));
        if (entry.usage() == Usage.IDLE) {
            findings.add(Finding.of(Code.ENTRY_IDLE));
        }
        if (venue.exchange() == null) {
            return List.of(new KeyCase(
                    entry.name(),
                    Venue.nameIn(entry),
                    null,
                    venue.market(),
                    Role.BOTH,
                    entry.usage() == Usage.ACTIVE,
                    true,
                    "",
                    Source.CONFIG,
                    null,
                    null,
                    findings));
        }
        return KeyPairs.of(venue.onItsNetwork(entry, used), given).stream()
                .map(pair -> keyCase(entry, venue, pair, findings))
                .toList();
    }

    private KeyCase keyCase(Entry entry, Venue venue, KeyPairs pair, List<Finding> ofEntry) {
        var exchange = venue.exchange();
        var listing = exchange.listing();
        var origin = origins.get(listing.id());
        var findings = new ArrayList<>(ofEntry);
        findings.addAll(pair.findings());
        var inTheWay = inTheWay(exchange, pair, origin);
        findings.addAll(inTheWay);
        if (origin != null) {
            findings.add(Finding.of(Code.ORIGIN_OVERRIDDEN).with("origin", origin.toString()));
        }
        boolean asked = findings.stream()
                .noneMatch(f -> f.code() == Code.KEY_MISMATCH || f.variant().equals("given"));
        var wanted = venue.market() == null ? listing.defaultMarket() : venue.market();
        var question = inTheWay.isEmpty() && asked
                ? new Question(listing.id(), pair.credentials(), wanted, pair.testnet(), origin)
                : null;
        return new KeyCase(
                entry.name(),
                listing.id(),
                listing,
                wanted,
                pair.role(),
                entry.usage() == Usage.ACTIVE,
                true,
                hint(pair.credentials()),
                pair.source(),
                origin,
                question,
                findings);
    }

    /** Of a closed exchange's key nothing else matters but whether there is one at all. */
    private static List<Finding> inTheWay(Exchange exchange, KeyPairs pair, URI origin) {
        var ofTheLook = CredentialCheck.check(exchange, pair.credentials(), pair.flagged());
        if (!exchange.closed() || origin != null) {
            // asked all the same, a key of some test network would go to the live exchange
            return pair.testnet() && !exchange.hasTestNetwork()
                    ? Stream.concat(ofTheLook.stream(), Stream.of(NO_TEST_NETWORK))
                            .toList()
                    : ofTheLook;
        }
        var closed = Finding.of(Code.EXCHANGE_CLOSED).variant(exchange.listing().id());
        var noKey = ofTheLook.stream().filter(f -> f.code() == Code.PLACEHOLDER || f.code() == Code.CREDENTIAL_MISSING);
        return Stream.concat(Stream.of(closed), noKey).toList();
    }

    private KeyCase archived(Entry entry) {
        var exchange = catalogue.named(Venue.nameIn(entry), null);
        return new KeyCase(
                entry.name(),
                exchange.map(e -> e.listing().id()).orElse(Venue.nameIn(entry)),
                exchange.map(Exchange::listing).orElse(null),
                exchange.map(e -> e.listing().defaultMarket()).orElse(null),
                Role.BOTH,
                false,
                false,
                "",
                Source.CONFIG,
                null,
                null,
                List.of(Finding.of(Code.ENTRY_ARCHIVED)));
    }

    private static Entry alone(Given given) {
        return new Entry(
                given.entry(),
                given.exchange(),
                given.market(),
                false,
                Entry.Pair.NONE,
                Entry.Pair.NONE,
                "",
                "",
                false,
                Usage.ACTIVE);
    }

    private static String hint(Credentials credentials) {
        return Placeholders.is(credentials.key()) || credentials.key().startsWith("ENC:") ? "" : credentials.hint();
    }
}
