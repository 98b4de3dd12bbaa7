package gunbot.preflight.standin.bittrex;

import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.Sums;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Verifies what Bittrex's keys sign: time, whole address, method, hash of the body. */
final class BittrexSignature {

    /** Signed as part of the address, wherever the request really goes. */
    private static final String HOST = "https://api.bittrex.com";

    private BittrexSignature() {}

    static String contentHash(Recorded request) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-512")
                            .digest(request.body().getBytes()));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    static boolean verifies(String secret, Recorded request, String time, String signature) {
        String target = request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
        byte[] right = Sums.hmac(
                "HmacSHA512",
                Sums.bytes(secret),
                Sums.bytes(time + HOST + target + request.method() + contentHash(request)));
        return MessageDigest.isEqual(Sums.bytes(HexFormat.of().formatHex(right)), Sums.bytes(signature));
    }
}
