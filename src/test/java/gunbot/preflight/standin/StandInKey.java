package gunbot.preflight.standin;

import java.security.PublicKey;
import java.util.List;

/**
 * A key as the exchange knows it.
 *
 * @param id what the exchange calls the key
 * @param secret the shared secret, as the exchange shows it; empty where the user keeps a private key
 * @param passphrase in clear, or empty where the exchange has none
 * @param publicKey the user's public key, or null where there is a shared secret
 * @param state what the user has done with the key
 * @param account the number of the account behind the key
 * @param addresses the addresses that the key is bound to, unless its state says that it is bound to none
 */
public record StandInKey(
        String id,
        String secret,
        String passphrase,
        PublicKey publicKey,
        KeyState state,
        String account,
        List<String> addresses) {

    private static final String ACCOUNT = "100200300";
    private static final List<String> ADDRESSES = List.of("203.0.113.7");

    /** A key with a shared secret. */
    public static StandInKey of(String id, String secret, KeyState state) {
        return new StandInKey(id, secret, "", null, state, ACCOUNT, ADDRESSES);
    }

    /** A key with a shared secret and a passphrase. */
    public static StandInKey of(String id, String secret, String passphrase, KeyState state) {
        return new StandInKey(id, secret, passphrase, null, state, ACCOUNT, ADDRESSES);
    }

    /** A key whose private half only the user has: Ed25519 or RSA. */
    public static StandInKey of(String id, PublicKey publicKey, KeyState state) {
        return new StandInKey(id, "", "", publicKey, state, ACCOUNT, ADDRESSES);
    }

    public StandInKey in(KeyState other) {
        return new StandInKey(id, secret, passphrase, publicKey, other, account, addresses);
    }

    public StandInKey ofAccount(String other) {
        return new StandInKey(id, secret, passphrase, publicKey, state, other, addresses);
    }

    public StandInKey boundTo(List<String> others) {
        return new StandInKey(id, secret, passphrase, publicKey, state, account, List.copyOf(others));
    }
}
