package gunbot.preflight.exchange.kraken;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Mac;
import gunbot.preflight.exchange.Malformed;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kraken's signature: HMAC-SHA512 over the path and the SHA-256 of nonce and body, keyed with the decoded secret. */
final class KrakenSigning {
    private static final Pattern NONCE = Pattern.compile("^nonce=([0-9]+)");

    private KrakenSigning() {}

    static Signature sign(Request request, Credentials credentials) {
        var signature = signature(request.path(), request.body(), credentials.secret());
        return new Signature(
                Map.of(
                        "API-Key",
                        credentials.key(),
                        "API-Sign",
                        signature,
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                "",
                List.of(signature));
    }

    static String signature(String path, String body, String secret) {
        var nonce = NONCE.matcher(body);
        if (!nonce.find()) {
            throw new IllegalArgumentException("a private call begins with its nonce");
        }
        var message = new ByteArrayOutputStream();
        message.writeBytes(path.getBytes(StandardCharsets.UTF_8));
        message.writeBytes(Mac.digest256(nonce.group(1) + body));
        var key = Base64.getDecoder().decode(secret);
        return Base64.getEncoder().encodeToString(Mac.sha512(key, message.toByteArray()));
    }

    static Optional<Malformed> malformed(Credentials credentials) {
        try {
            return Base64.getDecoder().decode(credentials.secret()).length > 0
                    ? Optional.empty()
                    : Optional.of(new Malformed("secret", "base64"));
        } catch (IllegalArgumentException e) {
            return Optional.of(new Malformed("secret", "base64"));
        }
    }
}
