package gunbot.preflight.guide;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.judge.Expectations;
import gunbot.preflight.keys.Role;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.text.Languages;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gunbot's own page on creating API keys, picture by picture, held against the catalogue and the guides. */
class SourcePageTest {
    private static final List<Exchange> EXCHANGES = AllExchanges.all();

    /** What the pictures show ticked is needed or at least allowed; labels as printed then, found as today's or former ones. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            binance         | Read Info
            binance         | Enable Trading
            binance-futures | Read Only
            binance-futures | Enable Trading
            binance-futures | Enable Margin
            binance-futures | Enable Future
            bitfinex        | Account Info - Read
            bitfinex        | Account History - Read
            bitfinex        | Orders - Read
            bitfinex        | Margin Trading - Read
            bitfinex        | Margin Funding - Read
            bitfinex        | Wallets - Read
            bitfinex        | Orders - Write
            bitmex          | Order
            bittrex         | READ INFO
            bittrex         | TRADE
            cex             | Account balance
            cex             | Open orders
            cex             | Place order
            cex             | Cancel order
            coinbase-pro    | View
            coinbase-pro    | Trade
            kraken          | Query Funds
            kraken          | Query Open Orders & Trades
            kraken          | Query Closed Orders & Trades
            kraken          | Modify Orders
            kraken          | Cancel/Close Orders
            kraken          | Query Ledger Entries
            nash            | Trading
            nash            | Withdrawals and deposits
            poloniex        | Enable Trading
            """)
    void ticked_isRequiredOrAllowed(String id, String label) {
        assertThat(expectation(id, label)).isNotEqualTo(Expectation.FORBIDDEN);
    }

    /** What may be ticked there although the picture has it off: Kraken's two boxes give nothing that the others do not. */
    private static final List<String> HARMLESS_THOUGH_OFF = List.of("Export Data", "Access WebSockets API");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            binance         | Enable Withdrawals
            binance-futures | Enable Withdrawals
            bitfinex        | Margin Trading - Write
            bitfinex        | Margin Funding - Write
            bitfinex        | Wallets - Write
            bitfinex        | Withdraw
            bitmex          | Withdraw
            bittrex         | WITHDRAW
            cex             | Open positions
            coinbase-pro    | Transfer
            kraken          | Deposit Funds
            kraken          | Withdraw Funds
            kraken          | Export Data
            kraken          | Access WebSockets API
            poloniex        | Enable Withdrawals
            """)
    void notTicked_isForbidden(String id, String label) {
        assertThat(expectation(id, label))
                .isEqualTo(HARMLESS_THOUGH_OFF.contains(label) ? Expectation.ALLOWED : Expectation.FORBIDDEN);
    }

    /** What the pictures show besides stands in the guide; HTX and KuCoin have no boxes in theirs. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            binance         | "Restrict access to trusted IPs only (Recommended)"
            binance         | "Unrestricted (Less Secure)"
            binance-futures | "Restrict access to trusted IPs only (Recommended)"
            binance-futures | "Unrestricted (Less Secure)"
            bitfinex        | a label by which you will know it
            bitmex          | "CIDR"
            bitmex          | A blank field allows all addresses
            bitmex          | "Key Permissions"
            cex             | "IP Address Filter"
            coinbase-pro    | passphrase
            coinbase-pro    | IP whitelist
            coinbase-pro    | two-factor code
            huobi           | "Gunbot master key"
            huobi           | "Bind IP Address (Optional)"
            huobi           | 90 days
            kraken          | nonce window at 0
            kraken          | key expiration, query start date and query end date off
            kucoin          | security verification
            kucoin          | passphrase
            nash            | "You can only withdraw funds to these whitelisted addresses with this API key"
            poloniex        | "Highly recommended"
            poloniex        | two-factor
            """)
    void alsoShown_standsInTheGuide(String id, String words) {
        var guide =
                new Guides(new Catalogue(EXCHANGES)).of(id, Languages.ENGLISH).orElseThrow();

        assertThat(Stream.concat(
                        guide.keys().stream().flatMap(key -> key.steps().stream()),
                        Stream.of(guide.address(), guide.expiry())))
                .anyMatch(text -> text.contains(words));
    }

    private static Expectation expectation(String id, String label) {
        var listing = listing(id);
        var box = listing.boxes().stream()
                .filter(candidate -> isCalled(candidate, label))
                .findFirst();
        assertThat(box).as(label).isPresent();
        return Expectations.of(listing, box.get().id(), listing.defaultMarket(), Role.TRADING);
    }

    private static boolean isCalled(Box box, String label) {
        return box.label().equals(label)
                || Arrays.asList(box.formerly().split(", ")).contains(label);
    }

    private static Listing listing(String id) {
        return EXCHANGES.stream()
                .map(Exchange::listing)
                .filter(listing -> listing.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
