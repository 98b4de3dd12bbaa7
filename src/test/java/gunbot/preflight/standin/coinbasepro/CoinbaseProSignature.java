package gunbot.preflight.standin.coinbasepro;

import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.Sums;
import java.security.MessageDigest;
import java.util.Base64;

/** Verifies what the keys of Coinbase Exchange sign: time, method, path with query, body. */
final class CoinbaseProSignature {

    private CoinbaseProSignature() {}

    static boolean verifies(String secret, String time, Recorded request, String signature) {
        String target = request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
        byte[] right = Sums.hmac(
                "HmacSHA256",
                Base64.getDecoder().decode(secret),
                Sums.bytes(time + request.method() + target),
                request.body().getBytes());
        return MessageDigest.isEqual(Sums.bytes(Base64.getEncoder().encodeToString(right)), Sums.bytes(signature));
    }
}
