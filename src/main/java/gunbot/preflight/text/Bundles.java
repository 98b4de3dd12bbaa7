package gunbot.preflight.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The files that texts are in, each read once. */
final class Bundles {
    private static final Map<String, Texts> ENGLISH = new ConcurrentHashMap<>();
    private static final Map<String, Texts> SPANISH = new ConcurrentHashMap<>();

    private Bundles() {}

    static Texts english(String bundle) {
        return ENGLISH.computeIfAbsent(bundle, name -> new Texts(Languages.ENGLISH, loaded(name, new Properties())));
    }

    /** What Spanish has not is said in English. */
    static Texts spanish(String bundle) {
        return SPANISH.computeIfAbsent(
                bundle, name -> new Texts(Languages.SPANISH, loaded(name + "_es", loaded(name, new Properties()))));
    }

    private static Properties loaded(String bundle, Properties others) {
        var texts = new Properties(others);
        try (var file = Bundles.class.getResourceAsStream("/" + bundle.replace('.', '/') + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("no texts " + bundle);
            }
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
