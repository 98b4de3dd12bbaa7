package gunbot.preflight.testing;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.Exchange;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Every exchange that there is a class of, so that a new one is tested without being named. */
public final class AllExchanges {
    private AllExchanges() {}

    public static Catalogue catalogue() {
        return new Catalogue(list());
    }

    public static List<Exchange> list() {
        try {
            var classes = Path.of(Exchange.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (var files = Files.walk(classes.resolve("gunbot/preflight/exchange"))) {
                return files.map(file -> classes.relativize(file).toString())
                        .filter(name -> name.matches(".*[/\\\\][A-Z][A-Za-z]*\\.class"))
                        .map(name -> name.replaceAll("\\.class$", "").replaceAll("[/\\\\]", "."))
                        .map(AllExchanges::load)
                        .filter(type -> Exchange.class.isAssignableFrom(type)
                                && !type.isInterface()
                                && !Modifier.isAbstract(type.getModifiers()))
                        .map(AllExchanges::make)
                        .toList();
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Exchange make(Class<?> type) {
        try {
            return (Exchange) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs a constructor without parameters", e);
        }
    }
}
