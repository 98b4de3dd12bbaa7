package gunbot.preflight.facts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What an exchange said of one key; no judgement yet.
 *
 * @param grants the scopes of which something is known; never UNKNOWN
 * @param ip the key's address list
 * @param seenFrom the address that the exchange says it sees, or null
 * @param expiry when the key ends
 * @param account a mark of the account that the key belongs to, or null where the exchange does not tell it
 * @param refusals what stood in the way of asking, the decisive one first
 * @param notes findings that need no judgement, such as a limited history
 */
public record Facts(
        Map<Scope, Grant> grants,
        IpRestriction ip,
        String seenFrom,
        Expiry expiry,
        AccountMark account,
        List<Refusal> refusals,
        List<Finding> notes) {

    public static final Facts NONE =
            new Facts(Map.of(), IpRestriction.UNKNOWN, null, Expiry.UNKNOWN, null, List.of(), List.of());

    public Facts {
        grants = grants.entrySet().stream()
                .filter(grant -> grant.getValue().state() != State.UNKNOWN) // what is not known is not there
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    public static Facts refused(Refusal refusal) {
        return NONE.with(refusal);
    }

    public Grant grant(Scope scope) {
        return grants.getOrDefault(scope, Grant.UNKNOWN);
    }

    public Facts with(Map<Scope, Grant> more) {
        var all = new EnumMap<Scope, Grant>(Scope.class);
        all.putAll(grants);
        all.putAll(more);
        all.values().removeIf(grant -> grant.state() == State.UNKNOWN); // else an empty answer would look like one
        return new Facts(all, ip, seenFrom, expiry, account, refusals, notes);
    }

    public Facts with(Scope scope, Grant grant) {
        return with(Map.of(scope, grant));
    }

    public Facts with(IpRestriction other) {
        return new Facts(grants, other, seenFrom, expiry, account, refusals, notes);
    }

    public Facts with(Expiry other) {
        return new Facts(grants, ip, seenFrom, other, account, refusals, notes);
    }

    public Facts seenFrom(String address) {
        return new Facts(grants, ip, address, expiry, account, refusals, notes);
    }

    public Facts with(AccountMark other) {
        return new Facts(grants, ip, seenFrom, expiry, other, refusals, notes);
    }

    public Facts with(Refusal refusal) {
        var all = new ArrayList<>(refusals);
        all.add(refusal);
        var address = refusal.seenFrom() == null ? seenFrom : refusal.seenFrom();
        return new Facts(grants, ip, address, expiry, account, all, notes);
    }

    public Facts with(Finding note) {
        var all = new ArrayList<>(notes);
        all.add(note);
        return new Facts(grants, ip, seenFrom, expiry, account, refusals, all);
    }

    /** Where a state is UNKNOWN because a field of the answer cannot be read, that is said, so that it does not pass for fine. */
    public Facts unlessTold(boolean told, String field) {
        return told || grants.isEmpty()
                ? this
                : with(Finding.of(Code.ANSWER_INCOMPLETE).with("field", field));
    }

    /**
     * The same facts with every text that came from the exchange passed through a cleaner.
     *
     * @param ours labels of our own catalogue, which no exchange can have put a secret into
     */
    public Facts cleaned(UnaryOperator<String> cleaner, Set<String> ours) {
        var clean = new EnumMap<Scope, Grant>(Scope.class);
        grants.forEach((scope, g) -> clean.put(
                scope,
                new Grant(
                        g.state(),
                        g.evidence(),
                        g.on().stream()
                                .map(label -> ours.contains(label) ? label : cleaner.apply(label))
                                .toList(),
                        g.missing())));
        return new Facts(
                clean,
                ip.cleaned(cleaner),
                clean(seenFrom, cleaner),
                expiry,
                account,
                refusals.stream()
                        .map(r -> r.words(cleaner.apply(r.theirCode()), cleaner.apply(r.theirWords()))
                                .seenFrom(clean(r.seenFrom(), cleaner)))
                        .toList(),
                notes.stream().map(n -> n.evidence(cleaner.apply(n.evidence()))).toList());
    }

    /** An address is shown whole or not at all. */
    private static String clean(String address, UnaryOperator<String> cleaner) {
        return address == null || !cleaner.apply(address).equals(address) ? null : address;
    }
}
