package gunbot.preflight.exchange;

import gunbot.preflight.facts.Market;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All exchanges that the program knows. */
@Singleton
public class Catalogue {
    private final List<Exchange> exchanges;

    public Catalogue(@All List<Exchange> exchanges) {
        this.exchanges = exchanges.stream()
                .sorted(Comparator.comparing(exchange -> exchange.listing().id()))
                .toList();
    }

    public List<Exchange> all() {
        return exchanges;
    }

    public Optional<Exchange> byId(String id) {
        return exchanges.stream().filter(e -> e.listing().id().equals(id)).findFirst();
    }

    /**
     * The exchange that Gunbot means by a name, whatever its case and slot number ({@code bitget#2}).
     *
     * @param market decides between exchanges that share a name; null for the name's usual market
     */
    public Optional<Exchange> named(String name, Market market) {
        var plain = plain(name);
        var candidates = goingBy(name);
        if (market == null) {
            return candidates.stream()
                    .filter(e -> e.listing().id().equals(plain))
                    .findFirst()
                    .or(() -> candidates.stream().findFirst());
        }
        return candidates.stream()
                .filter(e -> e.listing().markets().contains(market))
                .findFirst();
    }

    /** All exchanges that go by a name, one for each kind of market: Binance and its futures share one. */
    public List<Exchange> goingBy(String name) {
        var plain = plain(name);
        return exchanges.stream()
                .filter(e -> e.listing().gunbotNames().contains(plain)
                        || e.listing().id().equals(plain))
                .toList();
    }

    /** Whether any exchange goes by this name, for whatever market. */
    public boolean knows(String name) {
        return !goingBy(name).isEmpty();
    }

    /** Whether Gunbot's name of an entry says that it is one of the exchange's test network. */
    public static boolean meansTestnet(Listing listing, String name) {
        return listing.testnetNames().contains(plain(name));
    }

    /** Every host that any allowed call names, save those of closed exchanges: no key may go there. */
    public Set<String> hosts() {
        return exchanges.stream()
                .filter(e -> !e.closed())
                .flatMap(e -> e.allowedCalls().stream())
                .map(call -> java.net
                        .URI
                        .create(call.text().split(" ", 3)[1].replaceAll("[<>]", ""))
                        .getHost())
                .collect(Collectors.toSet());
    }

    /** Every name by which an entry may be called: Gunbot's and ours. */
    public Set<String> names() {
        return exchanges.stream()
                .flatMap(e -> java.util.stream.Stream.concat(
                        e.listing().gunbotNames().stream(),
                        java.util.stream.Stream.of(e.listing().id())))
                .collect(Collectors.toSet());
    }

    private static String plain(String name) {
        var hash = name.indexOf('#');
        return (hash < 0 ? name : name.substring(0, hash)).strip().toLowerCase(Locale.ROOT);
    }
}
