package gunbot.preflight.exchange.wrongtypes;

import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Judge;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Role;
import gunbot.preflight.keys.Source;
import gunbot.preflight.probe.Told;
import gunbot.preflight.testing.TestSettings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a report claims of a key: all that is not UNKNOWN in it.
 *
 * @param known the states by what they are states of
 * @param proved those of the names that rest on proof, not on a declaration
 * @param verdict of the key
 * @param fault whether asking failed inside
 */
record Claims(Map<String, String> known, Set<String> proved, Verdict verdict, boolean fault) {
    private static final Judge JUDGE = new Judge(TestSettings.of(Map.of()).policy());

    static Claims of(Recording recording, Told told) {
        var known = new LinkedHashMap<String, String>();
        var proved = new HashSet<String>();
        var facts = told.facts();
        facts.grants().forEach((scope, grant) -> {
            known.put(scope.name(), grant.state().name());
            if (grant.evidence() == Evidence.INFERRED) {
                proved.add(scope.name());
            }
        });
        if (facts.ip().state() != State.UNKNOWN) {
            known.put("ip", facts.ip().state().name());
        }
        if (facts.ip().whole() && !facts.ip().addresses().isEmpty()) {
            known.put("addresses", new TreeSet<>(facts.ip().addresses()).toString());
        }
        if (facts.expiry().state() != Expiry.Kind.UNKNOWN) {
            known.put("expiry", facts.expiry().state() + " " + facts.expiry().at());
        }
        if (facts.account() != null) {
            known.put("account", facts.account().digest());
        }
        boolean fault = facts.refusals().stream().anyMatch(r -> r.theirWords().contains("internal fault"));
        return new Claims(known, proved, verdict(recording, told), fault);
    }

    private static Verdict verdict(Recording recording, Told told) {
        var question = recording.question();
        var exchange = Recording.exchange(question.exchange());
        var key = new KeyCase(
                question.exchange(),
                question.exchange(),
                exchange.listing(),
                question.market(),
                Role.BOTH,
                true,
                true,
                question.credentials().hint(),
                Source.CONFIG,
                question.origin(),
                question,
                List.of());
        return JUDGE.judge(key, told, Set.of(), told.at()).verdict();
    }

    String get(String name) {
        return known.getOrDefault(name, "UNKNOWN");
    }
}
