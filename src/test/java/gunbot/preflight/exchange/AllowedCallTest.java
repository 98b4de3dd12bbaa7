package gunbot.preflight.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gunbot.preflight.exchange.AllowedCall.Kind;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedCallTest {
    private static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final AllowedCall GET = AllowedCall.read("GET https://api.example/v1/a.b?x=1&time=<time>");
    private static final AllowedCall POST = AllowedCall.read("POST https://api.example/v1/balance nonce=<nonce>");
    private static final AllowedCall CANCEL =
            AllowedCall.refusalProbe("DELETE https://api.example/v1/orders/<uuid>?time=<time>", "no order has it");

    @Test
    void fill_goodValues_wholeRequest() {
        assertThat(GET.fill(Map.of(Hole.TIME, "1790000000000")))
                .isEqualTo(request("GET", "https://api.example/v1/a.b?x=1&time=1790000000000", ""));
        assertThat(POST.fill(Map.of(Hole.NONCE, "1790000000000")))
                .isEqualTo(request("POST", "https://api.example/v1/balance", "nonce=1790000000000"));
        assertThat(CANCEL.fill(Map.of(Hole.TIME, "1790000000000", Hole.UUID, ID)))
                .isEqualTo(request("DELETE", "https://api.example/v1/orders/" + ID + "?time=1790000000000", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    TIME    | 1790000000000       | true
                    TIME    | 179000000000        | false
                    TIME    | 17900000000000      | false
                    TIME    | 1790000000000000    | false
                    TIME    | 0790000000000       | false
                    TIME    | -790000000000       | false
                    TIME    | 17900000000.0       | false
                    TIME    | ``                  | false
                    TIME    | 1790000000000&y=2   | false
                    TIME    | 1790000000000 y=2   | false
                    TIME    | 1790000000000#y     | false
                    TIME    | ` 1790000000000`    | false
                    TIME    | ١٧٩٠٠٠٠٠٠٠٠٠٠       | false
                    TIME    | <uuid>              | false
                    SECONDS | 1790000000          | true
                    SECONDS | 1790000000000       | false
                    SECONDS | 179000000           | false
                    NONCE   | 1790000000000       | true
                    NONCE   | 1790000000000000    | false
                    NONCE   | 1790000000000000000 | false
                    NONCE   | 17900000000         | false
                    UUID    | 0f8fad5b-d9cb-469f-a165-70867728950e   | true
                    UUID    | 0F8FAD5B-D9CB-469F-A165-70867728950E   | false
                    UUID    | 0f8fad5b-d9cb-169f-a165-70867728950e   | false
                    UUID    | 0f8fad5b-d9cb-469f-c165-70867728950e   | false
                    UUID    | 0f8fad5bd9cb469fa16570867728950e       | false
                    UUID    | 00000000-0000-0000-0000-000000000000   | false
                    UUID    | ``                                     | false
                    UUID    | *                                      | false
                    """)
    void fill_eachHole_takesOnlyItsForm(Hole hole, String value, boolean fits) {
        for (var call : new String[] {"GET https://api.example/v1?a=", "POST https://api.example/v1 a="}) {
            var allowed = AllowedCall.read(call + hole.mark());
            if (fits) {
                assertThat(allowed.fill(Map.of(hole, value)).line()).isEqualTo(call + value);
            } else {
                assertThatThrownBy(() -> allowed.fill(Map.of(hole, value))).isInstanceOf(NotAllowedException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1790000000000\n", "\n1790000000000", "1790000000000\r\nX: y", "1790000000000\u0000"})
    void fill_controlCharacters_areRefused(String value) {
        assertThatThrownBy(() -> GET.fill(Map.of(Hole.TIME, value))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> POST.fill(Map.of(Hole.NONCE, value))).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void fill_openHole_isRefusedWithoutTheValues() {
        var onlyTime = new EnumMap<Hole, String>(Map.of(Hole.TIME, "1790000000000"));

        assertThatThrownBy(() -> CANCEL.fill(onlyTime))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageNotContaining("1790000000000");
        assertThatThrownBy(() -> POST.fill(Map.of())).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void admits_thatVeryRequest() {
        assertThat(GET.admits(request("GET", "https://api.example/v1/a.b?x=1&time=1790000000000", "")))
                .isTrue();
        assertThat(POST.admits(request("POST", "https://api.example/v1/balance", "nonce=1790000000000")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    POST   | https://api.example/v1/a.b?x=1&time=1790000000000              | ``
                    get    | https://api.example/v1/a.b?x=1&time=1790000000000              | ``
                    GET    | http://api.example/v1/a.b?x=1&time=1790000000000               | ``
                    GET    | https://api.example.evil/v1/a.b?x=1&time=1790000000000         | ``
                    GET    | https://apixexample/v1/a.b?x=1&time=1790000000000              | ``
                    GET    | https://api.example:8443/v1/a.b?x=1&time=1790000000000         | ``
                    GET    | https://user@api.example/v1/a.b?x=1&time=1790000000000         | ``
                    GET    | https://api.example/v1/aXb?x=1&time=1790000000000              | ``
                    GET    | https://api.example/v1/a.b/?x=1&time=1790000000000             | ``
                    GET    | https://api.example/v2/a.b?x=1&time=1790000000000              | ``
                    GET    | https://api.example/v1/../v1/a.b?x=1&time=1790000000000        | ``
                    GET    | https://api.example/v1/a.b?x=2&time=1790000000000              | ``
                    GET    | https://api.example/v1/a.b?x=&time=1790000000000               | ``
                    GET    | https://api.example/v1/a.b?time=1790000000000                  | ``
                    GET    | https://api.example/v1/a.b?time=1790000000000&x=1              | ``
                    GET    | https://api.example/v1/a.b?x=1&time=1790000000000&y=2          | ``
                    GET    | https://api.example/v1/a.b?x=1&x=1&time=1790000000000          | ``
                    GET    | https://api.example/v1/a.b?x=1&time=1790000000000#top          | ``
                    GET    | https://api.example/v1/a.b?x=1&time=1790000000000              | y=2
                    GET    | https://api.example/v1/a.b?x=1&time=                           | ``
                    GET    | https://api.example/v1/a.b?x=1&time                            | ``
                    GET    | https://api.example/v1/a.b                                     | ``
                    POST   | https://api.example/v1/balance                                 | ``
                    POST   | https://api.example/v1/balance                                 | nonce=
                    POST   | https://api.example/v1/balance                                 | nonce=1790000000000&asset=x
                    POST   | https://api.example/v1/balance                                 | ` nonce=1790000000000`
                    POST   | https://api.example/v1/balance?nonce=1790000000000             | ``
                    POST   | https://api.example/v1/withdraw                                | nonce=1790000000000
                    DELETE | https://api.example/v1/orders/?time=1790000000000              | ``
                    DELETE | https://api.example/v1/orders?time=1790000000000               | ``
                    DELETE | https://api.example/v1/orders/0f8fad5b-d9cb-469f-a165-70867728950e | ``
                    DELETE | https://api.example/v1/orders/0f8fad5b-d9cb-469f-a165-70867728950e/all?time=1790000000000 | ``
                    """)
    void admits_anyOtherRequest_isRefused(String method, String uri, String body) {
        var request = request(method, uri, body);

        assertThat(GET.admits(request)).isFalse();
        assertThat(POST.admits(request)).isFalse();
        assertThat(CANCEL.admits(request)).isFalse();
    }

    @Test
    void kind_andReason_areAsWritten() {
        assertThat(GET.kind()).isEqualTo(Kind.READ);
        assertThat(GET.harmless()).isEmpty();
        assertThat(CANCEL.kind()).isEqualTo(Kind.REFUSAL_PROBE);
        assertThat(CANCEL.harmless()).isEqualTo("no order has it");
        assertThat(CANCEL.has(Hole.UUID)).isTrue();
        assertThat(CANCEL.has(Hole.NONCE)).isFalse();
    }

    private static Request request(String method, String uri, String body) {
        return new Request(method, URI.create(uri), body);
    }
}
