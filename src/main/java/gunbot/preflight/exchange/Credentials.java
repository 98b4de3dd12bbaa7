package gunbot.preflight.exchange;

/**
 * The secrets of one key. They live in memory only: no text made of this record holds one.
 *
 * @param key the public half, by which the exchange knows the key
 * @param secret the secret, or a private key in PEM form
 * @param passphrase the key's own passphrase, or empty
 * @param clientId the account's id where an exchange wants it, or empty
 */
public record Credentials(String key, String secret, String passphrase, String clientId) {

    /** The last four characters of a key id of 16 or more; empty for a shorter one. */
    public String hint() {
        return key.length() < 16 ? "" : key.substring(key.length() - 4);
    }

    @Override
    public String toString() {
        return "Credentials[…]";
    }
}
