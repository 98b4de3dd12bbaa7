package gunbot.preflight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Looks at pages as people do, with the Chromium of this machine; nothing is downloaded. */
public final class Eyes implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final Playwright playwright;
    private final Browser browser;
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();

    private Eyes(Path chromium) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox"))); // containers give no sandbox; the pages are our own
    }

    /** The sizes at which pages are looked at. */
    public enum Size {
        PHONE(390, 844),
        DESKTOP(1280, 900);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    public static Eyes open() {
        return new Eyes(Stream.of(System.getProperty("browser.path", ""))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .findFirst()
                .orElseGet(Eyes::onThePath));
    }

    private static Path onThePath() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(
                                "no Chromium is here: install it (Debian: apt-get install chromium),"
                                        + " name it with -Dbrowser.path=..., or leave these tests out with -Dbrowser.skip=true"));
    }

    /** A fresh visitor. */
    public BrowserContext visitor(Size size, ColorScheme scheme, boolean scripts) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(size.width, size.height)
                .setColorScheme(scheme)
                .setLocale("en-GB")
                .setJavaScriptEnabled(scripts));
        context.onConsoleMessage(message -> {
            if (Set.of("error", "warning").contains(message.type())) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        context.onDialog(dialog -> {
            complaints.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        return context;
    }

    public BrowserContext visitor() {
        return visitor(Size.DESKTOP, ColorScheme.LIGHT, true);
    }

    /** What the browser complained of so far: scripts that failed, whatever the content security policy has stopped. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Keeps what is seen, the first screen and the whole page, in the build output. */
    public void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-whole.png"))
                .setFullPage(true));
    }

    /** That everybody can use the page: no serious or critical finding of axe-core. */
    public void assertAccessible(Page page, String name) {
        var grave = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .toList())
                        .toList();
        assertThat(grave).as(name).isEmpty();
    }

    /** That nothing is wider than the screen. */
    public void assertFits(Page page, String name) {
        var wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wider).as(name).isEqualTo(0);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
