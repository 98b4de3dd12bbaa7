package gunbot.preflight.keys;

/**
 * A key given directly in our own configuration; fields that were not given are empty.
 *
 * @param slot the name under which it stands in the configuration
 * @param entry the entry of config.js that it completes
 * @param exchange the exchange, or empty where the entry tells it
 * @param market the market, or empty
 * @param role whose credentials these are; null where they serve for trading and licence
 * @param testnet whether the test network is meant; null where the entry tells it
 * @param problem the file or field that could not be read, or empty
 */
public record Given(
        String slot,
        String entry,
        String exchange,
        String key,
        String secret,
        String passphrase,
        String clientId,
        String market,
        Boolean testnet,
        Role role,
        String problem) {

    @Override
    public String toString() {
        return "Given[" + slot + "]";
    }
}
