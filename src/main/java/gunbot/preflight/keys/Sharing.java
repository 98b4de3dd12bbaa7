package gunbot.preflight.keys;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Notices a key that stands in several entries: two bots that share one disturb each other. */
final class Sharing {
    private Sharing() {}

    static List<KeyCase> mark(List<KeyCase> cases) {
        return cases.stream().map(c -> marked(c, cases)).toList();
    }

    private static KeyCase marked(KeyCase one, List<KeyCase> all) {
        var others = all.stream()
                .filter(other -> one.question() != null
                        && other.question() != null
                        && !other.name().equals(one.name())
                        && other.exchange().equals(one.exchange())
                        && other.question()
                                .credentials()
                                .key()
                                .equals(one.question().credentials().key()))
                .map(KeyCase::name)
                .distinct()
                .collect(Collectors.joining(", "));
        if (others.isEmpty()) {
            return one;
        }
        var findings = new ArrayList<>(one.findings());
        findings.add(Finding.of(Code.KEY_SHARED).with("others", others));
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
}
