package gunbot.preflight.exchange;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** Private keys in PEM form (PKCS#8): Ed25519 and RSA. */
public final class Pem {
    private Pem() {}

    public static boolean looksLikeOne(String secret) {
        return secret.contains("-----BEGIN");
    }

    /** The key, or nothing where the text is no unencrypted PKCS#8 key of these two kinds. */
    public static Optional<PrivateKey> privateKey(String pem) {
        // in JSON and in environment variables the line ends are often a backslash and an n
        var base64 = pem.replace("\\r", "")
                .replace("\\n", "\n")
                .replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "")
                .replaceAll("\\s", "");
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            return read("Ed25519", encoded).or(() -> read("RSA", encoded));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Ed25519 as it is, RSA as PKCS#1 v1.5 with SHA-256. */
    public static byte[] sign(PrivateKey key, byte[] message) {
        try {
            var signature = Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the private key cannot sign"); // without the cause: it could name the key
        }
    }

    private static Optional<PrivateKey> read(String algorithm, PKCS8EncodedKeySpec encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(encoded));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
