package gunbot.preflight.gunbot;

import static gunbot.preflight.gunbot.Samples.config;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {
    @Test
    void secrets_knownPlaces_areAllFound() {
        var config = config(
                """
                {"exchanges": {"a": {"key": "s01", "secret": "s02", "masterkey": "s03", "mastersecret": "s04",
                                     "passphrase": "s05", "clientId": 6, "apiToken": "token-seven-7"}},
                 "archivedExchanges": {"b": {"key": "s08"}},
                 "bot": {"TOKEN": "s09", "BR_TOKEN": "s10", "gunthy_wallet": "s11", "withdraw_address": "s12"},
                 "imap_listener": {"user": "me@example.org", "password": "s14"},
                 "webhooks": {"wh_passphrase": "s15"},
                 "later": {"deep": [{"Credentials": {"one": "value-sixteen"}, "AUTH_CODES": ["value-17", 1234567]}]}}
                """);

        assertThat(config.secrets())
                .containsExactlyInAnyOrder(
                        "s01",
                        "s02",
                        "s03",
                        "s04",
                        "s05",
                        "6",
                        "token-seven-7",
                        "s08",
                        "s09",
                        "s10",
                        "s11",
                        "s12",
                        "me@example.org",
                        "s14",
                        "s15",
                        "value-sixteen",
                        "value-17",
                        "1234567");
    }

    @Test
    void secrets_plainWordsAndPlaceholders_areNone() {
        var config = config(
                """
                {"exchanges": {"mykeystore": {"key": "KEY", "secret": "", "passphrase": "YOUR_PASSPHRASE", "clientId": true,
                                              "type": "binancekey", "authType": "binancekey", "market": "delivery",
                                              "keyMarket": "Delivery", "rateLimit": "1000", "passes": 3, "keyMode": "spot"}},
                 "pairs": {"mykeystore": {"BTC-KEY": {"strategy": "gainandmore", "override": {"PASS": "true"}}}},
                 "strategies": {"passive": {"NAME": "passivestrategy"}},
                 "bot": {"TOKEN": "YOUR_TELEGRAM_TOKEN", "gunthy_wallet": "YOUR_GUNTHY_WALLET"}}
                """);

        assertThat(config.secrets()).isEmpty();
    }

    @Test
    void secrets_inPlacesOfWrongType_areFound() {
        var config = config("{\"exchanges\": {\"a\": {\"key\": {\"x\": [\"s1\"]}}, \"b\": \"pasted-key-1\"}}");

        assertThat(config.secrets()).containsExactlyInAnyOrder("s1", "pasted-key-1");
    }
}
