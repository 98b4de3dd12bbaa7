package gunbot.preflight.exchange.cex;

import static gunbot.preflight.exchange.cex.CexListing.CURRENT;
import static gunbot.preflight.exchange.cex.CexListing.READ;
import static gunbot.preflight.exchange.cex.CexListing.TRADE;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a key of the current interface may do. Money cannot leave CEX.IO over it, whatever is ticked. */
final class CexCurrent {
    private CexCurrent() {}

    /** What is known once the balances were told. */
    static Uni<Facts> answered(Probe probe, JsonNode status) {
        if (!CexAnswers.isStatus(status)) {
            return Uni.createFrom().item(Facts.NONE);
        }
        var facts = inferred(READ, State.ON)
                .with(Scope.WITHDRAW, new Grant(State.OFF, Evidence.INFERRED, List.of(), List.of()));
        var all = CexAnswers.hasSubAccount(status)
                ? facts
                : facts.with(Finding.of(Code.ACCOUNT_SETUP).as(Severity.WARNING).variant("cex"));
        return probe.mayProbeByRefusal()
                ? probe.signed(CexCalls.CANCEL)
                        .map(outcome -> outcome.then(told -> acknowledged(all, told), refusal -> refused(all, refusal)))
                : Uni.createFrom().item(all);
    }

    /** "Read" cannot be unticked: a denial of the first question has another cause, most likely the address. */
    static Refusal first(Refusal refusal) {
        return refusal.code() == Code.PERMISSION_DENIED
                ? refusal.as(Code.AMBIGUOUS_REFUSAL).remaining(Code.IP_NOT_ALLOWED, Code.INVALID_KEY)
                : refusal;
    }

    private static Facts acknowledged(Facts facts, JsonNode told) {
        return CexAnswers.isOk(told) ? facts.with(inferred(TRADE, State.ON).grants()) : facts;
    }

    private static Facts refused(Facts facts, Refusal refusal) {
        if (CexRefusals.authorised(refusal)) {
            return facts.with(inferred(TRADE, State.ON).grants());
        }
        return switch (refusal.code()) {
            // the same key was taken a moment ago: only the right can be missing
            case PERMISSION_DENIED, AMBIGUOUS_REFUSAL ->
                facts.with(inferred(TRADE, State.OFF).grants());
            case RATE_LIMITED, MAINTENANCE, UNREACHABLE -> facts.with(refusal);
            default -> facts;
        };
    }

    private static Facts inferred(String box, State state) {
        return Facts.NONE.with(new Boxes(CURRENT).set(box, state).grants(Evidence.INFERRED));
    }
}
