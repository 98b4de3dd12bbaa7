package gunbot.preflight.exchange.cex;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Mac;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** CEX.IO's two signatures, both HMAC-SHA256 keyed with the secret as it is written. */
final class CexSigning {
    /** The style of the older interface. */
    static final String LEGACY = "legacy";

    private CexSigning() {}

    static Signature sign(Request request, Credentials credentials, long millis, String style) {
        return style.equals(LEGACY) ? legacy(credentials, millis) : current(request, credentials, millis / 1000);
    }

    private static Signature current(Request request, Credentials credentials, long seconds) {
        var path = request.path();
        var action = path.substring(path.lastIndexOf('/') + 1);
        var signature = signature(action, seconds, request.body(), credentials.secret());
        return new Signature(
                Map.of(
                        "X-AGGR-KEY",
                        credentials.key(),
                        "X-AGGR-TIMESTAMP",
                        String.valueOf(seconds),
                        "X-AGGR-SIGNATURE",
                        signature,
                        "Content-Type",
                        "application/json"),
                "",
                List.of(signature));
    }

    private static Signature legacy(Credentials credentials, long nonce) {
        var signature = legacySignature(nonce, credentials.clientId(), credentials.key(), credentials.secret());
        return new Signature(
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "",
                "signature=" + signature,
                List.of(signature));
    }

    static String signature(String action, long seconds, String body, String secret) {
        return Base64.getEncoder().encodeToString(hash(action + seconds + body, secret));
    }

    /** Nothing of the request itself is signed. */
    static String legacySignature(long nonce, String userId, String key, String secret) {
        return Mac.hex(hash(nonce + userId + key, secret)).toUpperCase(Locale.ROOT);
    }

    private static byte[] hash(String message, String secret) {
        return Mac.sha256(secret.getBytes(StandardCharsets.UTF_8), message.getBytes(StandardCharsets.UTF_8));
    }
}
