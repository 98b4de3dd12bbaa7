package gunbot.preflight.exchange.nash;

import gunbot.preflight.exchange.AllowedCall;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that may be sent to Nash, on one of its two sites. There is one address; what a request does is its GraphQL text, so
 * every text stands here whole. The types are those of the official client's schema.
 *
 * @param status tells the exchange's time and state; needs no key
 * @param markets tells which markets run; needs no key
 * @param balances proves the token
 * @param orders proves the token where balances are no longer offered
 * @param movements proves that the secret belongs to the token; the movements themselves are not looked at
 * @param token tells the key's own type, end and withdrawal addresses
 * @param cancel proves trading by the answer that there is no such order
 */
record NashCalls(
        AllowedCall status,
        AllowedCall markets,
        AllowedCall balances,
        AllowedCall orders,
        AllowedCall movements,
        AllowedCall token,
        AllowedCall cancel) {
    static final String SIGNED_MOVEMENTS = "list_movements";
    static final String SIGNED_CANCEL = "cancel_order";

    private static final String BY = ",\"signature\":{\"publicKey\":\"<public_key>\",\"signedDigest\":\"<signature>\"}";

    private static final NashCalls LIVE = at("https://app.nash.io/api/graphql");
    private static final NashCalls SANDBOX = at("https://app.sandbox.nash.io/api/graphql");

    static final List<AllowedCall> ALL =
            Stream.of(LIVE, SANDBOX).flatMap(NashCalls::all).toList();

    static NashCalls of(boolean testnet) {
        return testnet ? SANDBOX : LIVE;
    }

    private static NashCalls at(String address) {
        return new NashCalls(
                query(address, "query { getExchangeStatus { status serverTimestamp } }", ""),
                query(address, "query { listMarkets { name status tradeBlocked } }", ""),
                query(
                        address,
                        "query ($payload: ListAccountBalancesParams!) { listAccountBalances(payload: $payload)"
                                + " { asset { symbol } } }",
                        "\"payload\":{\"ignoreLowBalance\":true}"),
                query(
                        address,
                        "query ($payload: ListAccountOrdersParams!) { listAccountOrders(payload: $payload)"
                                + " { orders { id } } }",
                        "\"payload\":{\"limit\":1}"),
                query(
                        address,
                        "query ($payload: ListMovementsParams!, $signature: Signature!)"
                                + " { listMovements(payload: $payload, signature: $signature) { id } }",
                        "\"payload\":{\"timestamp\":<time>}" + BY),
                query(
                        address,
                        "query ($id: ID!) { getToken(id: $id)"
                                + " { id type expireAt whitelistedAddresses { address blockchain } } }",
                        "\"id\":\"<access_key>\""),
                // one id; cancelAllOrders, which could reach more than one order, is another operation
                AllowedCall.refusalProbe(
                        text(
                                address,
                                "mutation ($payload: CancelOrderParams!, $signature: Signature!)"
                                        + " { cancelOrder(payload: $payload, signature: $signature) { orderId } }",
                                "\"payload\":{\"marketName\":\"<market>\",\"orderId\":\"1\",\"timestamp\":<time>}"
                                        + BY),
                        "cancels one order by the id 1, which no order has"));
    }

    private static AllowedCall query(String address, String operation, String variables) {
        return AllowedCall.read(text(address, operation, variables));
    }

    private static String text(String address, String operation, String variables) {
        return "POST " + address + " {\"query\":\"" + operation + "\",\"variables\":{" + variables + "}}";
    }

    private Stream<AllowedCall> all() {
        return Stream.of(status, markets, balances, orders, movements, token, cancel);
    }
}
