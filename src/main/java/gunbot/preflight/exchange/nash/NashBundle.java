package gunbot.preflight.exchange.nash;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.exchange.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a Nash secret holds: base64 of a JSON object with the key that signs requests, its public half, and shares of the
 * keys that sign for the blockchains, which are never used here.
 *
 * @param signingKey the private key, hexadecimal digits
 * @param publicKey its public half, exactly as written: Nash compares it so
 * @param shares the other secret parts
 */
record NashBundle(String signingKey, String publicKey, List<String> shares) {
    private static final String SIGNING_KEY = "payload_signing_key";
    private static final String PUBLIC_KEY = "payload_public_key";
    private static final String CHILD_KEYS = "child_keys";

    /** What is wrong with a secret, by its look alone; nothing where it can be used. */
    static Optional<Malformed> malformed(String secret) {
        var decoded = decoded(secret);
        if (decoded.isEmpty()) {
            return wrong("nash-base64");
        }
        var json = Json.parse(decoded.get()).filter(JsonNode::isObject).orElse(null);
        if (json == null) {
            return wrong("nash-json");
        }
        if (!whole(json)) {
            return wrong("nash-fields");
        }
        var signingKey = Json.text(json.path(SIGNING_KEY));
        return NashCurve.isPrivateKey(signingKey)
                        && NashCurve.isPublicKeyOf(Json.text(json.path(PUBLIC_KEY)), signingKey)
                ? Optional.empty()
                : wrong("nash-pair");
    }

    /** The parts of a secret in which nothing is wrong. */
    static NashBundle of(String secret) {
        var json = decoded(secret).flatMap(Json::parse).orElseThrow();
        var shares = new ArrayList<String>();
        json.path(CHILD_KEYS).forEach(child -> shares.add(Json.text(child.path("client_secret_share"))));
        shares.removeIf(String::isBlank);
        return new NashBundle(Json.text(json.path(SIGNING_KEY)), Json.text(json.path(PUBLIC_KEY)), shares);
    }

    private static boolean whole(JsonNode json) {
        return !Json.text(json.path(SIGNING_KEY)).isEmpty()
                && !Json.text(json.path(PUBLIC_KEY)).isEmpty()
                && json.path(CHILD_KEYS).isObject()
                && !json.path(CHILD_KEYS).isEmpty()
                && json.path("paillier_pk").isObject()
                && json.path("version").isNumber();
    }

    /** The padding at the end may be missing. */
    private static Optional<String> decoded(String secret) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(secret), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // its text holds a character of the secret
        }
    }

    private static Optional<Malformed> wrong(String variant) {
        return Optional.of(new Malformed("secret", variant));
    }

    @Override
    public String toString() {
        return "NashBundle[…]";
    }
}
