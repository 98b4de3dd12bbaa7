package gunbot.preflight.standin.huobi;

import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.Sums;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.TreeMap;

/** Verifies what HTX's keys sign: method, host, path and the sorted query, each on a line of its own. */
final class HuobiSignature {
    private static final String LAST = "&Signature=";

    private HuobiSignature() {}

    /** Whether the query ends with the key's signature of all that stands before it. */
    static boolean verifies(StandInKey key, String method, String host, String path, String query) {
        int last = query.lastIndexOf(LAST);
        if (last < 0) {
            return false;
        }
        String signature = decoded(query.substring(last + LAST.length()));
        byte[] text = Sums.bytes(String.join("\n", method, host, path, canonical(query.substring(0, last))));
        try {
            byte[] sent = Base64.getDecoder().decode(signature);
            if (key.publicKey() == null) {
                return MessageDigest.isEqual(Sums.hmac("HmacSHA256", Sums.bytes(key.secret()), text), sent);
            }
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key.publicKey());
            verifier.update(text);
            return verifier.verify(sent);
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    /** The parameters sorted by name, capitals before small letters, values escaped as HTX escapes them. */
    private static String canonical(String query) {
        TreeMap<String, String> sorted = new TreeMap<>();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            sorted.put(part.substring(0, Math.max(0, equals)), encoded(decoded(part.substring(equals + 1))));
        }
        StringBuilder line = new StringBuilder();
        sorted.forEach((name, value) ->
                line.append(line.isEmpty() ? "" : "&").append(name).append('=').append(value));
        return line.toString();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
