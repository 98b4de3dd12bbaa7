package gunbot.preflight.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A file of texts as it is written: without what a bundle would lend it from the other language. */
record TextFile(Path path, Map<String, String> texts, TreeSet<String> repeated) {

    /** All files in English; the Spanish one beside each has the same name with {@code _es}. */
    static Stream<TextFile> english() {
        try {
            var folder = Path.of(TextFile.class.getResource("/texts").toURI());
            return Files.walk(folder)
                    .filter(path -> path.toString().endsWith(".properties")
                            && !path.toString().endsWith("_es.properties"))
                    .sorted()
                    .map(TextFile::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static TextFile findings() {
        return english()
                .filter(file -> file.toString().equals("findings"))
                .findFirst()
                .orElseThrow();
    }

    TextFile spanish() {
        return read(path.resolveSibling(this + "_es.properties"));
    }

    private static TextFile read(Path path) {
        var texts = new TreeMap<String, String>();
        var repeated = new TreeSet<String>();
        var properties = new Properties() {
            @Override
            public synchronized Object put(Object name, Object text) {
                if (texts.put((String) name, (String) text) != null) {
                    repeated.add((String) name);
                }
                return null;
            }
        };
        try (var lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) { // fails on what is no UTF-8
            properties.load(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TextFile(path, texts, repeated);
    }

    @Override
    public String toString() {
        return path.getFileName().toString().replace(".properties", "");
    }
}
