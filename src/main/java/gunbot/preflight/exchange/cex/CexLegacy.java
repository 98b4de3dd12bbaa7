package gunbot.preflight.exchange.cex;

import static gunbot.preflight.exchange.cex.CexListing.BALANCE;
import static gunbot.preflight.exchange.cex.CexListing.CANCEL;
import static gunbot.preflight.exchange.cex.CexListing.LEGACY;
import static gunbot.preflight.exchange.cex.CexListing.OPEN_ORDERS;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Hole;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.State;
import io.smallrye.mutiny.Uni;
import java.util.function.Predicate;

/** What a key of the older interface may do. To cancel is a right of its own: that a cancel passes says nothing of placing. */
final class CexLegacy {
    private final Probe probe;
    private final Boxes boxes = new Boxes(LEGACY);
    private Refusal denial;
    private Refusal stopped;

    CexLegacy(Probe probe) {
        this.probe = probe;
    }

    /** Whether the key can be one of the older interface: it has a user ID, such as up123456789, and fits into a form. */
    static boolean isPossible(Probe probe) {
        return isUserId(probe.clientId()) && Hole.ACCESS_KEY.admits(probe.key());
    }

    static boolean isUserId(String clientId) {
        return clientId.matches("[A-Za-z]{0,4}[0-9]{2,20}");
    }

    Uni<Facts> ask() {
        return ask(CexCalls.LEGACY_BALANCE, BALANCE, CexAnswers::isLegacyBalance)
                .chain(() -> ask(CexCalls.LEGACY_OPEN_ORDERS, OPEN_ORDERS, CexAnswers::isLegacyOrders))
                .chain(() -> probe.mayProbeByRefusal()
                        ? ask(CexCalls.LEGACY_CANCEL, CANCEL, JsonNode::booleanValue)
                        : Uni.createFrom().voidItem())
                .map(done -> facts());
    }

    private Facts facts() {
        boolean works = boxes.state(BALANCE) == State.ON
                || boxes.state(OPEN_ORDERS) == State.ON
                || boxes.state(CANCEL) == State.ON;
        var facts = Facts.NONE;
        if (works) {
            facts = facts.with(boxes.grants(Evidence.INFERRED))
                    .with(Finding.of(Code.API_PHASED_OUT).variant("cex"));
        } else if (denial != null && stopped == null) {
            // everything was denied: by the rights, or by the address
            stopped = denial.as(Code.AMBIGUOUS_REFUSAL).remaining(Code.IP_NOT_ALLOWED, Code.PERMISSION_DENIED);
        }
        return stopped == null ? facts : facts.with(stopped);
    }

    private Uni<Void> ask(AllowedCall call, String box, Predicate<JsonNode> good) {
        if (stopped != null) {
            return Uni.createFrom().voidItem();
        }
        return probe.signed(call, CexSigning.LEGACY)
                .invoke(outcome -> {
                    outcome.data().filter(good).ifPresent(told -> boxes.set(box, State.ON));
                    outcome.refusal().ifPresent(refusal -> refused(box, refusal));
                })
                .replaceWithVoid();
    }

    private void refused(String box, Refusal refusal) {
        if (refusal.code() == Code.PERMISSION_DENIED) {
            boxes.set(box, State.OFF);
            denial = denial == null ? refusal : denial;
        } else if (box.equals(CANCEL) && CexRefusals.authorised(refusal)) {
            boxes.set(box, State.ON);
        } else if (refusal.variant().equals(CexRefusals.PAGE)) {
            stopped = refusal.as(Code.API_RETIRED);
        } else if (!box.equals(CANCEL) || refusal.code() != Code.UNEXPECTED_ANSWER) {
            stopped = refusal;
        }
        if (stopped != null && stopped.code() == Code.API_RETIRED) {
            stopped = stopped.variant("cex");
        }
    }
}
