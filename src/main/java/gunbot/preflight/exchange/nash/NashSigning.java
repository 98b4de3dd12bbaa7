package gunbot.preflight.exchange.nash;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Hole;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.Mac;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Nash's two proofs: the token in a header, and for some calls a signature of the payload, which has its place in the body
 * beside the public key.
 */
final class NashSigning {
    private NashSigning() {}

    /**
     * @param operation the name under which a payload is signed; empty where the token is enough
     */
    static Signature sign(Request request, Credentials credentials, String operation) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Token " + credentials.key());
        headers.put("Content-Type", "application/json");
        if (operation.isEmpty()) {
            return new Signature(headers, "", List.of());
        }
        var bundle = NashBundle.of(credentials.secret());
        var payload = Json.parse(request.body()).orElseThrow().path("variables").path("payload");
        var signature = signature(message(operation, payload), bundle.signingKey());
        var secrets = new ArrayList<>(bundle.shares());
        secrets.addAll(List.of(signature, bundle.signingKey(), bundle.publicKey()));
        return new Signature(
                headers, "", Map.of(Hole.SIGNATURE, signature, Hole.PUBLIC_KEY, bundle.publicKey()), secrets);
    }

    static String signature(String message, String privateKey) {
        return NashCurve.sign(Mac.digest256(message), privateKey);
    }

    /** Names in snake case and in order, nothing that is null, no blanks, all of it in lower case. */
    static String message(String operation, JsonNode payload) {
        var fields = new TreeMap<String, JsonNode>();
        payload.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                fields.put(snakeCase(field.getKey()), field.getValue());
            }
        });
        var canonical = fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        return operation + "," + canonical.toLowerCase(Locale.ROOT);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
