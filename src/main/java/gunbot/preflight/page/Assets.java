package gunbot.preflight.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The style, the script and the icon: all there is besides the pages themselves. */
@ApplicationScoped
public class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "preflight.css", "text/css;charset=utf-8",
            "preflight.js", "text/javascript;charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final Map<String, Asset> assets = new TreeMap<>();

    Assets() {
        TYPES.forEach((name, type) -> {
            var bytes = read(name);
            assets.put(name, new Asset(bytes, type, version(bytes)));
        });
    }

    /** A file, its media type, and a name for this content of it. */
    record Asset(byte[] bytes, String type, String version) {}

    Optional<Asset> find(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    /** The address of a file; another one when its content is another, so that it may be kept for ever. */
    public String at(String name) {
        return "/assets/" + name + "?v=" + assets.get(name).version();
    }

    private static String version(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(String name) {
        try (var in = Assets.class.getResourceAsStream("/assets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("/assets/" + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
