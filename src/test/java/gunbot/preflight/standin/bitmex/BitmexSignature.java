package gunbot.preflight.standin.bitmex;

import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.Sums;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Verifies what BitMEX's keys sign: verb, path with query, end of validity, body. */
final class BitmexSignature {

    private BitmexSignature() {}

    static boolean verifies(String secret, Recorded request, String expires, String signature) {
        String target = request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
        byte[] right = Sums.hmac(
                "HmacSHA256",
                Sums.bytes(secret),
                Sums.bytes(request.method() + target + expires),
                request.body().getBytes());
        return MessageDigest.isEqual(Sums.bytes(HexFormat.of().formatHex(right)), Sums.bytes(signature));
    }
}
