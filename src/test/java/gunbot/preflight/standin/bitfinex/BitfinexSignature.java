package gunbot.preflight.standin.bitfinex;

import gunbot.preflight.standin.Sums;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Verifies what Bitfinex's keys sign: the path after {@code /api}, the nonce, the body. */
final class BitfinexSignature {

    private BitfinexSignature() {}

    static boolean verifies(String secret, String path, String nonce, byte[] body, String signature) {
        byte[] right = Sums.hmac("HmacSHA384", Sums.bytes(secret), Sums.bytes("/api" + path + nonce), body);
        return MessageDigest.isEqual(Sums.bytes(HexFormat.of().formatHex(right)), Sums.bytes(signature));
    }
}
