package gunbot.preflight.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/** The JDK's keyed hashes and digests, without the checked exceptions that cannot happen. */
public final class Mac {
    private Mac() {}

    public static byte[] sha256(byte[] key, byte[] message) {
        return mac("HmacSHA256", key, message);
    }

    public static byte[] sha384(byte[] key, byte[] message) {
        return mac("HmacSHA384", key, message);
    }

    public static byte[] sha512(byte[] key, byte[] message) {
        return mac("HmacSHA512", key, message);
    }

    /** The plain SHA-256 digest of a text's UTF-8 bytes. */
    public static byte[] digest256(String text) {
        return digest("SHA-256", text);
    }

    /** The plain SHA-512 digest of a text's UTF-8 bytes. */
    public static byte[] digest512(String text) {
        return digest("SHA-512", text);
    }

    /** Lower-case hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm);
        }
    }

    private static byte[] mac(String algorithm, byte[] key, byte[] message) {
        try {
            var mac = javax.crypto.Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm); // without the cause: it could name the key
        }
    }
}
