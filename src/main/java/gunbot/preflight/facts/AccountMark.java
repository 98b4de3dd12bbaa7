package gunbot.preflight.facts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A mark of the account that a key belongs to: enough to see whether two keys are of one account, and nothing else. It is made
 * with a random salt of this process, so that no account number can be found again from it; it is kept in memory alone.
 *
 * @param kind which of the exchange's numbers it was made from: marks of different kinds cannot be compared
 * @param digest of the salted number
 */
public record AccountMark(String kind, String digest) {
    private static final int KEPT = 16;

    private static byte[] salt;

    /** The mark of a number or name by which an exchange knows an account. */
    public static AccountMark of(String kind, String account) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt());
            var hash = sha.digest((kind + " " + account).getBytes(StandardCharsets.UTF_8));
            return new AccountMark(kind, HexFormat.of().formatHex(hash).substring(0, KEPT));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether it is surely another account; where the exchange told different numbers of the two, nothing is sure. */
    public boolean isNot(AccountMark other) {
        return other != null && kind.equals(other.kind) && !digest.equals(other.digest);
    }

    /** Not before it is needed: what is made when the program is built would be the same for everybody. */
    private static synchronized byte[] salt() {
        if (salt == null) {
            salt = new byte[KEPT];
            new SecureRandom().nextBytes(salt);
        }
        return salt;
    }

    @Override
    public String toString() {
        return "AccountMark[…]";
    }
}
