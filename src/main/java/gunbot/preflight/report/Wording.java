package gunbot.preflight.report;

import gunbot.preflight.facts.Finding;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.text.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts findings into words. */
public final class Wording {
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
        return texts.finding(finding.code().name(), finding.variant(), "remedy", values(finding, key));
    }

    private Map<String, String> values(Finding finding, KeyCase key) {
        var values = new HashMap<>(finding.values());
        values.computeIfPresent("causes", (name, causes) -> Stream.of(causes.split(" "))
                .map(cause -> texts.get("cause." + cause))
                .collect(Collectors.joining(texts.get("word.or"))));
        values.computeIfPresent("direction", (name, direction) -> texts.get("word." + direction));
        values.computeIfPresent("scope", (name, scope) -> texts.get("scope." + scope));
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
