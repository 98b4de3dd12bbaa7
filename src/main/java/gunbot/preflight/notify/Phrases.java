package gunbot.preflight.notify;

import gunbot.preflight.facts.Dates;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.notify.Message.Urgency;
import gunbot.preflight.probe.Cleaner;
import gunbot.preflight.report.Wording;
import gunbot.preflight.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts news into words that may pass through other people's servers: names of entries, codes and remedies. Where a remedy
 * would name our address, it says "this machine's public address".
 */
final class Phrases {
    static final String NOTICES = "texts.notify";

    /** What a remedy may name; addresses above all are not among these. */
    private static final Set<String> HARMLESS = Set.of("boxes", "box", "scope", "file", "others", "date", "days");

    private static final int NAMES_IN_TITLE = 3;
    private static final int LONGEST_NAME = 60;

    private final Texts texts;
    private final Wording wording;

    Phrases(Locale locale) {
        this.texts = Texts.of(NOTICES, locale);
        this.wording = new Wording(Texts.in(locale));
    }

    /** One message for all that is new. */
    Message message(List<Item> items, Instant now) {
        var loudest = items.stream()
                .max((a, b) -> Integer.compare(weight(a), weight(b)))
                .orElseThrow();
        return new Message(
                title(items, loudest),
                items.stream().map(item -> line(item, now)).collect(Collectors.joining("\n")),
                urgency(loudest));
    }

    private String title(List<Item> items, Item loudest) {
        var names = items.stream()
                .filter(item -> weight(item) == weight(loudest))
                .map(this::name)
                .distinct()
                .toList();
        var shown = names.stream().limit(NAMES_IN_TITLE).collect(Collectors.joining(", "));
        return texts.get(
                "title." + (loudest.kind() == Item.Kind.EXPIRY ? "EXPIRY" : what(loudest)),
                Map.of("names", names.size() > NAMES_IN_TITLE ? shown + ", …" : shown));
    }

    private String line(Item item, Instant now) {
        var values = new HashMap<String, String>();
        values.put("name", name(item));
        var codes = item.findings().stream()
                .map(finding -> finding.code().name())
                .distinct()
                .collect(Collectors.joining(", "));
        values.put("codes", codes.isEmpty() ? texts.get("codes.none") : codes);
        if (item.ends() != null) {
            values.put("date", Dates.utc(item.ends()));
            values.put("days", String.valueOf(Duration.between(now, item.ends()).toDays()));
        }
        var line = texts.get("line." + (item.kind() == Item.Kind.EXPIRY ? "EXPIRY" : what(item)), values);
        return Cleaner.oneLine(line + " " + remedy(item));
    }

    private static String what(Item item) {
        boolean back = item.kind() == Item.Kind.BETTER;
        return back && item.verdict() == Verdict.ATTENTION
                ? "ATTENTION.again"
                : item.verdict().name();
    }

    private String name(Item item) {
        if (item.key() == null) {
            return texts.get("name.file");
        }
        var name = Cleaner.oneLine(item.key().name());
        var cut = name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
        return item.key().role() == Role.MASTER ? texts.get("name.master", Map.of("name", cut)) : cut;
    }

    /** Of the heaviest finding. */
    private String remedy(Item item) {
        return item.findings().stream()
                .findFirst()
                .map(finding -> wording.remedy(harmless(finding), item.key()))
                .orElse("");
    }

    private static Finding harmless(Finding finding) {
        var values = new HashMap<>(finding.values());
        values.keySet().retainAll(HARMLESS);
        var variant = finding.variant().equals("seen") ? "" : finding.variant();
        return new Finding(finding.code(), finding.severity(), variant, values, "");
    }

    private static int weight(Item item) {
        return switch (item.kind()) {
            case BETTER -> 0;
            case EXPIRY -> 2;
            case WORSE ->
                switch (item.verdict()) {
                    case NOT_READY -> 4;
                    case UNKNOWN -> 3;
                    default -> 1;
                };
        };
    }

    private static Urgency urgency(Item loudest) {
        return switch (weight(loudest)) {
            case 0 -> Urgency.GOOD;
            case 4 -> Urgency.HIGH;
            default -> Urgency.NORMAL;
        };
    }
}
