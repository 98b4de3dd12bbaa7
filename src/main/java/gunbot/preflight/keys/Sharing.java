package gunbot.preflight.keys;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gunbot.Entry;
import gunbot.preflight.gunbot.Placeholders;
import gunbot.preflight.gunbot.Usage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notices a key that stands in several entries: two bots that share one disturb each other. An archived entry disturbs
 * nobody, but who deletes its key at the exchange takes it from the other entry too.
 */
final class Sharing {
    private Sharing() {}

    /** @param entries those of config.js; they hold the key ids of what is not asked */
    static List<KeyCase> mark(List<KeyCase> cases, Collection<Entry> entries) {
        return cases.stream().map(c -> marked(c, cases, entries)).toList();
    }

    private static KeyCase marked(KeyCase one, List<KeyCase> all, Collection<Entry> entries) {
        var mine = ids(one, entries);
        var others = all.stream()
                .filter(other -> other.checked()
                        && !(one.checked() && other.name().equals(one.name()))
                        && other.exchange().equals(one.exchange())
                        && ids(other, entries).stream().anyMatch(mine::contains))
                .map(KeyCase::name)
                .distinct()
                .collect(Collectors.joining(", "));
        if (others.isEmpty()) {
            return one;
        }
        var findings = new ArrayList<>(one.findings());
        if (one.checked()) {
            findings.add(Finding.of(Code.KEY_SHARED).with("others", others));
        } else {
            findings.replaceAll(
                    f -> f.code() == Code.ENTRY_ARCHIVED ? f.variant("shared").with("others", others) : f);
        }
        return new KeyCase(
                one.name(),
                one.exchange(),
                one.listing(),
                one.market(),
                one.role(),
                one.inUse(),
                one.checked(),
                one.hint(),
                one.source(),
                one.origin(),
                one.question(),
                findings);
    }

    /** The key ids that can be read: what would be asked, else what the entry holds in clear. */
    private static List<String> ids(KeyCase key, Collection<Entry> entries) {
        if (key.question() != null) {
            return List.of(key.question().credentials().key().strip());
        }
        return entries.stream()
                .filter(entry -> entry.name().equals(key.name()) && (entry.usage() != Usage.ARCHIVED) == key.checked())
                .flatMap(entry -> switch (key.role()) {
                    case TRADING -> Stream.of(entry.key().key());
                    case MASTER -> Stream.of(entry.masterkey().key());
                    case BOTH -> Stream.of(entry.key().key(), entry.masterkey().key());
                })
                .map(String::strip)
                .filter(id -> !Placeholders.is(id) && !id.startsWith("ENC:"))
                .distinct()
                .toList();
    }
}
