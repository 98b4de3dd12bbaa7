package gunbot.preflight.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private static final Set<String> CATALOGUE = Set.of("api.binance.com");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9001",
                "http://127.0.0.1:9001/",
                "https://localhost:9001",
                "http://[::1]:9001",
                "https://api.binance.com"
            })
    void loopbackOrCatalogueHost_isTaken(String text) {
        assertThat(Origins.parse(text, CATALOGUE::contains)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.binance.com",
                "http://192.0.2.1",
                "https://api.binance.com.evil.example",
                "https://evil.example/api.binance.com",
                "https://api.binance.com@evil.example",
                "http://127.0.0.1:9001/path",
                "http://127.0.0.1:9001?x",
                "http://127.0.0.1.evil.example",
                "http://127.1:80#",
                "ftp://127.0.0.1",
                "127.0.0.1:9001",
                "http://",
                "not a uri"
            })
    void anythingElse_isRefused(String text) {
        assertThat(Origins.parse(text, CATALOGUE::contains)).isEmpty();
    }

    @Test
    void loopback_needsNoCatalogue() {
        assertThat(Origins.parse("http://127.0.0.1:9001", host -> fail("asked for " + host)))
                .isPresent();
    }
}
