package gunbot.preflight.standin.nash;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Secrets as Nash gives them out. The keys are published test keys, or made up for these tests; they guard nothing. */
public final class NashSecret {
    public static final String PRIVATE = "bb8bcf52a5f944f351c5bc856b7a4c41a5f370f5ce99dce0c8d6f1d491cd34bf";
    public static final String PUBLIC =
            "0461646fdc4544f10294e20e994ce56d8c0ff852596eb6b3aa0ba9d4b2079d86d42b3b5e8491a48ff6e1620732579807916eeb07beb6f9970dc5952bd444404f74";

    /** The same point, whose y is even. */
    public static final String COMPRESSED = "0261646fdc4544f10294e20e994ce56d8c0ff852596eb6b3aa0ba9d4b2079d86d4";

    /** Of the private key 1: the base point of the curve. */
    public static final String OTHER_PRIVATE = "0000000000000000000000000000000000000000000000000000000000000001";

    public static final String OTHER_PUBLIC = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";

    public static final String SHARE = "5e7d6c1a0b2f4e8d9c3b7a6f1e2d3c4b5a697887a5b4c3d2e1f0";

    private NashSecret() {}

    public static String of(String privateKey, String publicKey) {
        return encoded(json(privateKey, publicKey));
    }

    public static JsonObject json(String privateKey, String publicKey) {
        JsonObject child = new JsonObject()
                .put("address", "0xa1b2c3")
                .put("public_key", OTHER_PUBLIC)
                .put("client_secret_share", SHARE)
                .put("server_secret_share_encrypted", "77aa");
        return new JsonObject()
                .put(
                        "child_keys",
                        new JsonObject()
                                .put("m/44'/0'/0'/0/0", child)
                                .put("m/44'/60'/0'/0/0", child)
                                .put("m/44'/888'/0'/0/0", child))
                .put("paillier_pk", new JsonObject().put("n", "9f3b"))
                .put("payload_public_key", publicKey)
                .put("payload_signing_key", privateKey)
                .put("version", 0);
    }

    public static String encoded(JsonObject json) {
        return Base64.getEncoder().encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
    }

    static String publicKey(String secret) {
        String json = new String(Base64.getDecoder().decode(secret), StandardCharsets.UTF_8);
        return new JsonObject(json).getString("payload_public_key");
    }
}
