package gunbot.preflight.standin.kucoin;

import gunbot.preflight.standin.Sums;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Verifies what KuCoin's keys sign, and their passphrases. */
final class KucoinSignature {

    private KucoinSignature() {}

    /** The query is signed as it reads before percent-encoding. */
    static boolean verifies(
            String secret, String timestamp, String method, String path, String query, byte[] body, String signature) {
        String endpoint = query.isEmpty() ? path : path + "?" + URLDecoder.decode(query, StandardCharsets.UTF_8);
        return isSum(secret, signature, Sums.bytes(timestamp + method + endpoint), body);
    }

    static boolean verifiesPassphrase(String secret, String passphrase, String sent) {
        return isSum(secret, sent, Sums.bytes(passphrase));
    }

    private static boolean isSum(String secret, String sent, byte[]... parts) {
        byte[] right = Sums.hmac("HmacSHA256", Sums.bytes(secret), parts);
        return MessageDigest.isEqual(Sums.bytes(Base64.getEncoder().encodeToString(right)), Sums.bytes(sent));
    }
}
