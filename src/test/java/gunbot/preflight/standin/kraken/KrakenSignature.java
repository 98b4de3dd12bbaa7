package gunbot.preflight.standin.kraken;

import gunbot.preflight.standin.Sums;
import java.security.MessageDigest;
import java.util.Base64;

/** Verifies what Kraken's keys sign: the path, and a digest of nonce and body. */
final class KrakenSignature {

    private KrakenSignature() {}

    static boolean verifies(String secret, String path, String nonce, byte[] body, String signature) {
        byte[] inner = Sums.sha256(Sums.bytes(nonce), body);
        byte[] right = Sums.hmac("HmacSHA512", Base64.getDecoder().decode(secret), Sums.bytes(path), inner);
        return MessageDigest.isEqual(Sums.bytes(Base64.getEncoder().encodeToString(right)), Sums.bytes(signature));
    }
}
