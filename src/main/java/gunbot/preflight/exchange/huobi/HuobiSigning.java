package gunbot.preflight.exchange.huobi;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Hole;
import gunbot.preflight.exchange.Mac;
import gunbot.preflight.exchange.Malformed;
import gunbot.preflight.exchange.Pem;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HTX's signature: HMAC-SHA256, or Ed25519 with a private key, over method, host, path and query, a line each. The query
 * is signed as it stands: its order is the right one in every allowed call. A body is not signed.
 */
final class HuobiSigning {
    private HuobiSigning() {}

    static Signature sign(Request request, Credentials credentials) {
        var text = text(request.method(), request.host(), request.path(), request.query());
        var signature = signature(text, credentials.secret());
        var escaped = URLEncoder.encode(signature, StandardCharsets.UTF_8);
        Map<String, String> headers = request.body().isEmpty() ? Map.of() : Map.of("Content-Type", "application/json");
        return new Signature(headers, "Signature=" + escaped, List.of(signature, escaped));
    }

    static String text(String method, String host, String path, String query) {
        return String.join("\n", method, host, path, query);
    }

    static String signature(String text, String secret) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var hash = Pem.looksLikeOne(secret)
                ? Pem.sign(Pem.privateKey(secret).orElseThrow(), bytes)
                : Mac.sha256(secret.getBytes(StandardCharsets.UTF_8), bytes);
        return Base64.getEncoder().encodeToString(hash);
    }

    /** A key that cannot stand in a query as it is, or a private key that is not of the one kind that HTX takes. */
    static Optional<Malformed> malformed(Credentials credentials) {
        if (!Hole.ACCESS_KEY.admits(credentials.key())) {
            return Optional.of(new Malformed("key", "characters"));
        }
        if (!Pem.looksLikeOne(credentials.secret())) {
            return Optional.empty();
        }
        if (credentials.secret().contains("BEGIN ENCRYPTED")) {
            return Optional.of(new Malformed("secret", "encrypted-pem"));
        }
        return Pem.privateKey(credentials.secret())
                        .filter(key -> !key.getAlgorithm().equals("RSA"))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(new Malformed("secret", "ed25519"));
    }
}
