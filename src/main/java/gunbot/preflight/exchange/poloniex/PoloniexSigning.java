package gunbot.preflight.exchange.poloniex;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Mac;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Poloniex's signature: HMAC-SHA256, in base64, over three lines: method, path, parameters with the time. */
final class PoloniexSigning {
    private PoloniexSigning() {}

    static Signature sign(Request request, Credentials credentials, long millis) {
        var signature = signature(request, millis, credentials.secret());
        var headers = new LinkedHashMap<String, String>();
        headers.put("key", credentials.key());
        headers.put("signTimestamp", String.valueOf(millis));
        headers.put("signature", signature);
        headers.put("signatureMethod", "hmacSHA256");
        headers.put("signatureVersion", "1");
        if (!request.body().isEmpty()) {
            headers.put("content-type", "application/json");
        }
        return new Signature(headers, "", List.of(signature));
    }

    static String signature(Request request, long millis, String secret) {
        var prehash = request.method() + "\n" + request.path() + "\n" + parameters(request, millis);
        return Base64.getEncoder()
                .encodeToString(
                        Mac.sha256(secret.getBytes(StandardCharsets.UTF_8), prehash.getBytes(StandardCharsets.UTF_8)));
    }

    /** The time is signed among the parameters, in its place by name, but travels in a header alone. */
    private static String parameters(Request request, long millis) {
        var time = "signTimestamp=" + millis;
        if (!request.body().isEmpty()) {
            return "requestBody=" + request.body() + "&" + time;
        }
        var query = request.query().isEmpty()
                ? Stream.<String>empty()
                : Arrays.stream(request.query().split("&"));
        return Stream.concat(query, Stream.of(time))
                .sorted(Comparator.comparing(part -> part.substring(0, part.indexOf('='))))
                .collect(Collectors.joining("&"));
    }
}
