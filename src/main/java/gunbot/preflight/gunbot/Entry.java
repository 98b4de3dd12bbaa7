package gunbot.preflight.gunbot;

/**
 * One entry of {@code exchanges} (or {@code archivedExchanges}) as it stands in config.js.
 *
 * @param name as written, such as {@code bitget#2}
 * @param type the field {@code type} as written, or empty
 * @param market the field {@code market} as written, or empty
 * @param testnet the field {@code testnet}
 * @param key the trading key pair; fields that are missing are empty
 * @param masterkey the master key pair; fields that are missing are empty
 * @param passphrase or empty
 * @param clientId or empty
 * @param encrypted the field {@code isEncrypted}
 * @param usage whether Gunbot uses it
 */
public record Entry(
        String name,
        String type,
        String market,
        boolean testnet,
        Pair key,
        Pair masterkey,
        String passphrase,
        String clientId,
        boolean encrypted,
        Usage usage) {

    /** A key and its secret, as written, blanks included. */
    public record Pair(String key, String secret) {
        public static final Pair NONE = new Pair("", "");

        public boolean isEmpty() {
            return key.isEmpty() && secret.isEmpty();
        }

        @Override
        public String toString() {
            return "Pair[…]";
        }
    }

    /** The same entry, of the exchange's test network. */
    public Entry onTestnet() {
        return new Entry(name, type, market, true, key, masterkey, passphrase, clientId, encrypted, usage);
    }

    @Override
    public String toString() {
        return "Entry[" + name + "]";
    }
}
