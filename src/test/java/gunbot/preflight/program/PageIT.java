package gunbot.preflight.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Eyes;
import gunbot.preflight.testing.Program;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of the packaged program in a real browser, on the demo's keys. */
@DisabledIfSystemProperty(named = "browser.skip", matches = "true")
class PageIT {
    private static final String TOKEN = "a-token-of-more-than-24-characters";
    private static final double PATIENCE = 60_000;

    private static Eyes eyes;

    private final Map<String, String> settings = new TreeMap<>();
    private StandIns standIns;
    private Program program;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        eyes = Eyes.open();
    }

    @AfterAll
    static void close() {
        if (eyes != null) {
            eyes.close();
        }
    }

    @BeforeEach
    void start() {
        standIns = StandIns.start(Clock.systemUTC());
        settings.putAll(DemoKeys.origins(standIns));
    }

    @AfterEach
    void stop() {
        if (program != null) {
            program.close();
        }
        standIns.close();
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT", "en, DARK", "es, LIGHT", "es, DARK"})
    void everyPage_inBothSizes_fits_andIsForEverybody(String lang, ColorScheme scheme) {
        serve(DemoKeys.configFor(standIns));
        for (var size : Eyes.Size.values()) {
            try (var visitor = eyes.visitor(size, scheme, true)) {
                var page = visitor.newPage();
                for (var path : List.of("/", "/exchanges", "/exchanges/binance", "/exchanges/kraken", "/nowhere")) {
                    var name = (path.equals("/") ? "status" : path.substring(1).replace('/', '-')) + "-" + lang + "-"
                            + scheme.name().toLowerCase() + "-" + size.name().toLowerCase();
                    page.navigate(program.api() + path + "?lang=" + lang);
                    if (path.equals("/")) {
                        waitForReport(page);
                    }
                    assertThat(page.locator("html")).hasAttribute("lang", lang);
                    eyes.keep(page, name);
                    eyes.assertFits(page, name);
                    eyes.assertAccessible(page, name);
                }
            }
        }
        assertThat(eyes.complaints()).allMatch(complaint -> complaint.contains("/nowhere"));
    }

    @Test
    void check_startedByTheButton_isFollowedToItsEnd() {
        serve(DemoKeys.configFor(standIns));
        try (var visitor = eyes.visitor()) {
            var page = visitor.newPage();
            page.navigate(program.api() + "/?lang=en");
            waitForReport(page);
            var before = page.locator("main").getAttribute("data-stamp");
            standIns.all().forEach(standIn -> standIn.delayEachAnswer(Duration.ofMillis(300)));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check now"))
                    .click();

            assertThat(page.locator("#progress")).isVisible();
            assertThat(page.locator("#check")).hasAttribute("aria-disabled", "true");
            assertThat(page.locator("#progress-keys li").first()).isVisible(patiently());
            eyes.keep(page, "checking-en-light-desktop");
            assertThat(page.locator("#said")).hasText("The check is finished. Not ready", hasTextPatiently());
            assertThat(page.locator("main")).not().hasAttribute("data-stamp", before);
            assertThat(page.locator("#progress")).isHidden();
            assertThat(page.locator("#check")).isEnabled();

            page.locator("#check").click();
            assertThat(page.locator("#notice")).hasText(Pattern.compile("less than a minute ago.* in [0-9]+ s"));
        }
    }

    @Test
    void firstCheck_isFollowedFromTheEmptyPage() {
        standIns.all().forEach(standIn -> standIn.delayEachAnswer(Duration.ofMillis(500)));
        serve(DemoKeys.configFor(standIns));
        try (var visitor = eyes.visitor()) {
            var page = visitor.newPage();
            page.navigate(program.api() + "/?lang=en");

            assertThat(page.locator("h1")).hasText("Checking");
            eyes.assertAccessible(page, "checking");
            waitForReport(page);
            assertThat(page.locator("h1")).hasText("Not ready");
        }
    }

    @Test
    void withoutScripts_reportAndButtonWorkAllTheSame() {
        serve(DemoKeys.configFor(standIns));
        try (var visitor = eyes.visitor()) {
            waitForReport(visit(visitor.newPage()));
        }
        try (var visitor = eyes.visitor(Eyes.Size.DESKTOP, ColorScheme.LIGHT, false)) {
            var page = visit(visitor.newPage());
            assertThat(page.locator("h1")).hasText("Not ready");
            assertThat(page.locator("noscript meta")).hasAttribute("http-equiv", "refresh");
            page.locator("#check").click();
            page.waitForURL(program.api() + "/?lang=en");
            page.locator("#check").click();
            page.waitForURL(Pattern.compile(".*/\\?lang=en(&again=[0-9]+)?"));
        }
    }

    @Test
    void key_isACard_thatTellsAllThereIsToKnow() {
        serve(DemoKeys.configFor(standIns));
        try (var visitor = eyes.visitor()) {
            var page = visit(visitor.newPage());
            waitForReport(page);
            page.locator(".gate a").getByText("binance#2").click();
            var card = page.locator("article:target");

            assertThat(card.locator("h3")).hasText("binance#2");
            assertThat(card.locator(".right.bad")).containsText("Withdraw on must be off");
            assertThat(card.locator(".remedy").first()).containsText("untick \"Enable Withdrawals\"");
            assertThat(card.locator("dl.evidence")).isHidden();
            card.locator("summary").click();
            assertThat(card.locator("dl.evidence")).containsText("Withdraw: declared by the exchange");
            card.locator(".remedy a.guide").first().click();
            assertThat(page.locator("h1")).hasText("Binance");
            assertThat(page).hasURL(program.api() + "/exchanges/binance?lang=en");
        }
    }

    @Test
    void namesFromTheFile_areShownAsWritten_neverAsMarkup() {
        var name = "<script>alert(1)</script><img src=x>\"'{page.keys}";
        var config = new JsonObject(DemoKeys.configFor(standIns));
        config.getJsonObject("exchanges")
                .put(name, config.getJsonObject("exchanges").getJsonObject("mex_gunthy"));
        config.getJsonObject("pairs").put(name, config.getJsonObject("pairs").getJsonObject("binance"));
        config.getJsonObject("pairs")
                .put("<b id=orphan>", config.getJsonObject("pairs").getJsonObject("binance"));
        var before = eyes.complaints();
        serve(config.encode());
        try (var visitor = eyes.visitor()) {
            var page = visit(visitor.newPage());
            waitForReport(page);

            assertThat(page.locator("h3")
                            .getByText(name, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(page.locator("main script, main img, #orphan")).hasCount(0);
        }
        assertThat(eyes.complaints()).isEqualTo(before);
    }

    @Test
    void token_isAskedForOnce_untilSigningOut() {
        settings.put("preflight.access.token", TOKEN);
        serve(DemoKeys.configFor(standIns));
        try (var visitor = eyes.visitor(Eyes.Size.PHONE, ColorScheme.LIGHT, true)) {
            var page = visitor.newPage();
            page.navigate(program.api() + "/exchanges/kraken?lang=en");
            eyes.keep(page, "signin-en-light-phone");
            eyes.assertAccessible(page, "signin");
            assertThat(page.getByLabel("Access token")).isFocused();
            page.getByLabel("Access token").fill("not the token");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).hasText("This is not the token.");
            eyes.assertAccessible(page, "signin, wrong");
            page.getByLabel("Access token").fill(TOKEN);
            page.keyboard().press("Enter");

            assertThat(page.locator("h1")).hasText("Kraken");
            var cookies = visitor.cookies();
            assertThat(cookies).hasSize(1);
            assertThat(cookies.get(0).httpOnly).isTrue();
            assertThat(cookies.get(0).sameSite).isEqualTo(com.microsoft.playwright.options.SameSiteAttribute.STRICT);
            assertThat(page.evaluate("document.cookie")).isEqualTo("");
            waitForReport(visit(page));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            assertThat(page.getByLabel("Access token")).isVisible();
            assertThat(visitor.cookies()).isEmpty();
        }
    }

    @Test
    void keyboard_firstStopLeadsToTheContent() {
        serve(DemoKeys.configFor(standIns));
        try (var visitor = eyes.visitor()) {
            var page = visit(visitor.newPage());
            waitForReport(page);
            page.keyboard().press("Tab");

            assertThat(page.locator(".skip")).isFocused();
            assertThat(page.locator(".skip")).isInViewport();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator(".gate a").first()).isFocused();
        }
    }

    private void serve(String config) {
        settings.put("preflight.gunbot.config", Program.config(folder, config).toString());
        program = Program.serve(settings, Map.of());
    }

    private Page visit(Page page) {
        page.navigate(program.api() + "/?lang=en");
        return page;
    }

    private static void waitForReport(Page page) {
        assertThat(page.locator("main"))
                .hasAttribute(
                        "data-stamp",
                        Pattern.compile(".+"),
                        new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.HasTextOptions hasTextPatiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
    }
}
