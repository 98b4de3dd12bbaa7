package gunbot.preflight.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The secrets among our own settings, to be cleaned out of what others say: the token for our port, the address of the
 * webhook with the part of it that is as good as a password, the token of Telegram's bot.
 */
@ApplicationScoped
public class OwnSecrets {
    /** A shorter part of an address is a word such as "api", which may be in any text. */
    private static final int LEAST = 8;

    private static final Pattern BETWEEN_PARTS = Pattern.compile("[/?&=]");

    private final Settings.Notices notices;
    private final Token token;

    public OwnSecrets(Settings settings, Token token) {
        this.notices = settings.notices();
        this.token = token;
    }

    /** All of them as they are now. Reads a file. */
    public Set<String> now() {
        var secrets = new HashSet<String>();
        if (token.isSet() && token.problem().isEmpty()) {
            secrets.add(token.value());
        }
        notices.url().map(String::strip).ifPresent(address -> {
            secrets.add(address);
            secretParts(address, secrets);
        });
        notices.telegram().tokenFile().ifPresent(file -> read(file, secrets));
        return secrets;
    }

    /** ntfy's topic or Discord's token, which end the path, and values such as that of ntfy's "auth". */
    private static void secretParts(String address, Set<String> secrets) {
        try {
            var uri = new URI(address);
            var path = uri.getPath() == null ? "" : uri.getPath();
            var query = uri.getQuery() == null ? "" : uri.getQuery();
            BETWEEN_PARTS
                    .splitAsStream(path.substring(path.lastIndexOf('/') + 1) + "?" + query)
                    .filter(part -> part.length() >= LEAST)
                    .forEach(secrets::add);
        } catch (URISyntaxException e) {
            // the start is refused for it, and commands send nothing there
        }
    }

    private static void read(String file, Set<String> secrets) {
        try {
            secrets.add(Files.readString(Path.of(file), StandardCharsets.UTF_8).strip());
        } catch (IOException | InvalidPathException e) {
            // then no message is sent either, and the log says so
        }
    }

    @Override
    public String toString() {
        return "OwnSecrets[…]";
    }
}
