package gunbot.preflight.standin.cex;

import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.Sums;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/** Verifies what the keys of CEX.IO's two interfaces sign. */
final class CexSignature {

    private CexSignature() {}

    /** Action, second and body. */
    static boolean verifies(String secret, Recorded request, String seconds, String signature) {
        String[] parts = request.path().split("/");
        byte[] right = Sums.hmac(
                "HmacSHA256",
                Sums.bytes(secret),
                Sums.bytes(parts[parts.length - 1] + seconds),
                request.body().getBytes());
        return MessageDigest.isEqual(Sums.bytes(Base64.getEncoder().encodeToString(right)), Sums.bytes(signature));
    }

    /** Nonce, user ID and key, in capital hexadecimal digits. */
    static boolean verifiesLegacy(String secret, String nonce, String userId, String key, String signature) {
        byte[] right = Sums.hmac("HmacSHA256", Sums.bytes(secret), Sums.bytes(nonce + userId + key));
        return MessageDigest.isEqual(
                Sums.bytes(HexFormat.of().withUpperCase().formatHex(right)), Sums.bytes(signature));
    }
}
