package gunbot.preflight.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.AllowedCall.Kind;
import gunbot.preflight.testing.AllExchanges;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every request that the program may send, over all exchanges, as one file. {@code -Dgolden.update=true} writes it anew;
 * what it then shows as changed is for a person to read. A call that is not a read must be named here by hand besides.
 */
class AllowedCallsGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/allowed-calls.txt");

    private static final String BINANCE_TIMED = "&recvWindow=5000&timestamp=<time>";
    private static final String HUOBI_CANCEL = "POST https://api.huobi.pro/v1/order/orders/submitCancelClientOrder"
            + "?AccessKeyId=<access_key>&SignatureMethod=%s&SignatureVersion=2&Timestamp=<utc> {\"client-order-id\":\"<uuid>\"}";

    private static final String NASH_CANCEL = "POST https://app.%s/api/graphql {\"query\":\"mutation"
            + " ($payload: CancelOrderParams!, $signature: Signature!) { cancelOrder(payload: $payload, signature: $signature)"
            + " { orderId } }\",\"variables\":{\"payload\":{\"marketName\":\"<market>\",\"orderId\":\"1\",\"timestamp\":<time>}"
            + ",\"signature\":{\"publicKey\":\"<public_key>\",\"signedDigest\":\"<signature>\"}}}";

    /** Every call that is not a read, named by hand: a new one cannot slip in with a refreshed golden file. */
    private static final List<String> NOT_READS = List.of(
            "DELETE https://testnet.binance.vision/api/v3/order?symbol=BTCUSDT&origClientOrderId=<uuid>"
                    + BINANCE_TIMED,
            "DELETE https://fapi.binance.com/fapi/v1/order?symbol=BTCUSDT&origClientOrderId=<uuid>" + BINANCE_TIMED,
            "DELETE https://dapi.binance.com/dapi/v1/order?symbol=BTCUSD_PERP&origClientOrderId=<uuid>" + BINANCE_TIMED,
            "DELETE https://demo-fapi.binance.com/fapi/v1/order?symbol=BTCUSDT&origClientOrderId=<uuid>"
                    + BINANCE_TIMED,
            "DELETE https://demo-dapi.binance.com/dapi/v1/order?symbol=BTCUSD_PERP&origClientOrderId=<uuid>"
                    + BINANCE_TIMED,
            "DELETE https://testnet.binancefuture.com/fapi/v1/order?symbol=BTCUSDT&origClientOrderId=<uuid>"
                    + BINANCE_TIMED,
            "DELETE https://testnet.binancefuture.com/dapi/v1/order?symbol=BTCUSD_PERP&origClientOrderId=<uuid>"
                    + BINANCE_TIMED,
            "POST https://api.bitfinex.com/v2/auth/w/order/cancel {\"id\":1}",
            "DELETE https://www.bitmex.com/api/v1/order {\"orderID\":\"00000000-0000-0000-0000-000000000000\"}",
            "DELETE https://testnet.bitmex.com/api/v1/order {\"orderID\":\"00000000-0000-0000-0000-000000000000\"}",
            "DELETE https://api.bittrex.com/v3/orders/<uuid>",
            "POST https://trade.cex.io/api/spot/rest/do_cancel_my_order"
                    + " {\"clientOrderId\":\"<uuid>\",\"cancelRequestId\":\"<uuid>\",\"timestamp\":<time>}",
            "POST https://cex.io/api/cancel_order/ key=<access_key>&nonce=<nonce>&id=1",
            "DELETE https://api.exchange.coinbase.com/orders/00000000-0000-4000-8000-000000000000",
            "DELETE https://api-public.sandbox.exchange.coinbase.com/orders/00000000-0000-4000-8000-000000000000",
            HUOBI_CANCEL.formatted("HmacSHA256"),
            HUOBI_CANCEL.formatted("Ed25519"),
            "POST https://api.kraken.com/0/private/CancelOrder nonce=<nonce>&txid=OAAAAA-AAAAA-AAAAAA",
            "DELETE https://api.kucoin.com/api/v1/hf/orders/000000000000000000000000?symbol=BTC-USDT",
            "DELETE https://api.poloniex.com/orders/1",
            "DELETE https://api.poloniex.com/v3/trade/order {\"symbol\":\"BTC_USDT_PERP\",\"ordId\":\"1\"}",
            NASH_CANCEL.formatted("nash.io"),
            NASH_CANCEL.formatted("sandbox.nash.io"));

    /** An id that is written out or made for the request, in the path, as a parameter or in a body that names one order. */
    private static final Pattern PINNED_ID = Pattern.compile("(/(0{24}|0{8}-0{4}-40{3}-80{3}-0{12}|<uuid>)(\\?|$)"
            + "|[?& ](origClientOrderId|clientOrderId|orderId|txid|cliOrdId|id)=(<uuid>|[A-Za-z0-9-]{16,})"
            + "|\\{\"(orderID|client-order-id)\":\"(<uuid>|0{8}-0{4}-0{4}-0{4}-0{12})\"}"
            + "|\\{\"id\":1}"
            + "|poloniex[.]com/orders/1$|\\{\"symbol\":\"BTC_USDT_PERP\",\"ordId\":\"1\"}"
            + "|\\{\"clientOrderId\":\"<uuid>\",|&id=1$"
            + "|\"orderId\":\"1\",)");

    /** Words of calls that move or lend money, or that place or change an order; Kraken's list of methods and Coinbase's fees are reads. */
    private static final Pattern DANGEROUS = Pattern.compile(
            "withdraw(?!methods|als/fee-estimate$)|transfer|addorder|editorder|orders?/test|batch|cancelall|sendorder|payout|borrow|repay");

    private final List<Exchange> exchanges = AllExchanges.all();

    @Test
    void allowedCalls_areThoseOfTheGoldenFile() throws IOException {
        var now = String.join("\n", all().map(Sent::line).toList()) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, now);
        }

        assertThat(now).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void callsThatAreNoReads_areThoseNamedHere() {
        assertThat(all().filter(sent -> sent.call().kind() != Kind.READ)
                        .map(sent -> sent.call().text()))
                .containsExactlyInAnyOrderElementsOf(NOT_READS);
    }

    @Test
    void callsThatAreNoReads_arePinnedCancelsWithAReason() {
        assertThat(all().filter(sent -> sent.call().kind() != Kind.READ))
                .isNotEmpty()
                .allSatisfy(sent -> {
                    assertThat(sent.call().harmless()).startsWith("cancels").hasSizeGreaterThan(20);
                    assertThat(sent.method()).isIn("DELETE", "POST");
                    if (sent.isGraphql()) {
                        assertThat(sent.operation()).startsWith("mutation (").containsOnlyOnce("cancelOrder(");
                    } else if (sent.method().equals("POST")) {
                        assertThat(sent.uri().getRawPath()).containsIgnoringCase("cancel");
                    }
                    assertThat(sent.call().text()).containsPattern(PINNED_ID);
                });
    }

    @Test
    void everyCall_goesToAHostByTlsAndToNoPathThatCouldHarm() {
        assertThat(all()).isNotEmpty().allSatisfy(sent -> {
            assertThat(sent.uri().getScheme()).isEqualTo("https");
            assertThat(sent.uri().getHost()).isNotBlank();
            assertThat(sent.uri().getUserInfo()).isNull();
            assertThat(sent.uri().getPort()).isEqualTo(-1);
            assertThat(sent.uri().getRawPath().toLowerCase(Locale.ROOT)).doesNotContainPattern(DANGEROUS);
        });
    }

    @Test
    void reads_areNoDeletesAndPlaceNoOrder() {
        assertThat(all().filter(sent -> sent.call().kind() == Kind.READ)).allSatisfy(sent -> {
            assertThat(sent.method()).isIn("GET", "POST");
            assertThat(sent.call().harmless()).isEmpty();
            if (sent.method()
                    .equals("POST")) { // lists of orders that are read by POST: Kraken's two, Bitfinex's /auth/r/,
                // CEX.IO's
                assertThat(sent.uri().getRawPath().toLowerCase(Locale.ROOT))
                        .doesNotContainPattern("(?<!open|open_|closed|/auth/r/)orders?\\b|cancel");
            }
            if (sent.isGraphql()) {
                assertThat(sent.operation())
                        .startsWith("query ")
                        .doesNotContain("mutation")
                        .doesNotContainPattern("\\{ (?!get|list)\\w+\\(");
            }
        });
    }

    @Test
    void everyCall_hasNoEmptyPartAndNoOtherHoles() {
        assertThat(all()).allSatisfy(sent -> {
            assertThat(sent.call().text()).doesNotContainPattern("=(&|$| )|//(?=.*//)|/\\?|&&|\\s{2,}");
            assertThat(sent.call()
                            .text()
                            .replaceAll(
                                    "<(time|seconds|nonce|uuid|utc|access_key|uid|market|signature|public_key)>", ""))
                    .doesNotContain("<", ">", "*", "\\");
        });
    }

    /** One allowed call of one exchange, with its holes filled by something that a URI can hold. */
    private record Sent(String exchange, AllowedCall call) {
        String line() {
            var reason = call.harmless().isEmpty() ? "" : " | " + call.harmless();
            return exchange + " | " + call.kind() + " | " + call.text() + reason;
        }

        String method() {
            return call.text().split(" ")[0];
        }

        /** Where the path says nothing, and the operation in the body says all. */
        boolean isGraphql() {
            return uri().getRawPath().endsWith("/graphql");
        }

        String operation() {
            return call.text().split("\"query\":\"")[1].split("\"")[0];
        }

        URI uri() {
            return URI.create(call.text().split(" ")[1].replaceAll("[<>]", ""));
        }
    }

    private Stream<Sent> all() {
        return exchanges.stream().flatMap(exchange -> exchange.allowedCalls().stream()
                .map(call -> new Sent(exchange.listing().id(), call)));
    }
}
