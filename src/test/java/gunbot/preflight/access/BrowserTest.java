package gunbot.preflight.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    # method, origin,                 site,        mode,     foreign
                    GET,    -,                        -,           -,        false
                    POST,   -,                        -,           -,        false
                    GET,    http://127.0.0.1:8090,    same-origin, cors,     false
                    POST,   http://127.0.0.1:8090,    same-origin, navigate, false
                    POST,   https://127.0.0.1:8090,   same-origin, navigate, false
                    GET,    -,                        none,        navigate, false
                    GET,    -,                        cross-site,  navigate, false
                    GET,    -,                        same-site,   navigate, false
                    HEAD,   -,                        cross-site,  navigate, false
                    GET,    -,                        cross-site,  no-cors,  true
                    GET,    -,                        cross-site,  -,        true
                    GET,    -,                        same-site,   cors,     true
                    POST,   -,                        cross-site,  navigate, true
                    POST,   -,                        same-site,   navigate, true
                    POST,   https://evil.example,     -,           -,        true
                    GET,    https://evil.example,     -,           -,        true
                    POST,   http://127.0.0.1:3000,    same-site,   navigate, true
                    POST,   null,                     -,           -,        true
                    POST,   'not a URI',              -,           -,        true
                    """)
    void requests_ofForeignPages_areTold(String method, String origin, String site, String mode, boolean foreign) {
        assertThat(Browser.isForeign(method, "127.0.0.1:8090", origin, site, mode))
                .isEqualTo(foreign);
    }

    @Test
    void pages_areForThoseWhoNameThem() {
        assertThat(Browser.asksForPage("text/html,application/xhtml+xml,*/*;q=0.8"))
                .isTrue();
        assertThat(Browser.asksForPage("*/*")).isFalse();
        assertThat(Browser.asksForPage("application/json")).isFalse();
        assertThat(Browser.asksForPage(null)).isFalse();
    }
}
