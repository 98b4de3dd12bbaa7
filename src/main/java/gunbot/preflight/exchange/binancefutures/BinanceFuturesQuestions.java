package gunbot.preflight.exchange.binancefutures;

import static gunbot.preflight.exchange.binancefutures.BinanceFuturesListing.LISTING;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.exchange.binance.BinanceCalls;
import gunbot.preflight.exchange.binance.BinanceProof;
import gunbot.preflight.exchange.binancefutures.BinanceFuturesCalls.Host;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import io.smallrye.mutiny.Uni;

/**
 * The questions about one key. The spot host declares the key's rights and the account's products; the futures host then
 * shows whether it takes the key. Where nothing is declared, rights are proved at the futures host.
 */
record BinanceFuturesQuestions(Probe probe) {

    Uni<Facts> testnet() {
        var hosts = BinanceFuturesCalls.test(probe.market());
        return proved(hosts.get(0))
                .chain(first -> first.refusals().stream().anyMatch(BinanceFuturesRefusals::perhapsOfTheOtherHost)
                        ? proved(hosts.get(1)).map(second -> second.grants().isEmpty() ? first : second)
                        : Uni.createFrom().item(first));
    }

    Uni<Facts> live() {
        return probe.signed(BinanceCalls.RESTRICTIONS)
                .chain(outcome -> outcome.then(
                        this::products,
                        refusal -> BinanceFuturesRefusals.saysNothingOfTheKey(refusal)
                                ? undeclared(refusal)
                                : item(Facts.refused(BinanceFuturesRefusals.ofDeclaration(refusal)))));
    }

    /** What can be proved without the declaration; where that is nothing, the declaration's own failure counts. */
    private Uni<Facts> undeclared(Refusal refusal) {
        return proved(BinanceFuturesCalls.live(probe.market()))
                .map(proved -> !proved.grants().isEmpty()
                                || proved.refusals().stream().anyMatch(BinanceFuturesRefusals::surelyOfTheKey)
                        ? proved
                        : Facts.refused(refusal));
    }

    private Uni<Facts> proved(Host host) {
        return new BinanceProof(
                        LISTING, Scope.TRADE_FUTURES, BinanceFuturesListing.FUTURES, BinanceFuturesAnswers::account)
                .ask(probe, host.account(), host.cancel());
    }

    private Uni<Facts> products(JsonNode declared) {
        var facts = BinanceFuturesAnswers.declaration(declared);
        if (facts.grants().isEmpty()) {
            return undeclared(Refusal.of(Code.UNEXPECTED_ANSWER, "the answer tells no rights"));
        }
        if (facts.grant(Scope.READ).state() == State.OFF) {
            return item(facts);
        }
        return probe.signed(BinanceCalls.ACCOUNT_INFO)
                .chain(outcome -> futuresHost(
                        outcome.then(info -> BinanceFuturesAnswers.declaration(declared, info), refusal -> facts)));
    }

    /** A key without the right, or an account without the product, need not be shown to the futures host. */
    private Uni<Facts> futuresHost(Facts facts) {
        if (facts.grant(Scope.TRADE_FUTURES).state() != State.ON
                || !facts.refusals().isEmpty()) {
            return item(facts);
        }
        return probe.signed(BinanceFuturesCalls.live(probe.market()).account())
                .map(outcome -> outcome.then(
                        account -> BinanceFuturesAnswers.account(facts, account), refusal -> refused(facts, refusal)))
                .chain(this::tradingStatus);
    }

    /** Only USD-M tells of locks apart from the account. */
    private Uni<Facts> tradingStatus(Facts facts) {
        if (probe.market() == Market.DELIVERY || !facts.refusals().isEmpty()) {
            return item(facts);
        }
        return probe.signed(BinanceFuturesCalls.TRADING_STATUS)
                .map(outcome -> outcome.then(
                        status -> BinanceFuturesAnswers.locked(status)
                                ? facts.with(Refusal.of(Code.ACCOUNT_LOCKED, "isLocked=true"))
                                : facts,
                        refusal -> facts));
    }

    /** The declaration has shown that key and secret are right: the combined refusal can only mean the futures host's. */
    private static Facts refused(Facts facts, Refusal refusal) {
        return switch (refusal.code()) {
            case AMBIGUOUS_REFUSAL ->
                facts.seenFrom(refusal.seenFrom())
                        .with(Refusal.of(Code.PERMISSION_DENIED, refusal.theirCode(), refusal.theirWords())
                                .variant("binance-futures"));
            case ACCOUNT_LOCKED, ACCOUNT_SETUP, IP_NOT_ALLOWED, INVALID_KEY, REGION_BLOCKED -> facts.with(refusal);
            case UNEXPECTED_ANSWER -> facts.unlessTold(false, BinanceFuturesAnswers.CAN_TRADE);
            default -> facts;
        };
    }

    private static Uni<Facts> item(Facts facts) {
        return Uni.createFrom().item(facts);
    }
}
