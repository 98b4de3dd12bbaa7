package gunbot.preflight.exchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.facts.AccountMark;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/**
 * What can be proved where Binance declares nothing, on its test networks above all: reading by reading, trading by the
 * refusal of a cancel.
 *
 * @param listing whose boxes these are
 * @param scope the right to trade that the cancel shows
 * @param box the id of the box that gives it
 * @param account what the account that was read adds; with a refusal in it no cancel is tried
 */
public record BinanceProof(Listing listing, Scope scope, String box, Function<JsonNode, Facts> account) {

    public static BinanceProof of(Listing listing, Scope scope, String box) {
        return new BinanceProof(
                listing,
                scope,
                box,
                read -> read.path("balances").isArray()
                        ? Facts.NONE.with(account(read.path("uid")))
                        : Facts.refused(Refusal.of(Code.UNEXPECTED_ANSWER, "the answer holds no balances")));
    }

    private static AccountMark account(JsonNode uid) {
        return Json.number(uid).isPresent()
                ? AccountMark.of("uid", String.valueOf(Json.number(uid).getAsLong()))
                : null;
    }

    public Uni<Facts> ask(Probe probe, AllowedCall read, AllowedCall cancel) {
        return probe.signed(read)
                .chain(outcome ->
                        outcome.then(answer -> tryCancel(probe, cancel, read(answer)), refusal -> Uni.createFrom()
                                .item(Facts.refused(refusal))));
    }

    /** Reading is proved by what only the account's owner is told, not by just any answer. */
    private Facts read(JsonNode answer) {
        var facts = account.apply(answer);
        boolean understood = facts.refusals().stream().noneMatch(r -> r.code() == Code.UNEXPECTED_ANSWER);
        return understood ? facts.with(Scope.READ, reading()) : facts;
    }

    private Uni<Facts> tryCancel(Probe probe, AllowedCall cancel, Facts facts) {
        if (!probe.mayProbeByRefusal() || !facts.refusals().isEmpty()) {
            return Uni.createFrom().item(facts);
        }
        return probe.signed(cancel)
                .map(outcome -> outcome.then(impossible -> facts, refusal -> cancelled(facts, refusal)));
    }

    /** Once the account has been read, key, secret, clock and address are right: what is refused now is the right. */
    private Facts cancelled(Facts facts, Refusal refusal) {
        if (refusal.code() == Code.ACCOUNT_LOCKED || refusal.code() == Code.ACCOUNT_SETUP) {
            return facts.with(refusal);
        }
        var label = listing.labels(box);
        return switch (refusal.theirCode()) {
            // the same number stands for a locked account, told by the words: without words it proves nothing
            case "-2011" ->
                refusal.theirWords().isBlank()
                        ? facts.with(refusal)
                        : facts.with(scope, new Grant(State.ON, Evidence.INFERRED, label, List.of()));
            case "-2015", "-1002" -> facts.with(scope, new Grant(State.OFF, Evidence.INFERRED, List.of(), label));
            default -> facts.with(refusal);
        };
    }

    private Grant reading() {
        return new Grant(State.ON, Evidence.INFERRED, listing.labels(BinanceListing.READING), List.of());
    }
}
