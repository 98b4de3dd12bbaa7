package gunbot.preflight.gunbot;

import java.nio.charset.StandardCharsets;

/** Files of three generations of Gunbot; all keys are invented. */
final class Samples {
    /** About v9 to v14: the trading key differs from the master key, no type, no market. */
    static final String A =
            """
            {
              "pairs": {
                "kraken": { "EUR-XBT": { "strategy": "gain", "enabled": true, "override": {} } },
                "gdax": { "EUR-ETH": { "strategy": "bb", "enabled": false, "override": {} } }
              },
              "exchanges": {
                "kraken": {
                  "masterkey": "mK-demo-0001", "mastersecret": "bXMtZGVtby0wMDAx",
                  "key": "tK-demo-0002", "secret": "dHMtZGVtby0wMDAy", "delay": 5
                },
                "gdax": {
                  "masterkey": "a1b2c3demo", "mastersecret": "ZGVtbw==",
                  "key": "a1b2c3demo", "secret": "ZGVtbw==", "passphrase": "demo-pass", "delay": 10
                },
                "cex": {
                  "masterkey": "cexDemoKey", "mastersecret": "cexDemoSecret",
                  "key": "cexDemoKey", "secret": "cexDemoSecret", "clientId": "up100000001", "delay": 10
                }
              },
              "bot": { "WATCH_MODE": false }
            }
            """;

    /** About v20 to v23: market types, numbers written as strings. */
    static final String B =
            """
            {
              "pairs": {
                "binance": { "USDT-BTC": { "strategy": "stepgrid", "enabled": true, "override": {} } },
                "binanceFutures": { "USDT-ETH": { "strategy": "futuresGrid", "enabled": true, "override": {} } }
              },
              "exchanges": {
                "binance": {
                  "masterkey": "BNdemoKEY01", "mastersecret": "BNdemoSECRET01",
                  "key": "BNdemoKEY01", "secret": "BNdemoSECRET01",
                  "type": "binance", "market": "spot", "delay": 5, "TRADING_FEES": "0.1"
                },
                "binanceFutures": {
                  "masterkey": "BNdemoKEY02", "mastersecret": "BNdemoSECRET02",
                  "key": "BNdemoKEY02", "secret": "BNdemoSECRET02",
                  "type": "binanceFutures", "market": "futures", "delay": "3", "TRADING_FEES": 0.04
                },
                "kucoin": {
                  "masterkey": "MASTERKEY", "mastersecret": "MASTERSECRET",
                  "key": "KEY", "secret": "SECRET", "passphrase": "KUCOINPASSPHRASE",
                  "market": "spot", "delay": 5, "filteredBase": [], "TRADING_FEES": 0.1
                }
              }
            }
            """;

    /** About v28 to v30: a second account, encrypted values, an archive. */
    static final String C =
            """
            {
              "pairs": {
                "binance": { "USDT-SOL": { "strategy": "spotgrid", "enabled": true, "override": {} } },
                "bitget#2": { "USDT-XRP": { "strategy": "futuresgrid", "enabled": true, "override": {} } }
              },
              "exchanges": {
                "binance": {
                  "masterkey": "BNdemoKEY03", "mastersecret": "ENC:ZGVtby1jaXBoZXI=",
                  "key": "BNdemoKEY03", "secret": "ENC:ZGVtby1jaXBoZXI=",
                  "type": "binance", "market": "spot", "delay": "1", "rateLimit": "100",
                  "testnet": false, "isEncrypted": true, "TRADING_FEES": 0.1
                },
                "bitget#2": {
                  "masterkey": "bg_demo_04", "mastersecret": "bgDemoSecret04",
                  "key": "bg_demo_04", "secret": "bgDemoSecret04", "passphrase": "bgDemoPass",
                  "type": "bitget", "market": "swap", "delay": 2, "testnet": false
                }
              },
              "archivedExchanges": { "mexc": { "key": "mx_demo_05", "secret": "mxDemoSecret05" } }
            }
            """;

    private Samples() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Parsed.Config config(String text) {
        return (Parsed.Config) ConfigParser.parse(bytes(text));
    }
}
