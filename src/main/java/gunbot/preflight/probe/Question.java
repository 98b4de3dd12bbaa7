package gunbot.preflight.probe;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Market;
import java.net.URI;

/**
 * One key to be asked about for one market. Equal questions are asked once, wherever they occur; those that differ in their
 * market alone are of one key, and are asked together.
 *
 * @param exchange our id of the exchange
 * @param credentials the key
 * @param market what it is to trade on
 * @param testnet whether it is a key of the exchange's test network
 * @param origin where requests go instead of the exchange's own hosts, or null
 */
public record Question(String exchange, Credentials credentials, Market market, boolean testnet, URI origin) {

    /** What makes up a key: other credentials are another key, and so are the same ones elsewhere. */
    public record Key(String exchange, Credentials credentials, boolean testnet, URI origin) {
        @Override
        public String toString() {
            return "Key[" + exchange + "]";
        }
    }

    /** The key, whatever it is to trade on. */
    public Key ofKey() {
        return new Key(exchange, credentials, testnet, origin);
    }

    /** What must never be in flight twice. */
    public String keyId() {
        return exchange + " " + credentials.key();
    }

    @Override
    public String toString() {
        return "Question[" + exchange + "]";
    }
}
