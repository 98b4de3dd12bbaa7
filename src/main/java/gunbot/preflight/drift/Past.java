package gunbot.preflight.drift;

import gunbot.preflight.facts.Dates;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.IpRestriction;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was last known of one key, and what has changed lately. What is UNKNOWN now neither makes a change nor clears one. */
final class Past {
    private static final Duration SHOWN = Duration.ofDays(1);
    private static final int MOST_CHANGES = 20;

    /**
     * The last that was known of something.
     *
     * @param at when it was last seen so
     */
    private record Known<T>(T what, Instant at) {}

    /** A change and when it was first seen. */
    private record Change(Finding finding, Instant at) {}

    private final Map<Scope, Known<Grant>> grants = new EnumMap<>(Scope.class);
    private final Deque<Change> changes = new ArrayDeque<>();
    private Known<State> bound;
    private Known<IpRestriction> addresses;
    private Known<Expiry> expiry;
    private Instant latest = Instant.MIN;

    void see(Facts facts, Instant at) {
        if (!at.isAfter(latest)) {
            return; // the same answer judged again, or an older one
        }
        latest = at;
        facts.grants().forEach((scope, grant) -> {
            var before = grants.put(scope, new Known<>(grant, at));
            if (before != null) {
                note(Changes.ofGrant(scope, before.what(), grant), before.at(), at);
            }
        });
        seeAddresses(facts.ip(), at);
        if (facts.expiry().state() != Expiry.Kind.UNKNOWN) {
            if (expiry != null) {
                note(Changes.ofExpiry(expiry.what(), facts.expiry()), expiry.at(), at);
            }
            expiry = new Known<>(facts.expiry(), at);
        }
    }

    /** Whether there is a list at all is often told without the list; so the two are remembered apart. */
    private void seeAddresses(IpRestriction ip, Instant at) {
        if (ip.state() == State.UNKNOWN) {
            return;
        }
        boolean listed = ip.whole() && !ip.addresses().isEmpty();
        var list = addresses == null ? null : addresses.what();
        if (bound != null && bound.what() != ip.state()) {
            note(Changes.ofBinding(list, ip), bound.at(), at);
        } else if (listed && addresses != null) {
            note(Changes.ofList(list, ip), addresses.at(), at);
        }
        bound = new Known<>(ip.state(), at);
        if (listed) {
            addresses = new Known<>(ip, at);
        } else if (ip.state() == State.OFF) {
            addresses = null;
        }
    }

    /** The heaviest and newest first, for a day from when each was first seen. */
    List<Finding> active(Instant now) {
        changes.removeIf(change -> !now.isBefore(change.at().plus(SHOWN)));
        return changes.stream().map(Change::finding).toList();
    }

    private void note(List<Finding> found, Instant before, Instant at) {
        for (var finding : found) {
            changes.addFirst(
                    new Change(finding.with("before", Dates.utc(before)).with("seen", Dates.utc(at)), at));
        }
        while (changes.size() > MOST_CHANGES) {
            changes.removeLast();
        }
    }
}
