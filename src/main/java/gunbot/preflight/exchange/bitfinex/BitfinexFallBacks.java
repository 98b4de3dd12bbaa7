package gunbot.preflight.exchange.bitfinex;

import static gunbot.preflight.exchange.bitfinex.BitfinexListing.LISTING;
import static gunbot.preflight.exchange.bitfinex.BitfinexListing.ORDERS_READ;
import static gunbot.preflight.exchange.bitfinex.BitfinexListing.ORDERS_WRITE;
import static gunbot.preflight.exchange.bitfinex.BitfinexListing.WALLETS_READ;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.State;
import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;

/**
 * What can be proved where the permissions are not told: two of the reading boxes by reading, the right to trade by a
 * cancel. Placing and cancelling are one box here, so that a cancel proves both. Nothing harmless proves withdrawal.
 */
final class BitfinexFallBacks {
    private final Probe probe;
    private final Boxes boxes = new Boxes(LISTING.boxes());
    private Refusal stopped;

    BitfinexFallBacks(Probe probe) {
        this.probe = probe;
    }

    /**
     * @param first why the permissions were not told; what is said where nothing could be proved either
     */
    Uni<Facts> ask(Refusal first) {
        return read(BitfinexCalls.WALLETS, WALLETS_READ)
                .chain(() -> read(BitfinexCalls.ORDERS, ORDERS_READ))
                .chain(this::tryCancel)
                .map(done -> {
                    var facts = Facts.NONE.with(boxes.grants(Evidence.INFERRED));
                    if (stopped != null) {
                        return facts.with(stopped);
                    }
                    return facts.grants().isEmpty() ? facts.with(first) : facts;
                });
    }

    private Uni<Void> read(AllowedCall call, String box) {
        return next(call, data -> listed(box, data), refusal -> {
            if (refusal.code() == Code.PERMISSION_DENIED) {
                boxes.set(box, State.OFF);
            } else {
                stopped = refusal;
            }
        });
    }

    /** Both answers are lists, empty ones too; anything else proves nothing. */
    private void listed(String box, JsonNode data) {
        if (data.isArray()) {
            boxes.set(box, State.ON);
        } else {
            stopped = Refusal.of(Code.UNEXPECTED_ANSWER, "no list in the answer");
        }
    }

    private Uni<Void> tryCancel() {
        return probe.mayProbeByRefusal()
                ? next(BitfinexCalls.CANCEL, this::notified, this::refused)
                : Uni.createFrom().voidItem();
    }

    /** A cancel may end in a notification; its seventh element is the status, the eighth the text. */
    private void notified(JsonNode told) {
        if (Json.text(told.path(6)).equals("ERROR") && BitfinexRefusals.orderUnknown(Json.text(told.path(7)))) {
            boxes.set(ORDERS_WRITE, State.ON);
        }
    }

    private void refused(Refusal refusal) {
        boolean reads = boxes.state(WALLETS_READ) == State.ON || boxes.state(ORDERS_READ) == State.ON;
        if (BitfinexRefusals.orderUnknown(refusal.theirWords())) {
            boxes.set(ORDERS_WRITE, State.ON);
        } else if (refusal.code() == Code.PERMISSION_DENIED && reads) {
            boxes.set(ORDERS_WRITE, State.OFF);
        } else if (refusal.ofTheKey() || refusal.passing()) {
            stopped = refusal;
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
