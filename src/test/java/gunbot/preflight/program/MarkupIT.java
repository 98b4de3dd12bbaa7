package gunbot.preflight.program;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Faces;
import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.SampleKeys;
import gunbot.preflight.testing.Wait;
import gunbot.preflight.testing.Webhook;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names in config.js and words of exchanges that would be taken for something else: mark-up, escapes of terminals, ends of
 * lines, of events, of labels and of headers. Every face shows them as the text that they are.
 */
class MarkupIT {
    /** What would be a line, an event, a header or a command of its own if it were let through. */
    private static final String BREAKING =
            "\r\nX-Forged: 1\r\n\r\nforged{a=\"b\"} 1\nevent:forged\ndata:{}\n\n2026-11-22 INFO forged"
                    + "\u001b[31m\u001b]0;title\u0007\u202e\u2028\u0085\u0000\u200b\ufeff";

    private static final String MARKED =
            "<script>alert(1)</script><img src=x onerror=alert(1)>'\" {report.keys} {#each} ${7*7} \\u001b @everyone <@1>"
                    + " [a](https://evil.example) **b** `c`";

    private static final List<String> NAMES = List.of(
            "kraken" + BREAKING,
            MARKED,
            "a\"b\\c\nd",
            "}{\"} 1 #",
            "%0d%0aX-Forged:%201",
            "../..",
            "binance#\u001b[2J");

    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n]]");
    private static final Pattern SAMPLE = Pattern.compile(
            "#.*|[a-zA-Z_:][a-zA-Z0-9_:]*(\\{([a-zA-Z_]+=\"([^\"\\\\]|\\\\[\"\\\\n])*\",?)*\\})? \\S+( [0-9]+)?");

    private final Map<String, String> settings = new TreeMap<>();
    private StandIns standIns;
    private Webhook webhook;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        standIns = StandIns.start(Clock.systemUTC());
        webhook = new Webhook();
        settings.putAll(DemoKeys.origins(standIns));
        settings.put("preflight.gunbot.config", Program.config(folder, config()).toString());
        settings.put("preflight.notify.url", webhook.address("/topic").toString());
        var words = BREAKING + MARKED;
        script(
                "binance",
                "GET /sapi/v1/account/apiRestrictions",
                new JsonObject().put("code", -1022).put("msg", words));
        script(
                "kraken",
                "POST /0/private/GetApiKeyInfo",
                new JsonObject()
                        .put("error", new JsonArray().add("W" + words))
                        .put(
                                "result",
                                new JsonObject()
                                        .put(
                                                "permissions",
                                                new JsonArray().add(words).add("query-funds"))
                                        .put("ip_allowlist", new JsonArray().add(words))));
        script(
                "kucoin",
                "GET /api/v1/user/api-key",
                new JsonObject()
                        .put("code", "200000")
                        .put(
                                "data",
                                new JsonObject()
                                        .put("permission", "General," + words.replace(",", " "))
                                        .put("ipWhitelist", words.replace(",", " "))));
    }

    @AfterEach
    void stop() {
        webhook.close();
        standIns.close();
    }

    @Test
    void check_hostileNamesAndWords_areLinesOfText() {
        var table = Program.run(settings, "check");
        assertThat(table.out()).contains("alert(1)", "BAD_SIGNATURE", "EXCESS_SCOPE");
        lines("table", table.out());
        lines("log of table", table.err());
        var json = Program.run(settings, "check", "--format", "json");
        nothingSteers("json", new JsonObject(json.out()));
        lines("log of json", json.err());
    }

    @Test
    void serve_hostileNamesWordsAndPaths_everyFaceShowsText() throws Exception {
        settings.put("preflight.notify.format", "discord");
        var token = "a-token-of-more-than-24-characters";
        settings.put("preflight.access.token", token);
        var all = new TreeMap<String, String>();
        try (var program = Program.serve(settings, Map.of())) {
            var faces = new Faces(program, token);
            Wait.until("the first report is there", () -> faces.status("/api/v1/readiness") == 200);
            Wait.until("the message is there", () -> !webhook.sent().isEmpty());
            faces.lasting(all);
            faces.passing(all);
            askWithHostilePathsAndParameters(program, token);
            program.stop();
            lines("log", program.err());
        }

        assertThat(all.get("GET /")).contains("&lt;script&gt;alert(1)", "{report.keys}");
        all.forEach((face, text) -> {
            assertThat(text).as(face).doesNotContain("\u001b", "\u202e", "\u0000");
            if (text.contains("content-type=[text/html")) {
                assertThat(text).as(face).doesNotContain("<script>alert", "<img src=x");
            }
            assertThat(text.lines().findFirst().orElse("")).as(face).doesNotContainIgnoringCase("x-forged=");
        });
        assertThat(body(all.get("metrics")).lines())
                .allMatch(line -> SAMPLE.matcher(line).matches());
        assertThat(all.get("event stream").lines())
                .allMatch(line -> line.isEmpty()
                        || line.startsWith(":")
                        || line.matches("(event:(key|report)|data:\\{.*|id:.*|retry:.*)"));
        nothingSteers("report", new JsonObject(body(all.get("GET /api/v1/readiness"))));
        webhook.sent().forEach(sent -> {
            var message = new JsonObject(sent.body());
            nothingSteers("message", message);
            assertThat(message.getJsonObject("allowed_mentions").getJsonArray("parse"))
                    .isEmpty();
            assertThat(message.getString("content")).doesNotContain(" [a](", " <@1>", " **b**");
        });
    }

    private static void askWithHostilePathsAndParameters(Program program, String token) throws Exception {
        for (var path : List.of(
                "/api/v1/readiness/%0d%0aX-Forged:%201",
                "/api/v1/readiness/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "/exchanges/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "/exchanges?lang=%0d%0aX-Forged:%201",
                "/?lang=%3Cscript%3Ealert(1)",
                "/%1b%5b31m%0a%E2%80%AE",
                "/api/v1/exchanges/%7Breport%7D%0a")) {
            var answer = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create(program.api() + path))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Accept-Language", "es, <script>alert(1)")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().map()).as(path).doesNotContainKeys("x-forged", "X-Forged");
            assertThat(answer.headers().map().toString()).as(path).doesNotContain("<script>");
            assertThat(answer.body()).as(path).doesNotContain("\u001b", "\u202e");
            if (answer.headers().firstValue("content-type").orElse("").startsWith("text/html")) {
                assertThat(answer.body()).as(path).doesNotContain("<script>alert");
            }
        }
    }

    /** Nothing steers a terminal, and no line is one of theirs. */
    private static void lines(String face, String text) {
        assertThat(STEERING.matcher(text).find()).as(face + ": " + text).isFalse();
        assertThat(text.lines())
                .as(face)
                .noneMatch(line -> line.matches("(X-Forged|forged|event:|data:|2026-11-22 INFO forged).*"));
    }

    private static void nothingSteers(String face, Object json) {
        if (json instanceof JsonObject object) {
            object.forEach(field -> {
                nothingSteers(face, field.getKey());
                nothingSteers(face, field.getValue());
            });
        } else if (json instanceof JsonArray array) {
            array.forEach(item -> nothingSteers(face, item));
        } else if (json instanceof String text) {
            assertThat(STEERING.matcher(text).find())
                    .as(face + ": " + Json.encode(text))
                    .isFalse();
        }
    }

    private static String body(String kept) {
        return kept.substring(kept.indexOf('\n') + 1);
    }

    private void script(String exchange, String call, JsonObject body) {
        standIns.of(exchange).answerUnverified(call, 200, body.encode(), Map.of());
    }

    private String config() {
        var entries = new JsonObject();
        var pairs = new JsonObject();
        var types = List.of("kraken", "binance", "kucoin");
        for (int i = 0; i < NAMES.size(); i++) {
            var type = types.get(i % types.size());
            var name = NAMES.get(i);
            standIns.of(type).add(SampleKeys.known(type, i, KeyState.GOOD));
            entries.put(name, SampleKeys.entry(type, i).put("type", type));
            pairs.put(
                    name,
                    new JsonObject().put(NAMES.get((i + 1) % NAMES.size()), new JsonObject().put("enabled", true)));
        }
        pairs.put("orphan" + BREAKING + MARKED, new JsonObject().put("USDT-BTC", new JsonObject()));
        entries.put(
                "odd" + BREAKING,
                SampleKeys.entry("binance", 9).put("type", BREAKING + MARKED).put("market", MARKED));
        return new JsonObject().put("pairs", pairs).put("exchanges", entries).encode();
    }
}
