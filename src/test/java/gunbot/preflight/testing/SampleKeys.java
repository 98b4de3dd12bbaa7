package gunbot.preflight.testing;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.nash.NashSecret;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Invented keys in the form that each exchange gives out, as many as are wanted: the same number gives the same key. */
public final class SampleKeys {
    private static final String PASSPHRASE = "Gunbot-Sample-1";

    private SampleKeys() {}

    /** A key as the exchange knows it. */
    public static StandInKey known(String exchange, int number, KeyState state) {
        return hasPassphrase(exchange)
                ? StandInKey.of(id(exchange, number), secret(exchange, number), PASSPHRASE, state)
                : StandInKey.of(id(exchange, number), secret(exchange, number), state);
    }

    /** The same key as its user has it. */
    public static Credentials credentials(String exchange, int number) {
        return new Credentials(
                id(exchange, number), secret(exchange, number), hasPassphrase(exchange) ? PASSPHRASE : "", "");
    }

    /** The entry of config.js that holds the same key, for trading and for the licence. */
    public static JsonObject entry(String exchange, int number) {
        var id = id(exchange, number);
        var secret = secret(exchange, number);
        var entry = new JsonObject()
                .put("key", id)
                .put("secret", secret)
                .put("masterkey", id)
                .put("mastersecret", secret)
                .put("type", gunbotName(exchange))
                .put("delay", "5")
                .put("TRADING_FEES", 0.1);
        if (hasPassphrase(exchange)) {
            entry.put("passphrase", PASSPHRASE);
        }
        return exchange.equals("binance-futures") ? entry.put("market", "futures") : entry;
    }

    /** What Gunbot calls an exchange. */
    public static String gunbotName(String exchange) {
        return switch (exchange) {
            case "binance-futures" -> "binanceFutures";
            case "coinbase-pro" -> "gdax";
            case "nash" -> "nashio";
            default -> exchange;
        };
    }

    private static boolean hasPassphrase(String exchange) {
        return exchange.equals("kucoin") || exchange.equals("coinbase-pro");
    }

    private static String id(String exchange, int number) {
        return switch (exchange) {
            case "kraken" -> letters(exchange + "-key", number, 56);
            case "kucoin" -> hex(number, 24);
            case "bitmex" -> letters(exchange + "-key", number, 24);
            case "bitfinex" -> letters(exchange + "-key", number, 43);
            case "huobi" -> grouped(number, 'a');
            case "coinbase-pro" -> hex(number, 32);
            case "nash" -> "5b2f0c1e-1111-4222-8333-" + hex(number, 12);
            case "poloniex" -> "POLOTEST-GUNBOT01-PREFLIGH-%08d".formatted(number);
            case "bittrex" -> hex(number, 32);
            default -> letters(exchange + "-key", number, 64);
        };
    }

    private static String secret(String exchange, int number) {
        return switch (exchange) {
            case "kraken" ->
                Base64.getEncoder()
                        .encodeToString(letters("kraken-secret", number, 64).getBytes(StandardCharsets.UTF_8));
            case "kucoin" -> "3f1c2b9a-77d0-4e55-9c11-" + hex(number, 12);
            case "bitmex" -> letters(exchange + "-secret", number, 48);
            case "bitfinex" -> letters(exchange + "-secret", number, 43);
            case "huobi" -> grouped(number, 'b');
            case "coinbase-pro" ->
                Base64.getEncoder()
                        .encodeToString(letters("coinbase-secret", number, 64).getBytes(StandardCharsets.UTF_8));
            case "nash" -> NashSecret.of(NashSecret.PRIVATE, NashSecret.PUBLIC); // key ids differ, the pair may be one
            default -> letters(exchange + "-secret", number, 64);
        };
    }

    /** Letters and digits of a length, the number at the end. */
    private static String letters(String word, int number, int length) {
        var end = "%04d".formatted(number);
        return word.replaceAll("[-_]", "").repeat(length).substring(0, length - end.length()) + end;
    }

    private static String hex(int number, int length) {
        var digits = HexFormat.of().toHexDigits(number);
        return "c".repeat(length - digits.length()) + digits;
    }

    /** HTX: four groups of hexadecimal digits. */
    private static String grouped(int number, char digit) {
        return String.format(
                Locale.ROOT, "%s-%08x-%s-%s", String.valueOf(digit).repeat(8), number, "9c0d1e2f", "3a4b5");
    }
}
