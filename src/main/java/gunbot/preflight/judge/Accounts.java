package gunbot.preflight.judge;

import gunbot.preflight.facts.AccountMark;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Role;
import gunbot.preflight.keys.Source;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Gunbot wants a master key beside every trading key, and both of one account: where the exchange tells whose they are, they
 * are compared.
 */
public final class Accounts {
    private Accounts() {}

    /**
     * What is to be said of a key beside the other one of its entry.
     *
     * @param all every key of the check
     * @param told what asking gave, by question; keys that were not asked are not in it
     */
    public static List<Finding> of(KeyCase key, Collection<KeyCase> all, Map<Question, Told> told) {
        var mine = account(key, told);
        boolean differs = mine != null
                && all.stream()
                        .filter(other -> other.checked()
                                && other.role() != key.role()
                                && other.name().equals(key.name())
                                && other.exchange().equals(key.exchange()))
                        .map(other -> account(other, told))
                        .filter(Objects::nonNull)
                        .anyMatch(mine::isNot);
        if (differs) {
            return List.of(Finding.of(Code.ACCOUNT_MISMATCH));
        }
        return isWithoutMaster(key, all) ? List.of(Finding.of(Code.MASTER_KEY_MISSING)) : List.of();
    }

    /** Of an entry of config.js that is filled in but for this; a key given directly needs none. */
    private static boolean isWithoutMaster(KeyCase key, Collection<KeyCase> all) {
        return key.role() == Role.TRADING
                && key.question() != null
                && key.source() == Source.CONFIG
                && all.stream()
                        .noneMatch(other ->
                                other.role() == Role.MASTER && other.name().equals(key.name()));
    }

    private static AccountMark account(KeyCase key, Map<Question, Told> told) {
        var answer = key.question() == null ? null : told.get(key.question());
        return answer == null ? null : answer.facts().account();
    }
}
