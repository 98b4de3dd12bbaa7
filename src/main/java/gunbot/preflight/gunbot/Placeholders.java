package gunbot.preflight.gunbot;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that stand in shared configurations where a credential is to be put: as good as not set. */
public final class Placeholders {
    /** Compared without blanks, dashes, underscores, brackets and quotes. */
    private static final Set<String> KNOWN = Set.of(
            "key",
            "secret",
            "masterkey",
            "mastersecret",
            "apikey",
            "apisecret",
            "apikeyhere",
            "secretkey",
            "passphrase",
            "kucoinpassphrase",
            "clientid",
            "telegrabottokenbitrageautoconfig",
            "null",
            "none",
            "undefined",
            "n/a",
            "tbd",
            "todo",
            "changeme");

    private static final String NOUNS =
            "(?:api|master|trading|access|private|public|secret|keys?|pass|phrase|word|client"
                    + "|id|user|email|account|token|telegram|bot|chat|gunthy|gunbot|wallet|address|withdraw|btc|eth|exchange"
                    + "|binance|kucoin|kraken|bybit|okx|bitget|coinbase|cex|nash)+";

    /** No "my": people begin real passphrases with it. */
    private static final Pattern FILL_IN =
            Pattern.compile("(?:your|(?:enter|insert|paste|put|add|replace|the|with)+(?:your)?)" + NOUNS
                    + "(?:goes)?(?:here)?|" + NOUNS + "(?:goes)?here");

    private static final Pattern FILLER = Pattern.compile("x{3,}|[.*_?-]{3,}");

    private Placeholders() {}

    /** Whether a text is a placeholder; a blank one is. */
    public static boolean is(String text) {
        var lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || lower.length() > 100) {
            return lower.isEmpty();
        }
        var bare = lower.replaceAll("[\\s_\\-<>\\[\\]{}()\"'.]", "");
        return FILLER.matcher(lower).matches()
                || KNOWN.contains(bare)
                || FILL_IN.matcher(bare).matches();
    }
}
