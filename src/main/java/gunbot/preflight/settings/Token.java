package gunbot.preflight.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The bearer token that 8090 asks for, if one is set: {@code preflight.access.token}, 24 characters or more, or
 * {@code .token-file}. It is taken as it stands, whatever signs it holds; needed when we listen on any but a loopback
 * address.
 */
@ApplicationScoped
public class Token {
    private static final int LEAST = 24;

    private final String token;
    private final String problem;

    public Token(Settings settings, ExactNames names) {
        var access = settings.access();
        String read = names.value("preflight.access.token").orElse(null);
        String wrong = null;
        if (access.tokenFile().isPresent()) {
            try {
                read = Files.readString(Path.of(access.tokenFile().get()), StandardCharsets.UTF_8)
                        .replaceFirst("\r?\n$", "");
            } catch (IOException | InvalidPathException e) {
                wrong = "preflight.access.token-file: the file cannot be read";
            }
        }
        if (wrong == null && read != null && read.length() < LEAST) {
            wrong = "preflight.access.token: a token has " + LEAST + " characters or more";
        }
        this.token = read;
        this.problem = wrong;
    }

    public boolean isSet() {
        return token != null;
    }

    /** Why the configured token cannot be used. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** The token itself, for a command that asks the running program; null where none is set. */
    public String value() {
        return token;
    }

    /** Whether this is the token; takes the same time wherever the two differ. */
    public boolean is(String candidate) {
        return token != null
                && candidate != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
