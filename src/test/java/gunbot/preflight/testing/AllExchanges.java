package gunbot.preflight.testing;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.Exchange;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The exchanges among our compiled classes: one that is added need not be named anywhere. */
public final class AllExchanges {
    private static final List<Exchange> ALL = find();

    private AllExchanges() {}

    /** All of them, by id. */
    public static List<Exchange> all() {
        return ALL;
    }

    public static Catalogue catalogue() {
        return new Catalogue(ALL);
    }

    private static List<Exchange> find() {
        try {
            var classes = Path.of(Exchange.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (var files = Files.walk(classes.resolve("gunbot/preflight/exchange"))) {
                return files.map(file -> classes.relativize(file).toString())
                        .filter(name -> name.endsWith(".class"))
                        .map(name -> name.substring(0, name.length() - ".class".length())
                                .replaceAll("[/\\\\]", "."))
                        .map(AllExchanges::load)
                        .filter(type ->
                                Exchange.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                        .map(AllExchanges::make)
                        .sorted(Comparator.comparing(
                                exchange -> exchange.listing().id()))
                        .toList();
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Exchange.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Exchange make(Class<?> type) {
        try {
            return (Exchange) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs a constructor without parameters", e);
        }
    }
}
