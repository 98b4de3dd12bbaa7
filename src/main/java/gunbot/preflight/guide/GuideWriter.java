package gunbot.preflight.guide;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.KeyForm;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.exchange.Standing;
import gunbot.preflight.facts.Market;
import gunbot.preflight.guide.GuideView.BoxView;
import gunbot.preflight.guide.GuideView.Field;
import gunbot.preflight.guide.GuideView.KeyGuide;
import gunbot.preflight.judge.Expectations;
import gunbot.preflight.keys.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Writes one exchange's guide: its boxes by what judgement expects of them, and its texts with their places filled. */
final class GuideWriter {
    /** Gunbot's fields of a key, in the order of config.js. */
    private static final List<String> FIELDS =
            List.of("key", "secret", "masterkey", "mastersecret", "passphrase", "clientId");

    private static final Set<String> ALWAYS_NEEDED = Set.of("key", "secret", "passphrase");

    private final Exchange exchange;
    private final Listing listing;
    private final GuideTexts texts;
    private final Places places;
    private final String language;

    GuideWriter(Exchange exchange, Locale language) {
        this.exchange = exchange;
        this.listing = exchange.listing();
        this.texts = new GuideTexts(listing.id(), language);
        this.language = language.getLanguage();
        this.places = new Places(texts, listing, listing.defaultMarket(), Role.TRADING);
    }

    GuideView write() {
        var standing = exchange.standing();
        boolean gone = standing.state() == Standing.State.CLOSED;
        var editing = listing.rightsCanBeEdited() ? "editing.yes" : "editing.no";
        return new GuideView(
                listing.id(),
                listing.title(),
                language,
                standing.state(),
                standing.since(),
                text("standing", "standing." + standing.state()),
                !exchange.closed(),
                standing.listedByGunbot(),
                listing.gunbotNames().stream().sorted().toList(),
                words(listing.markets()),
                gone ? null : listing.keyPage(), // whoever answers there is not the exchange
                listing.keyPageName(),
                exchange.keyForms().stream().flatMap(this::keys).toList(),
                fields(),
                gone ? List.of() : places.fill(texts.list("after")),
                text("address", "address"),
                text("expiry", "expiry"),
                listing.rightsCanBeEdited(),
                text("editing", editing),
                places.fill(texts.list("trap")),
                places.fill(texts.list("removal")));
    }

    /** The exchange's own words, or those that are common to all of a kind. */
    private String text(String name, String common) {
        return places.fill(texts.find(name).orElseGet(() -> texts.get(common)));
    }

    private Stream<KeyGuide> keys(KeyForm form) {
        var page = listing.with(form.boxes());
        var prefix = form.id().isEmpty() ? "" : form.id() + ".";
        return Stream.concat(
                alike(page).stream().map(markets -> key(page, prefix, markets, Role.TRADING)),
                Stream.of(key(page, prefix, page.markets(), Role.MASTER)));
    }

    /** Markets for which the same boxes are ticked, together. */
    private static List<List<Market>> alike(Listing page) {
        var groups = new ArrayList<List<Market>>();
        for (var market : page.markets()) {
            groups.stream()
                    .filter(group -> page.boxes().stream()
                            .allMatch(box -> Expectations.of(page, box.id(), market, Role.TRADING)
                                    == Expectations.of(page, box.id(), group.get(0), Role.TRADING)))
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(market), () -> groups.add(new ArrayList<>(List.of(market))));
        }
        return groups;
    }

    private KeyGuide key(Listing page, String prefix, List<Market> markets, Role role) {
        var names = role == Role.MASTER ? "master." : "";
        var filled = new Places(texts, page, markets.get(0), role);
        var seen = new HashSet<String>();
        return new KeyGuide(
                role,
                words(markets),
                filled.fill(texts.get(prefix + names + "key")),
                filled.fill(texts.find(prefix + names + "note").orElse("")),
                page.boxes().stream()
                        .filter(box -> seen.add(box.id()))
                        .map(box -> box(page, box, markets.get(0), role, filled))
                        .toList(),
                exchange.closed() ? List.of() : filled.fill(texts.list(prefix + names + "step")));
    }

    private BoxView box(Listing page, Box box, Market market, Role role, Places filled) {
        var label = box.print() == Box.Print.PRINTED
                ? box.label()
                : texts.find("label." + box.id()).orElse(box.label());
        return new BoxView(
                box.id(),
                label,
                box.print(),
                box.formerly(),
                box.scope(),
                texts.get("right." + box.scope()),
                Expectations.of(page, box.id(), market, role),
                filled.fill(texts.find("note." + box.id()).orElse("")));
    }

    private List<Field> fields() {
        return FIELDS.stream()
                .filter(name -> texts.find("field." + name).isPresent())
                .map(name -> new Field(name, needed(name), places.fill(texts.get("field." + name))))
                .toList();
    }

    private boolean needed(String field) {
        return !exchange.closed() && ALWAYS_NEEDED.contains(field);
    }

    private static List<String> words(List<Market> markets) {
        return markets.stream().map(Market::word).toList();
    }
}
