package gunbot.preflight.exchange.coinbasepro;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Mac;
import gunbot.preflight.exchange.Malformed;
import gunbot.preflight.exchange.Pem;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** HMAC-SHA256 over second, method, path with query and body, keyed with the decoded secret; the passphrase goes in clear. */
final class CoinbaseProSigning {
    private CoinbaseProSigning() {}

    static Signature sign(Request request, Credentials credentials, long millis) {
        long seconds = millis / 1000;
        var signature = signature(request, seconds, credentials.secret());
        return new Signature(
                Map.of(
                        "CB-ACCESS-KEY",
                        credentials.key(),
                        "CB-ACCESS-SIGN",
                        signature,
                        "CB-ACCESS-TIMESTAMP",
                        String.valueOf(seconds),
                        "CB-ACCESS-PASSPHRASE",
                        credentials.passphrase()),
                "",
                List.of(signature));
    }

    static String signature(Request request, long seconds, String secret) {
        var prehash = seconds + request.method() + request.target() + request.body();
        var key = Base64.getDecoder().decode(secret);
        return Base64.getEncoder().encodeToString(Mac.sha256(key, prehash.getBytes(StandardCharsets.UTF_8)));
    }

    /** A key of Coinbase Advanced, which has another API, or a secret that is no base64. */
    static Optional<Malformed> malformed(Credentials credentials) {
        if (credentials.key().startsWith("organizations/") || Pem.looksLikeOne(credentials.secret())) {
            return Optional.of(new Malformed("key", "coinbase-advanced"));
        }
        try {
            return Base64.getDecoder().decode(credentials.secret()).length > 0
                    ? Optional.empty()
                    : Optional.of(new Malformed("secret", "base64"));
        } catch (IllegalArgumentException e) {
            return Optional.of(new Malformed("secret", "base64"));
        }
    }
}
