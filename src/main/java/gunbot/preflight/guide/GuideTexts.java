package gunbot.preflight.guide;

import gunbot.preflight.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The texts of one exchange's guide, in its own folder; what it does not say itself, the common ones say. */
final class GuideTexts {
    static final String COMMON = "gunbot.preflight.guide.common";

    /** Ends the name of a step that says what to leave off. */
    static final String OFF = ".off";

    private final Texts own;
    private final Texts common;

    GuideTexts(String exchangeId, Locale language) {
        own = Texts.of(bundle(exchangeId), language);
        common = Texts.of(COMMON, language);
    }

    /** Beside the exchange's code: {@code binance-futures} has its texts in {@code exchange/binancefutures}. */
    static String bundle(String exchangeId) {
        return "gunbot.preflight.exchange." + exchangeId.replace("-", "") + ".guide";
    }

    Optional<String> find(String name) {
        return own.find(name).or(() -> common.find(name));
    }

    String get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no text " + name));
    }

    /** {@code name.1}, {@code name.2} and so on: all of the exchange's own, or else all of the common ones. */
    List<String> list(String name) {
        var mine = list(own, name);
        return mine.isEmpty() ? list(common, name) : mine;
    }

    private static List<String> list(Texts texts, String name) {
        var all = new ArrayList<String>();
        for (var next = step(texts, name, 1); next.isPresent(); next = step(texts, name, all.size() + 1)) {
            all.add(next.get());
        }
        return all;
    }

    private static Optional<String> step(Texts texts, String name, int number) {
        var step = name + "." + number;
        return texts.find(step).or(() -> texts.find(step + OFF));
    }
}
