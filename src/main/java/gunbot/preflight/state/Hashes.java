package gunbot.preflight.state;

import gunbot.preflight.probe.Question;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Salted hashes: who has the file but not the key itself can tell nothing from them. */
final class Hashes {
    private final byte[] salt;

    Hashes(byte[] salt) {
        this.salt = salt.clone();
    }

    /** Of a key with all that makes it up: other credentials are another key. */
    String of(Question question) {
        var credentials = question.credentials();
        var secret = digest(credentials.secret(), credentials.passphrase(), credentials.clientId());
        return hash(
                question.exchange(),
                credentials.key(),
                secret,
                String.valueOf(question.market()),
                String.valueOf(question.testnet()),
                String.valueOf(question.origin()));
    }

    String hash(String... parts) {
        var sha = sha256();
        sha.update(salt);
        return encoded(sha, parts);
    }

    private static String digest(String... parts) {
        return encoded(sha256(), parts);
    }

    /** Each part after its length, so that no two lists of parts look the same. */
    private static String encoded(MessageDigest sha, String... parts) {
        for (var part : parts) {
            var bytes = (part == null ? "" : part).getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            sha.update(bytes);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
