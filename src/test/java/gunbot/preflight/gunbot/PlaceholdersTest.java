package gunbot.preflight.gunbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "KEY",
                "SECRET",
                "MASTERKEY",
                "MASTERSECRET",
                "KUCOINPASSPHRASE",
                "YOURAPIKEY",
                "YOURCLIENTID",
                "YOURPASSPHRASE",
                " key ",
                "Secret",
                "YOUR_API_KEY",
                "your-secret",
                "<your api key>",
                "[API-KEY]",
                "API_KEY_HERE",
                "YOUR_GUNTHY_WALLET",
                "YOUR_TELEGRAM_TOKEN",
                "YOURBTCADDRESSHERE",
                "YOUREMAIL",
                "YOURPASSWORD",
                "TELEGRA_BOT_TOKEN_BITRAGE_AUTOCONFIG",
                "enter your secret here",
                "xxxxxxxx",
                "XXX",
                "***",
                "...",
                "null",
                "undefined",
                "changeme"
            })
    void is_placeholder(String text) {
        assertThat(Placeholders.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BNdemoKEY01",
                "demo-pass",
                "ZGVtbw==",
                "up100000001",
                "mykucoinpassphrase",
                "keys",
                "yourmother",
                "x",
                "ENC:ZGVtby1jaXBoZXI=",
                "hunter2",
                "secret1",
                "-"
            })
    void is_credential_isNone(String text) {
        assertThat(Placeholders.is(text)).isFalse();
    }

    @Test
    void is_longAndTwisted_isQuick() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(Placeholders.is("your" + "passphrase".repeat(9) + "!")).isFalse();
            assertThat(Placeholders.is("key".repeat(1_000_000))).isFalse();
        });
    }
}
