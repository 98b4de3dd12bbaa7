package gunbot.preflight.judge;

import gunbot.preflight.facts.AddressRange;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.IpRestriction;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import java.util.Optional;

/** What is to be said of the addresses that a key is bound to, and of the one that we come from. */
final class AddressJudgement {
    private AddressJudgement() {}

    /** @param unrestricted how much it weighs that a key is bound to no address */
    static Optional<Finding> of(Facts facts, Severity unrestricted) {
        var seen = facts.seenFrom();
        return switch (facts.ip().state()) {
            case OFF -> {
                var finding = Finding.of(Code.IP_UNRESTRICTED).as(unrestricted);
                yield Optional.of(
                        seen == null ? finding : finding.variant("seen").with("address", seen));
            }
            case ON ->
                seen != null && holds(facts.ip(), seen) == State.OFF
                        ? Optional.of(Finding.of(Code.ADDRESS_NOT_LISTED).with("address", seen))
                        : Optional.empty();
            case UNKNOWN -> Optional.empty();
        };
    }

    /** Whether a list holds an address; UNKNOWN where the list is not told whole or not in clear. */
    static State holds(IpRestriction list, String address) {
        var ours = AddressRange.of(address);
        var items = list.addresses().stream().map(AddressRange::of).toList();
        if (ours.isEmpty() || items.isEmpty()) {
            return State.UNKNOWN;
        }
        if (items.stream().flatMap(Optional::stream).anyMatch(item -> item.holds(ours.get()))) {
            return State.ON;
        }
        return list.whole() && items.stream().allMatch(Optional::isPresent) ? State.OFF : State.UNKNOWN;
    }
}
