package gunbot.preflight.notify;

import gunbot.preflight.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Who gets word: the webhook and the chat of Telegram that are set, or nobody. No text of ours names their addresses. */
@ApplicationScoped
public class Receivers {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern TOKEN = Pattern.compile("[0-9]+:[A-Za-z0-9_-]{20,100}");

    private final Settings.Notices settings;
    private final URI telegram;
    private final URI webhook;
    private final List<String> problems = new ArrayList<>();

    @Inject
    public Receivers(Settings settings) {
        this(settings, URI.create("https://api.telegram.org"));
    }

    /** @param telegram where Telegram is */
    Receivers(Settings settings, URI telegram) {
        this.settings = settings.notices();
        this.telegram = telegram;
        this.webhook = this.settings.url().map(this::address).orElse(null);
        if (this.settings.telegram().tokenFile().isPresent()
                != this.settings.telegram().chat().isPresent()) {
            problems.add("preflight.notify.telegram: token-file and chat are needed together");
        }
    }

    /** A receiver of messages. */
    interface Receiver {
        /** The request for a message; made anew for each attempt, and it may read a file. */
        Post post(Message message) throws IOException;
    }

    /** What is wrong with the settings, a sentence each. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    List<Receiver> all() {
        var all = new ArrayList<Receiver>();
        if (webhook != null) {
            all.add(message -> Forms.webhook(settings.format(), webhook, message));
        }
        if (settings.telegram().tokenFile().isPresent()
                && settings.telegram().chat().isPresent()) {
            all.add(message ->
                    Forms.telegram(telegram, token(), settings.telegram().chat().get(), message));
        }
        return all;
    }

    private URI address(String text) {
        try {
            var address = new URI(text.strip());
            boolean safe = "https".equalsIgnoreCase(address.getScheme())
                    || ("http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.contains(address.getHost()));
            if (!safe || address.getHost() == null) {
                problems.add("preflight.notify.url: an address with https:// is needed (http:// only on the loopback)");
                return null;
            }
            if (address.getRawUserInfo() != null) {
                problems.add("preflight.notify.url: a user name in the address is not sent; ntfy takes ?auth= instead");
                return null;
            }
            return address;
        } catch (URISyntaxException e) {
            problems.add("preflight.notify.url: this is no address"); // the exception's text holds it
            return null;
        }
    }

    /** It becomes a part of an address: nothing else than a token may. */
    private String token() throws IOException {
        try {
            var token = Files.readString(Path.of(settings.telegram().tokenFile().orElseThrow()), StandardCharsets.UTF_8)
                    .replaceFirst("\r?\n$", "");
            if (!TOKEN.matcher(token).matches()) {
                throw new IOException("no token");
            }
            return token;
        } catch (InvalidPathException e) {
            throw new IOException("no path");
        }
    }
}
