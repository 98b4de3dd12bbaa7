package gunbot.preflight.exchange.kucoin;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Mac;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** KuCoin's signature: base64 of HMAC-SHA256 over time, method, path with query, body. The passphrase is hashed too. */
final class KucoinSigning {
    /** The key version that is tried when a key refuses the usual one. */
    static final String VERSION_2 = "2";

    private static final String VERSION_3 = "3";

    private KucoinSigning() {}

    static Signature sign(Request request, Credentials credentials, long millis, String style) {
        var prehash = millis + request.method() + request.target() + request.body();
        var signature = mac(credentials.secret(), prehash);
        var passphrase = mac(credentials.secret(), credentials.passphrase());
        return new Signature(
                Map.of(
                        "KC-API-KEY",
                        credentials.key(),
                        "KC-API-SIGN",
                        signature,
                        "KC-API-TIMESTAMP",
                        String.valueOf(millis),
                        "KC-API-PASSPHRASE",
                        passphrase,
                        "KC-API-KEY-VERSION",
                        style.isEmpty() ? VERSION_3 : style,
                        "Content-Type",
                        "application/json"),
                "",
                List.of(signature, passphrase));
    }

    static String mac(String secret, String message) {
        var hash = Mac.sha256(secret.getBytes(StandardCharsets.UTF_8), message.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(hash);
    }
}
