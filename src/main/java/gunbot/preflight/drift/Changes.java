package gunbot.preflight.drift;

import gunbot.preflight.facts.AddressRange;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Dates;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.IpRestriction;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The differences between two known states of a key. Pure. A gained right and a looser list weigh more than the rest. */
final class Changes {
    /** An end that is counted from the key's last use moves a little at every check, and tells nothing. */
    private static final Duration TELLING = Duration.ofDays(3);

    private Changes() {}

    static List<Finding> ofGrant(Scope scope, Grant before, Grant now) {
        var changes = new ArrayList<Finding>();
        if (before.state() != now.state()) {
            changes.add(
                    now.state() == State.ON
                            ? changed("gained", Severity.WARNING).with("scope", scope.name())
                            : changed("lost", Severity.INFO).with("scope", scope.name()));
        } else if (before.evidence() == Evidence.DECLARED && now.evidence() == Evidence.DECLARED) {
            boxes("box-gained", Severity.WARNING, before.on(), now.on()).ifPresent(changes::add);
            boxes("box-lost", Severity.INFO, now.on(), before.on()).ifPresent(changes::add);
        }
        return changes;
    }

    /** Boxes that are in one list and not in the other. */
    private static Optional<Finding> boxes(String variant, Severity severity, List<String> from, List<String> in) {
        var more = in.stream()
                .filter(label -> !from.contains(label))
                .map(label -> "\"" + label + "\"")
                .collect(Collectors.joining(", "));
        return more.isEmpty()
                ? Optional.empty()
                : Optional.of(changed(variant, severity).with("boxes", more));
    }

    /** @param listed the addresses before, or null where they were not told */
    static List<Finding> ofBinding(IpRestriction listed, IpRestriction now) {
        if (now.state() == State.ON) {
            return List.of(changed("bound", Severity.INFO));
        }
        var change = changed("unbound", Severity.WARNING);
        return List.of(listed == null ? change : change.variant("unbound-from").with("from", text(listed)));
    }

    static List<Finding> ofList(IpRestriction before, IpRestriction now) {
        var less = lacking(before, now);
        var more = lacking(now, before);
        if (less.isEmpty() && more.isEmpty()) {
            return List.of(); // another order or spelling
        }
        var change = more.isEmpty()
                ? changed("addresses-less", Severity.INFO)
                : changed("addresses-more", Severity.WARNING).with("more", String.join(", ", more));
        return List.of(change.with("from", text(before)).with("to", text(now)));
    }

    /** The addresses of one list that the other does not hold; half-hidden ones are compared as they are written. */
    private static List<String> lacking(IpRestriction of, IpRestriction in) {
        var ranges = in.addresses().stream()
                .map(AddressRange::of)
                .flatMap(Optional::stream)
                .toList();
        return of.addresses().stream()
                .filter(address -> !in.addresses().contains(address))
                .filter(address -> AddressRange.of(address)
                        .map(mine -> ranges.stream().noneMatch(range -> range.holds(mine)))
                        .orElse(true))
                .toList();
    }

    static List<Finding> ofExpiry(Expiry before, Expiry now) {
        boolean same = before.state() == now.state()
                && (before.state() != Expiry.Kind.AT
                        || Duration.between(before.at(), now.at()).abs().compareTo(TELLING) < 0);
        return same
                ? List.of()
                : List.of(changed("expiry", Severity.INFO)
                        .with("endBefore", end(before))
                        .with("endNow", end(now)));
    }

    private static String end(Expiry expiry) {
        return expiry.state() == Expiry.Kind.AT
                ? Dates.utc(expiry.at())
                : expiry.state().name();
    }

    private static String text(IpRestriction list) {
        return String.join(", ", list.addresses());
    }

    private static Finding changed(String variant, Severity severity) {
        return Finding.of(Code.CHANGED).variant(variant).as(severity);
    }
}
