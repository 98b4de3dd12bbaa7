package gunbot.preflight.probe;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Market;
import java.net.URI;

/**
 * One key to be asked about. Equal questions are asked once, wherever the key occurs.
 *
 * @param exchange our id of the exchange
 * @param credentials the key
 * @param market what it is to trade on
 * @param testnet whether it is a key of the exchange's test network
 * @param origin where requests go instead of the exchange's own hosts, or null
 */
public record Question(String exchange, Credentials credentials, Market market, boolean testnet, URI origin) {

    /** What must never be in flight twice. */
    public String keyId() {
        return exchange + " " + credentials.key();
    }

    @Override
    public String toString() {
        return "Question[" + exchange + "]";
    }
}
