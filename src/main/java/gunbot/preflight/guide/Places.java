package gunbot.preflight.guide;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.judge.Expectations;
import gunbot.preflight.keys.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the places of a guide's texts from the catalogue, so that no text names a box by itself: {@code {required}},
 * {@code {allowed}}, {@code {forbidden}} and {@code {withdraw}} are all boxes of the kind, {@code {box:id}} is one, and
 * {@code {title}}, {@code {page}}, {@code {url}} are the exchange and its key page. A place that cannot be filled is a
 * fault of the text, found by the tests.
 */
final class Places {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)(?::([^{}]+))?}");

    private final GuideTexts texts;
    private final Listing listing;
    private final Market market;
    private final Role role;

    Places(GuideTexts texts, Listing listing, Market market, Role role) {
        this.texts = texts;
        this.listing = listing;
        this.market = market;
        this.role = role;
    }

    String fill(String text) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), place.group(2), text)));
    }

    List<String> fill(List<String> all) {
        return all.stream().map(this::fill).toList();
    }

    private String value(String place, String id, String text) {
        return switch (place) {
            case "title" -> listing.title();
            case "page" -> listing.keyPageName();
            case "url" -> listing.keyPage();
            case "required" -> boxes(box -> expected(box) == Expectation.REQUIRED, text);
            case "allowed" -> boxes(box -> expected(box) == Expectation.ALLOWED, text);
            case "forbidden" -> boxes(box -> expected(box) == Expectation.FORBIDDEN, text);
            case "withdraw" -> boxes(box -> box.scope() == Scope.WITHDRAW, text);
            case "box" ->
                listing.box(id)
                        .map(this::named)
                        .orElseThrow(() -> new IllegalStateException("no box " + id + ": " + text));
            default -> throw new IllegalStateException("no place {" + place + "}: " + text);
        };
    }

    private Expectation expected(Box box) {
        return Expectations.of(listing, box.id(), market, role);
    }

    /** What can be found on the page: a label that was not read is spoken of only where the texts have words for it. */
    private String boxes(Predicate<Box> which, String text) {
        var names = listing.boxes().stream()
                .filter(box -> box.print() == Box.Print.PRINTED
                        || box.print() == Box.Print.UNREAD && words(box).isPresent())
                .filter(which)
                .map(this::named)
                .distinct()
                .toList();
        if (names.isEmpty()) {
            throw new IllegalStateException("no box to name: " + text);
        }
        var last = names.size() - 1;
        return last == 0
                ? names.get(0)
                : String.join(", ", names.subList(0, last)) + " " + texts.get("word.and") + " " + names.get(last);
    }

    private String named(Box box) {
        return words(box).orElse('"' + box.label() + '"');
    }

    private Optional<String> words(Box box) {
        return box.print() == Box.Print.PRINTED ? Optional.empty() : texts.find("label." + box.id());
    }
}
