package gunbot.preflight.exchange.wrongtypes;

import java.util.List;

/**
 * Where a claim may stay, or become another, although a field was taken away or has another type: the fact sheet of the
 * exchange gives that a meaning.
 *
 * @param exchange our id of it, as a pattern
 * @param path of the node, numbers as stars, as a pattern
 * @param bend kind and text of the change, as a pattern
 * @param claim the name of the claim, as a pattern
 * @param words of the sheet, or ours where they say so
 */
record Meant(String exchange, String path, String bend, String claim, String words) {
    static final List<Meant> ALL = List.of(
            new Meant(
                    "binance",
                    "/tradingAuthorityExpirationTime",
                    "REMOVED |RENAMED |RETYPED null",
                    "expiry",
                    "field absent when there is no date"),
            new Meant("bitfinex", "/\\*", "REMOVED ", "EARN|OTHER|WITHDRAW", "A missing scope means \"not granted\""),
            new Meant("bitfinex", "/\\*/\\*", "RETYPED (true|0)", ".*", "Accept true/false as well as 1/0"),
            new Meant(
                    "bitmex",
                    "/\\*/permissions",
                    "EMPTIED \\[]",
                    "TRADE_SPOT|TRADE_FUTURES|WITHDRAW",
                    "permissions = [] : read-only"),
            new Meant(
                    "bitmex",
                    "/\\*/permissions/\\*",
                    "REMOVED ",
                    "TRADE_SPOT|TRADE_FUTURES|WITHDRAW|verdict",
                    "permissions contains ..."),
            new Meant(
                    "bitmex",
                    "/\\*/permissions/\\*",
                    "OTHER_TEXT .*",
                    "WITHDRAW",
                    "any other string in permissions: unknown right: warn, name it"),
            new Meant("bittrex", "/", "REMOVED after 0", "TRADE_SPOT", "same [cancel] answers 403: TRADE_SPOT off"),
            new Meant("bittrex", "/", "EMPTIED .*", "READ|TRADE_SPOT", "/balances answers 200: READ on"),
            new Meant("cex", "/", "EMPTIED \\[\\{}]", "READ", "READ of orders: /open_orders/"),
            new Meant(
                    "cex",
                    "/",
                    "(EMPTIED|RETYPED) .*",
                    "READ|TRADE_SPOT",
                    "ours: the refusal of another call of the same key says so by itself"),
            new Meant(
                    "huobi",
                    "/data/\\*/validDays",
                    ".*",
                    "expiry",
                    "ipAddresses empty text: no IP restriction; then the 90-day rule applies"),
            new Meant(
                    "huobi",
                    "/data/\\*/permission",
                    "OTHER_TEXT .*",
                    "WITHDRAW",
                    "any other token: unknown right: report it, do not call the key clean"),
            new Meant(
                    "kraken",
                    "/result/(ipAllowlist|ip_allowlist)(/\\*)?",
                    "EMPTIED \\[]|REMOVED ",
                    "ip",
                    "[] or [\"\"] = no restriction"),
            new Meant(
                    "kraken",
                    "/result/permissions(/\\*)?",
                    "EMPTIED \\[]|REMOVED ",
                    "READ|TRADE_SPOT|WITHDRAW|DEPOSIT|EARN|verdict",
                    "If neither permissions nor a list is there, the result is UNKNOWN, not \"no rights\""),
            new Meant(
                    "kraken",
                    "/result/permissions/\\*",
                    "OTHER_TEXT .*",
                    "WITHDRAW",
                    "anything else: unknown: warn and name it"),
            new Meant(
                    "kucoin",
                    "/data/ipWhitelist",
                    "REMOVED |RENAMED |RETYPED null",
                    "ip|expiry",
                    "ipWhitelist missing or empty: no IP restriction"),
            new Meant(
                    "kucoin",
                    "/data/permission",
                    "OTHER_TEXT .*",
                    "WITHDRAW",
                    "any other token: unknown right: show it, do not call the key clean"),
            new Meant(
                    "nash",
                    "/data/getToken/whitelistedAddresses(/\\*)?",
                    "EMPTIED \\[]|REMOVED ",
                    "WITHDRAW|verdict",
                    "whitelistedAddresses empty: WITHDRAW off"),
            new Meant("poloniex", "/", "EMPTIED .*", "READ|TRADE_SPOT", "/accounts answers 200 with an array: READ on"),
            new Meant(
                    "binance|bitmex|kucoin",
                    ".*(/uid|/targetAccountId)",
                    "OUT_OF_RANGE -7",
                    "account",
                    "ours: any whole number may be that of an account"));

    boolean covers(String ofExchange, String at, Bend change, String name) {
        return ofExchange.matches(exchange)
                && at.matches(path)
                && change.toString().matches(bend)
                && name.matches(claim);
    }
}
