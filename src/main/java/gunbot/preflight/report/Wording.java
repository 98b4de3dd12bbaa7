package gunbot.preflight.report;

import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.text.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts findings into words. */
public final class Wording {
    /** The variant of remedies for exchanges where the boxes and addresses of a key stay as they were made. */
    private static final String NEW_KEY = "new-key";

    private final Texts texts;

    public Wording(Texts texts) {
        this.texts = texts;
    }

    /**
     * What is the case.
     *
     * @param key the key that it is about, or null
     */
    public String message(Finding finding, KeyCase key) {
        return texts.finding(finding.code().name(), finding.variant(), "message", values(finding, key));
    }

    /** What to do about it, what to click; empty where nothing need be done. */
    public String remedy(Finding finding, KeyCase key) {
        return texts.finding(finding.code().name(), remedyVariant(finding, key), "remedy", values(finding, key));
    }

    /** Where a key cannot be edited, the way is a new one; unless the exchange has words of its own, which know that. */
    private String remedyVariant(Finding finding, KeyCase key) {
        var code = finding.code().name();
        boolean fixed = key != null
                && key.listing() != null
                && !key.listing().rightsCanBeEdited()
                && !finding.variant().equals(Refusal.RECALLED) // no box is known any more that could be named
                && texts.find(code + "." + NEW_KEY + ".remedy").isPresent();
        boolean ofItsOwn = fixed
                && finding.variant().equals(key.listing().id())
                && texts.find(code + "." + finding.variant() + ".remedy").isPresent();
        return fixed && !ofItsOwn ? NEW_KEY : finding.variant();
    }

    private Map<String, String> values(Finding finding, KeyCase key) {
        var values = new HashMap<>(finding.values());
        values.computeIfPresent("causes", (name, causes) -> Stream.of(causes.split(" "))
                .map(cause -> texts.get("cause." + cause))
                .collect(Collectors.joining(texts.get("word.or"))));
        values.computeIfPresent("found", (name, type) -> texts.get("json." + type));
        values.computeIfPresent("direction", (name, direction) -> texts.get("word." + direction));
        values.computeIfPresent("scope", (name, scope) -> texts.get("scope." + scope));
        values.computeIfPresent(
                "endBefore", (name, end) -> texts.find("end." + end).orElse(end));
        values.computeIfPresent(
                "endNow", (name, end) -> texts.find("end." + end).orElse(end));
        values.putIfAbsent("address", texts.get("word.address"));
        if (key != null) {
            values.putIfAbsent("name", key.name());
        }
        if (key != null && key.listing() != null) {
            values.put("exchange", key.listing().title());
            values.put("page", key.listing().keyPageName());
            values.put("url", key.listing().keyPage());
        }
        return values;
    }
}
