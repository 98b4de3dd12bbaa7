package gunbot.preflight.notify;

import gunbot.preflight.facts.Expiry;
import gunbot.preflight.judge.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What people know of one key by now. An UNKNOWN counts only once it has lasted, since an outage of a few minutes is nothing
 * that anybody could act upon; and it is no recovery of a key that was not ready.
 */
final class Standing {
    static final Duration UNKNOWN_LASTS = Duration.ofMinutes(15);

    /** How long before its end a key is told of, the shortest first; that is told even of a key that is new to us. */
    private static final List<Duration> BEFORE_THE_END = List.of(Duration.ofDays(3), Duration.ofDays(14));

    private Verdict known;
    private Instant unknownSince;
    private Instant ends;
    private boolean seen;
    private int told = BEFORE_THE_END.size();

    /** What became of the verdict, or null where nobody need hear of it. */
    Item.Kind verdict(Verdict now, Instant at) {
        if (now != Verdict.UNKNOWN) {
            unknownSince = null;
        } else if (unknownSince == null) {
            unknownSince = at;
        }
        boolean passing = now == Verdict.UNKNOWN && at.isBefore(unknownSince.plus(UNKNOWN_LASTS));
        if (passing || now == known || (now == Verdict.UNKNOWN && known == Verdict.NOT_READY)) {
            return null;
        }
        var before = known;
        known = now;
        if (before == null) {
            return now.ready() ? null : Item.Kind.WORSE;
        }
        return now.compareTo(before) < 0 ? Item.Kind.WORSE : Item.Kind.BETTER;
    }

    /** When the key ends, if its end has come so near that somebody should hear of it now; else null. */
    Instant expiry(Expiry expiry, Instant at) {
        boolean first = !seen;
        seen = true;
        if (expiry.state() != Expiry.Kind.UNKNOWN && !same(expiry.at())) {
            ends = expiry.at();
            told = BEFORE_THE_END.size();
        }
        if (ends == null || !ends.isAfter(at)) {
            return null; // what is over is told by the verdict
        }
        int reached = told;
        while (reached > 0 && !ends.isAfter(at.plus(BEFORE_THE_END.get(reached - 1)))) {
            reached--;
        }
        boolean news = reached < told && (!first || reached == 0);
        told = reached;
        return news ? ends : null;
    }

    private boolean same(Instant other) {
        return ends == null ? other == null : ends.equals(other);
    }
}
