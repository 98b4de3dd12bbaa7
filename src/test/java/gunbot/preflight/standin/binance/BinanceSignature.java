package gunbot.preflight.standin.binance;

import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.Sums;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Verifies what Binance's three kinds of key sign. */
final class BinanceSignature {

    private static final Pattern LAST = Pattern.compile("(?s)(.*?)&?signature=([^&]*)");
    private static final Pattern ENCODED_BASE64 = Pattern.compile("(?:[A-Za-z0-9]|%2[BbFf]|%3[Dd])+");

    private BinanceSignature() {}

    /** Whether query and body, run together without their last parameter, carry the key's signature in that parameter. */
    static boolean verifies(StandInKey key, String query, String body) {
        Matcher parts = LAST.matcher(query + body);
        return parts.matches() && verifiesPayload(key, parts.group(1), parts.group(2));
    }

    /** Whether a signature, as it stands in the address, is the key's own of the payload. */
    static boolean verifiesPayload(StandInKey key, String payload, String signature) {
        if (key.publicKey() == null) {
            byte[] right = Sums.hmac("HmacSHA256", Sums.bytes(key.secret()), Sums.bytes(payload));
            // the letter case of the digits does not matter
            String sent = signature.toLowerCase(Locale.ROOT);
            return MessageDigest.isEqual(Sums.bytes(HexFormat.of().formatHex(right)), Sums.bytes(sent));
        }
        if (!ENCODED_BASE64.matcher(signature).matches()) {
            return false;
        }
        try {
            boolean rsa = key.publicKey().getAlgorithm().equals("RSA");
            Signature verifier = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
            verifier.initVerify(key.publicKey());
            verifier.update(Sums.bytes(payload));
            return verifier.verify(Base64.getDecoder().decode(URLDecoder.decode(signature, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
