package gunbot.preflight.exchange.coinbasepro;

import static gunbot.preflight.exchange.coinbasepro.CoinbaseProListing.LISTING;
import static gunbot.preflight.exchange.coinbasepro.CoinbaseProListing.TRADE;
import static gunbot.preflight.exchange.coinbasepro.CoinbaseProListing.TRANSFER;
import static gunbot.preflight.exchange.coinbasepro.CoinbaseProListing.VIEW;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.State;
import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;

/** Finds out a key's rights one by one, since no call tells them: four questions as a rule, six without "View". */
final class CoinbaseProQuestions {
    private final Probe probe;
    private final CoinbaseProCalls calls;
    private final Boxes boxes = new Boxes(LISTING.boxes());
    private Refusal stopped;
    private int denied;

    CoinbaseProQuestions(Probe probe) {
        this.probe = probe;
        this.calls = CoinbaseProCalls.of(probe.testnet());
    }

    Uni<Facts> ask() {
        return next(calls.fees(), fees -> set(VIEW, CoinbaseProAnswers.isFees(fees)), this::unlessDenied)
                .chain(() -> {
                    if (boxes.state(VIEW) == State.ON) {
                        return tryCancel().chain(this::tryTransfers);
                    }
                    return denied > 0 ? withoutView() : Uni.createFrom().voidItem();
                })
                .map(done -> {
                    var facts = Facts.NONE.with(boxes.grants(Evidence.INFERRED));
                    return stopped == null ? facts : facts.with(stopped);
                });
    }

    /** A refused read proves something only where another call of the same key is answered. */
    private Uni<Void> withoutView() {
        return next(calls.accounts(), this::readsAccountsAlone, refusal -> stopped = refusal)
                .chain(() -> boxes.state(VIEW) == State.OFF
                        ? next(calls.coinbaseAccounts(), this::transferWithoutView, this::unlessDenied)
                                .chain(this::tryCancel)
                                .chain(this::tryTransfers)
                        : Uni.createFrom().voidItem());
    }

    private void readsAccountsAlone(JsonNode accounts) {
        if (CoinbaseProAnswers.isAccounts(accounts)) {
            boxes.set(VIEW, State.OFF);
        }
    }

    /** Either "View" or "Transfer" opens this call, and "View" is off. */
    private void transferWithoutView(JsonNode accounts) {
        set(TRANSFER, CoinbaseProAnswers.isAccounts(accounts));
    }

    private Uni<Void> tryCancel() {
        if (!probe.mayProbeByRefusal()) {
            return Uni.createFrom().voidItem();
        }
        return next(calls.cancel(), impossible -> {}, refusal -> {
            if (CoinbaseProRefusals.orderUnknown(refusal)) {
                boxes.set(TRADE, State.ON);
            } else if (refusal.code() == Code.PERMISSION_DENIED) {
                boxes.set(TRADE, State.OFF);
            } else {
                unlessDenied(refusal);
            }
        });
    }

    /** Only two denials prove something: an answer may be owed to "View", one denial alone to the key's profile. */
    private Uni<Void> tryTransfers() {
        if (boxes.state(TRANSFER) == State.ON) {
            return Uni.createFrom().voidItem();
        }
        denied = 0;
        return next(calls.feeEstimate(), perhapsByView -> {}, this::unlessDenied)
                .chain(() -> denied == 1
                        ? next(calls.paymentMethods(), perhapsByView -> {}, this::unlessDenied)
                        : Uni.createFrom().voidItem())
                .invoke(() -> {
                    if (denied == 2) {
                        boxes.set(TRANSFER, State.OFF);
                    }
                });
    }

    private void set(String box, boolean proved) {
        if (proved) {
            boxes.set(box, State.ON);
        }
    }

    /** Counts denials; keeps what stands in the way of asking on. Once something is known, the rest leaves a state open. */
    private void unlessDenied(Refusal refusal) {
        boolean nothingKnown = boxes.grants(Evidence.INFERRED).isEmpty();
        switch (refusal.code()) {
            case PERMISSION_DENIED -> denied++;
            case RATE_LIMITED, MAINTENANCE, UNREACHABLE -> stopped = refusal;
            default -> stopped = nothingKnown ? refusal : null;
        }
    }

    private Uni<Void> next(AllowedCall call, Consumer<JsonNode> answered, Consumer<Refusal> refused) {
        if (stopped != null) {
            return Uni.createFrom().voidItem();
        }
        return probe.signed(call)
                .invoke(outcome -> {
                    outcome.data().ifPresent(answered);
                    outcome.refusal().ifPresent(refused);
                })
                .replaceWithVoid();
    }
}
