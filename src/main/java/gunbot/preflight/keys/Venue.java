package gunbot.preflight.keys;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Market;
import gunbot.preflight.gunbot.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where an entry trades, by its fields and its name. What was given directly overrules what config.js says.
 *
 * @param exchange the exchange, or null for one that we do not know
 * @param market what the field says, or null where it is absent or no word that Gunbot knows
 * @param findings what is wrong with the fields
 */
record Venue(Exchange exchange, Market market, List<Finding> findings) {

    static Venue of(Catalogue catalogue, Entry entry, List<Given> given) {
        var findings = new ArrayList<Finding>();
        var market = market(entry, given, findings);
        var exchange = exchange(catalogue, entry, given, market, findings);
        return new Venue(exchange.orElse(null), market, findings);
    }

    /** What an entry calls its exchange, whether or not we know it. */
    static String nameIn(Entry entry) {
        return entry.type().isEmpty() ? entry.name() : entry.type();
    }

    /** Gunbot has entries that are of the test network by their name alone; only a given key's own setting overrules it. */
    Entry onItsNetwork(Entry entry, List<Given> given) {
        var names = Stream.concat(
                Stream.of(entry.name(), entry.type()), given.stream().map(Given::exchange));
        return names.anyMatch(name -> Catalogue.meansTestnet(exchange.listing(), name)) ? entry.onTestnet() : entry;
    }

    private static Market market(Entry entry, List<Given> given, List<Finding> findings) {
        var word = told(given, Given::market, entry.market());
        var market = Market.of(word);
        if (market.isEmpty() && !word.isBlank()) {
            findings.add(Finding.of(Code.CONFIG_INVALID).variant("market").with("field", entry.name() + ".market"));
        }
        return market.orElse(null);
    }

    /** The venue is the one of {@code type}, else that of the name; where the two disagree, Gunbot goes by the type. */
    private static Optional<Exchange> exchange(
            Catalogue catalogue, Entry entry, List<Given> given, Market market, List<Finding> findings) {
        var told = told(given, Given::exchange, entry.type());
        var name = !told.isEmpty() && (catalogue.knows(told) || !catalogue.knows(entry.name())) ? told : entry.name();
        var exchange = catalogue.named(name, market);
        var byType = exchange.map(List::of).orElse(catalogue.goingBy(told));
        if (catalogue.knows(told)
                && catalogue.knows(entry.name())
                && Collections.disjoint(byType, catalogue.goingBy(entry.name()))) {
            findings.add(Finding.of(Code.ENTRY_TYPE_DIFFERS).with("type", told));
        }
        if (exchange.isEmpty()) {
            var finding = Finding.of(Code.EXCHANGE_UNSUPPORTED).with("name", name);
            findings.add(
                    catalogue.knows(name) && market != null
                            ? finding.variant("market").with("market", market.word())
                            : finding);
        }
        return exchange;
    }

    private static String told(List<Given> given, Function<Given, String> field, String otherwise) {
        return given.stream()
                .map(field)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }
}
