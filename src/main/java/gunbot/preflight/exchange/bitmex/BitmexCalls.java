package gunbot.preflight.exchange.bitmex;

import gunbot.preflight.exchange.AllowedCall;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that may be sent to BitMEX, on one of its two sites; their accounts and keys have nothing to do with each other.
 *
 * @param time tells the clock; needs no key
 * @param keys lists the key, perhaps with its user's other keys
 * @param margin can be read by every key
 * @param cancel is refused to keys that may neither place nor cancel
 */
record BitmexCalls(AllowedCall time, AllowedCall keys, AllowedCall margin, AllowedCall cancel) {
    // with www: the bare domain has been seen to refuse (https://github.com/BitMEX/api-connectors/issues/317)
    private static final BitmexCalls LIVE = on("https://www.bitmex.com/api/v1");
    private static final BitmexCalls TESTNET = on("https://testnet.bitmex.com/api/v1");

    static final List<AllowedCall> ALL =
            Stream.of(LIVE, TESTNET).flatMap(BitmexCalls::all).toList();

    static BitmexCalls of(boolean testnet) {
        return testnet ? TESTNET : LIVE;
    }

    private static BitmexCalls on(String site) {
        return new BitmexCalls(
                AllowedCall.read("GET " + site),
                AllowedCall.read("GET " + site + "/apiKey"),
                AllowedCall.read("GET " + site + "/user/margin?currency=XBt"),
                // one id in the body; a filter, a list of ids or /order/all could reach more than one order
                AllowedCall.refusalProbe(
                        "DELETE " + site + "/order {\"orderID\":\"00000000-0000-0000-0000-000000000000\"}",
                        "cancels one order by an id of zeros, which no order has"));
    }

    private Stream<AllowedCall> all() {
        return Stream.of(time, keys, margin, cancel);
    }
}
