package gunbot.preflight.exchange.huobi;

import gunbot.preflight.exchange.AllowedCall;
import java.util.List;

/**
 * All that may be sent to HTX. What is signed is the query with its names in ASCII order, so every query stands here in
 * that order; the kind of signature is one of its parameters, hence two sets of the signed calls.
 *
 * @param uid the account's number, which the next call wants
 * @param keyInfo the key's own rights, addresses and end; a key of the main account alone may ask
 * @param accounts proves reading, and tells the state of the accounts
 * @param cancel proves trading by the answer that no such order is open
 */
record HuobiCalls(AllowedCall uid, AllowedCall keyInfo, AllowedCall accounts, AllowedCall cancel) {
    private static final String HOST = "https://api.huobi.pro";

    static final AllowedCall TIME = AllowedCall.read("GET " + HOST + "/v1/common/timestamp");
    static final HuobiCalls HMAC = of("HmacSHA256");
    static final HuobiCalls ED25519 = of("Ed25519");

    static final List<AllowedCall> ALL = List.of(
            TIME,
            HMAC.uid,
            HMAC.keyInfo,
            HMAC.accounts,
            HMAC.cancel,
            ED25519.uid,
            ED25519.keyInfo,
            ED25519.accounts,
            ED25519.cancel);

    private static HuobiCalls of(String method) {
        var always = "?AccessKeyId=<access_key>&SignatureMethod=" + method + "&SignatureVersion=2&Timestamp=<utc>";
        return new HuobiCalls(
                AllowedCall.read("GET " + HOST + "/v2/user/uid" + always),
                AllowedCall.read("GET " + HOST + "/v2/user/api-key" + always + "&accessKey=<access_key>&uid=<uid>"),
                AllowedCall.read("GET " + HOST + "/v1/account/accounts" + always),
                AllowedCall.refusalProbe(
                        "POST " + HOST + "/v1/order/orders/submitCancelClientOrder" + always
                                + " {\"client-order-id\":\"<uuid>\"}",
                        "cancels one order by a client order id made for this request, which no order has"));
    }
}
