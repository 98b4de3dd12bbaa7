package gunbot.preflight.exchange.bitmex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.AllowedCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class BitmexCallsTest {
    @Test
    void calls_ofASite_goToThatSiteAlone() {
        assertThat(hosts(BitmexCalls.of(false))).containsOnly("https://www.bitmex.com/");
        assertThat(hosts(BitmexCalls.of(true))).containsOnly("https://testnet.bitmex.com/");
        assertThat(BitmexCalls.ALL).hasSize(8);
    }

    @Test
    void cancel_isOneImpossibleOrder() {
        assertThat(BitmexCalls.ALL)
                .filteredOn(call -> call.kind() == AllowedCall.Kind.REFUSAL_PROBE)
                .extracting(AllowedCall::text)
                .containsExactly(
                        "DELETE https://www.bitmex.com/api/v1/order {\"orderID\":\"00000000-0000-0000-0000-000000000000\"}",
                        "DELETE https://testnet.bitmex.com/api/v1/order {\"orderID\":\"00000000-0000-0000-0000-000000000000\"}");
    }

    private static List<String> hosts(BitmexCalls calls) {
        return List.of(calls.time(), calls.keys(), calls.margin(), calls.cancel()).stream()
                .map(call -> call.text().split(" ")[1].replaceAll("(https://[^/]+/).*", "$1"))
                .toList();
    }
}
