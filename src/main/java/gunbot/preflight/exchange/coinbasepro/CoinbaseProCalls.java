package gunbot.preflight.exchange.coinbasepro;

import gunbot.preflight.exchange.AllowedCall;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that may be sent to Coinbase Exchange or to its sandbox, which has keys of its own.
 *
 * @param time tells the clock; needs no key
 * @param fees needs "View"
 * @param accounts needs "View" or "Trade"
 * @param coinbaseAccounts needs "View" or "Transfer"
 * @param feeEstimate needs "Transfer", perhaps "View" is enough
 * @param paymentMethods the same
 * @param cancel needs "Trade"
 */
record CoinbaseProCalls(
        AllowedCall time,
        AllowedCall fees,
        AllowedCall accounts,
        AllowedCall coinbaseAccounts,
        AllowedCall feeEstimate,
        AllowedCall paymentMethods,
        AllowedCall cancel) {
    private static final CoinbaseProCalls LIVE = on("https://api.exchange.coinbase.com");
    private static final CoinbaseProCalls SANDBOX = on("https://api-public.sandbox.exchange.coinbase.com");

    static final List<AllowedCall> ALL =
            Stream.of(LIVE, SANDBOX).flatMap(CoinbaseProCalls::all).toList();

    static CoinbaseProCalls of(boolean testnet) {
        return testnet ? SANDBOX : LIVE;
    }

    private static CoinbaseProCalls on(String site) {
        return new CoinbaseProCalls(
                AllowedCall.read("GET " + site + "/time"),
                AllowedCall.read("GET " + site + "/fees"),
                AllowedCall.read("GET " + site + "/accounts"),
                AllowedCall.read("GET " + site + "/coinbase-accounts"),
                AllowedCall.read("GET " + site + "/withdrawals/fee-estimate?currency=BTC"),
                AllowedCall.read("GET " + site + "/payment-methods"),
                // without an id this path would cancel every order of the profile: the id is part of the pinned text
                AllowedCall.refusalProbe(
                        "DELETE " + site + "/orders/00000000-0000-4000-8000-000000000000",
                        "cancels one order by an id of zeros, which no order has"));
    }

    private Stream<AllowedCall> all() {
        return Stream.of(time, fees, accounts, coinbaseAccounts, feeEstimate, paymentMethods, cancel);
    }
}
