package gunbot.preflight.exchange.bitfinex;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Mac;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Bitfinex's signature: HMAC-SHA384 over {@code /api}, the path, the nonce and the body as it is sent. */
final class BitfinexSigning {
    private BitfinexSigning() {}

    static Signature sign(Request request, Credentials credentials, long nonce) {
        var signature = signature(request.path(), nonce, request.body(), credentials.secret());
        return new Signature(
                Map.of(
                        "bfx-apikey",
                        credentials.key(),
                        "bfx-nonce",
                        String.valueOf(nonce),
                        "bfx-signature",
                        signature,
                        "content-type",
                        "application/json"),
                "",
                List.of(signature));
    }

    static String signature(String path, long nonce, String body, String secret) {
        var prehash = "/api" + path + nonce + body;
        return Mac.hex(Mac.sha384(secret.getBytes(StandardCharsets.UTF_8), prehash.getBytes(StandardCharsets.UTF_8)));
    }
}
