package gunbot.preflight.exchange.bittrex;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Mac;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;

/** Bittrex's signature: HMAC-SHA512 over time, whole address, method and the hash of the body, with nothing between. */
final class BittrexSigning {
    private BittrexSigning() {}

    static Signature sign(Request request, Credentials credentials, long millis) {
        var signature = Mac.hex(Mac.sha512(bytes(credentials.secret()), bytes(prehash(request, millis))));
        var headers = new LinkedHashMap<String, String>();
        headers.put("Api-Key", credentials.key());
        headers.put("Api-Timestamp", String.valueOf(millis));
        headers.put("Api-Content-Hash", contentHash(request));
        headers.put("Api-Signature", signature);
        return new Signature(headers, "", List.of(signature));
    }

    static String prehash(Request request, long millis) {
        return millis + request.uri().toString() + request.method() + contentHash(request);
    }

    private static String contentHash(Request request) {
        return Mac.hex(Mac.digest512(request.body()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
