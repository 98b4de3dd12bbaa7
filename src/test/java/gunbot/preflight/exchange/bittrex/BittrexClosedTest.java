package gunbot.preflight.exchange.bittrex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.gunbot.Entry;
import gunbot.preflight.gunbot.Reading;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.gunbot.Usage;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Keys;
import gunbot.preflight.report.Wording;
import gunbot.preflight.settings.Origins;
import gunbot.preflight.text.Texts;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bittrex has closed: nothing is asked unless an origin is set, and its own host is none. */
class BittrexClosedTest {
    private static final String KEY = "bittrexkey0000000000000000001234";
    private static final String SECRET = "invented-secret-of-a-bittrex-key";

    private final Catalogue catalogue = new Catalogue(List.of(new Bittrex()));

    @Test
    void noOrigin_closedWithItsDatesAndNoQuestion() {
        var key = key(Map.of(), KEY, SECRET, false);
        var finding = key.findings().get(0);
        var wording = new Wording(Texts.in(Locale.ENGLISH));

        assertThat(key.question()).isNull();
        assertThat(codes(key)).containsExactly(Code.EXCHANGE_CLOSED);
        assertThat(finding.severity()).isEqualTo(Severity.BLOCKER);
        assertThat(wording.message(finding, key))
                .contains("2023-04-14", "2023-04-30", "2023-12-04", "Nothing was sent");
        assertThat(wording.remedy(finding, key)).contains("Remove the entry");
    }

    @Test
    void noOrigin_faultsOfTheKeyDoNotMatter_butThatThereIsNone() {
        assertThat(codes(key(Map.of(), " " + KEY, "sécret", false))).containsExactly(Code.EXCHANGE_CLOSED);
        assertThat(codes(key(Map.of(), KEY, SECRET, true))).containsExactly(Code.EXCHANGE_CLOSED);
        assertThat(codes(key(Map.of(), "KEY", "SECRET", false)))
                .containsExactlyInAnyOrder(Code.EXCHANGE_CLOSED, Code.PLACEHOLDER);
    }

    @Test
    void origin_isAskedThereAndNowhereElse() {
        var origin = URI.create("http://127.0.0.1:9001");

        var key = key(Map.of("bittrex", origin), KEY, SECRET, false);

        assertThat(codes(key)).containsExactly(Code.ORIGIN_OVERRIDDEN);
        assertThat(key.question().origin()).isEqualTo(origin);
    }

    @Test
    void origin_itsOwnHost_isNone() {
        assertThat(Origins.parse("https://api.bittrex.com", catalogue.hosts()::contains))
                .isEmpty();
    }

    private static List<Code> codes(KeyCase key) {
        return key.findings().stream().map(Finding::code).toList();
    }

    private KeyCase key(Map<String, URI> origins, String key, String secret, boolean encrypted) {
        var pair = new Entry.Pair(key, secret);
        var entry = new Entry("bittrex", "", "", false, pair, pair, "", "", encrypted, Usage.ACTIVE);
        var reading = new Reading(
                SourceState.OK,
                "config.js",
                Instant.EPOCH,
                List.of(entry),
                List.of(),
                List.of(),
                Set.of(),
                false,
                false);
        return new Keys(catalogue, origins).of(reading, List.of()).get(0);
    }
}
