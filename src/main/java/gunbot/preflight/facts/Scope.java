package gunbot.preflight.facts;

/** A right that a key may have, in the words that all exchanges share. */
public enum Scope {
    /** Balances, open orders and the history of orders: all that the bot reads. */
    READ,
    /** Placing and cancelling spot orders. */
    TRADE_SPOT,
    /** Placing and cancelling margin orders. */
    TRADE_MARGIN,
    /** Placing and cancelling orders for futures, swaps and other derivatives but options. */
    TRADE_FUTURES,
    /** Taking money out of the exchange, or deciding where it may go. */
    WITHDRAW,
    /** Moving money between accounts at the exchange. */
    TRANSFER,
    /** Making deposit addresses. */
    DEPOSIT,
    /** Locking money in savings, staking or lending. */
    EARN,
    /** Anything else: options, borrowing, other doors, rights nobody has judged yet. */
    OTHER
}
