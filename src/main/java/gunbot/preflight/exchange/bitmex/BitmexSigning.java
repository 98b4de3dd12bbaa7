package gunbot.preflight.exchange.bitmex;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Mac;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/** BitMEX's signature: HMAC-SHA256 over verb, path with query, the second at which the request ends, and body. */
final class BitmexSigning {
    /** A request names its own end; BitMEX compares it with its clock when the request arrives. */
    static final Duration VALID_FOR = Duration.ofSeconds(30);

    private BitmexSigning() {}

    static Signature sign(Request request, Credentials credentials, long millis) {
        long expires = millis / 1000 + VALID_FOR.toSeconds();
        var signature = signature(request, expires, credentials.secret());
        var headers = new LinkedHashMap<String, String>();
        headers.put("api-key", credentials.key());
        headers.put("api-expires", String.valueOf(expires));
        headers.put("api-signature", signature);
        if (!request.body().isEmpty()) {
            headers.put("content-type", "application/json");
        }
        return new Signature(headers, "", List.of(signature));
    }

    static String signature(Request request, long expires, String secret) {
        var prehash = request.method() + request.target() + expires + request.body();
        return Mac.hex(Mac.sha256(secret.getBytes(StandardCharsets.UTF_8), prehash.getBytes(StandardCharsets.UTF_8)));
    }
}
