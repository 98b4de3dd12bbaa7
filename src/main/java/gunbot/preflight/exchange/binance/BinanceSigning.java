package gunbot.preflight.exchange.binance;

import gunbot.preflight.exchange.Credentials;
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
 * Binance's signatures: HMAC-SHA256 with a secret, or Ed25519 or RSA (PKCS#1 v1.5, SHA-256) with a private key. All sign
 * the query followed by the body, nothing in between.
 */
public final class BinanceSigning {
    private BinanceSigning() {}

    public static Signature sign(Request request, Credentials credentials) {
        var signature = signature(request.query() + request.body(), credentials.secret());
        var escaped = URLEncoder.encode(signature, StandardCharsets.UTF_8);
        return new Signature(
                Map.of("X-MBX-APIKEY", credentials.key()), "signature=" + escaped, List.of(signature, escaped));
    }

    static String signature(String payload, String secret) {
        var bytes = payload.getBytes(StandardCharsets.UTF_8);
        if (Pem.looksLikeOne(secret)) {
            var key = Pem.privateKey(secret).orElseThrow();
            return Base64.getEncoder().encodeToString(Pem.sign(key, bytes));
        }
        return Mac.hex(Mac.sha256(secret.getBytes(StandardCharsets.UTF_8), bytes));
    }

    /** A private key that is encrypted, or that is no PKCS#8 key of a kind that Binance takes. */
    public static Optional<Malformed> malformed(Credentials credentials) {
        if (!Pem.looksLikeOne(credentials.secret())) {
            return Optional.empty();
        }
        if (credentials.secret().contains("BEGIN ENCRYPTED")) {
            return Optional.of(new Malformed("secret", "encrypted-pem"));
        }
        return Pem.privateKey(credentials.secret()).isPresent()
                ? Optional.empty()
                : Optional.of(new Malformed("secret", "pem"));
    }

    /** A key of 64 letters and digits with a secret of the same form or a private key. */
    public static boolean looksPlain(Credentials credentials) {
        var form = "[A-Za-z0-9]{64}";
        return credentials.key().matches(form)
                && (credentials.secret().matches(form)
                        || malformed(credentials).isEmpty() && Pem.looksLikeOne(credentials.secret()));
    }
}
