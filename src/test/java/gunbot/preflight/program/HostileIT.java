package gunbot.preflight.program;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.RawHttp;
import gunbot.preflight.testing.SampleKeys;
import gunbot.preflight.testing.Wait;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged program among clients that mean it harm: requests that no library would send, over plain sockets. One process
 * serves all tests, and at the end it must be as well as at the beginning. In the tables {@code |} ends a line.
 */
class HostileIT {
    private static final String TOKEN = "a-token-of-more-than-24-characters";
    private static final String REPORT = "/api/v1/readiness";
    private static final String LIVE = "/q/health/live";
    private static final String HOST = "Host: 127.0.0.1|";
    private static final String MINE = HOST + "Authorization: Bearer " + TOKEN + "|";
    private static final String LAST = "Connection: close|";
    private static final Pattern INSIDES = Pattern.compile("Exception|\tat |io\\.vertx|quarkus|jboss|stack");

    @TempDir
    static Path folder;

    private static StandIns standIns;
    private static Program program;
    private static int openFiles;

    @BeforeAll
    static void serve() {
        standIns = StandIns.start(Clock.systemUTC());
        standIns.of("binance").add(SampleKeys.known("binance", 1, KeyState.GOOD));
        var settings = new TreeMap<>(DemoKeys.origins(standIns));
        var config = new JsonObject()
                .put("pairs", new JsonObject().put("binance", new JsonObject().put("USDT-BTC", new JsonObject())))
                .put("exchanges", new JsonObject().put("binance", SampleKeys.entry("binance", 1)));
        settings.put(
                "preflight.gunbot.config",
                Program.config(folder, config.encode()).toString());
        settings.put("preflight.access.token", TOKEN);
        settings.put("preflight.recheck.every", "500ms"); // streams are never quiet
        settings.put("quarkus.http.idle-timeout", "5s");
        program = Program.serve(settings, Map.of());
        Wait.until("the first report is there", HostileIT::answers);
        openFiles = program.openFiles();
    }

    @AfterAll
    static void stop() {
        try {
            Wait.until("it serves as before", HostileIT::answers);
            Wait.until("no connection is left behind", () -> program.openFiles() <= openFiles + 4);
            assertThat(program.err()).doesNotContain("ERROR", TOKEN, "evil");
            assertThat(program.stop()).isIn(0, 143);
        } finally {
            program.close();
            standIns.close();
        }
    }

    static Stream<Arguments> requestsTo8090() {
        return Stream.of(
                // paths: what is not the path itself is no other path
                arguments(200, "GET " + REPORT + " HTTP/1.1|" + MINE + LAST),
                arguments(200, "GET /" + REPORT + " HTTP/1.1|" + MINE + LAST),
                arguments(200, "GET /api/v1/../v1/readiness HTTP/1.1|" + MINE + LAST),
                arguments(200, "GET /%2e%2e/api/v1/readiness HTTP/1.1|" + MINE + LAST),
                arguments(200, "GET " + REPORT + ";jsessionid=1 HTTP/1.1|" + MINE + LAST),
                arguments(200, "GET " + REPORT + "/ HTTP/1.1|" + MINE + LAST),
                arguments(404, "GET /API/v1/readiness HTTP/1.1|" + MINE + LAST),
                arguments(404, "GET %2fapi%2fv1%2freadiness HTTP/1.1|" + MINE + LAST),
                arguments(404, "GET /assets/..%2f..%2fetc%2fpasswd HTTP/1.1|" + MINE + LAST),
                arguments(404, "GET " + REPORT + "/a%2Fb HTTP/1.1|" + MINE + LAST),
                arguments(404, "GET " + REPORT + "/%00 HTTP/1.1|" + MINE + LAST),
                arguments(404, "GET " + REPORT + "/%ff%fe HTTP/1.1|" + MINE + LAST),
                arguments(404, "GET " + REPORT + "/%0d%0aSet-Cookie:%20injected=1 HTTP/1.1|" + MINE + LAST),
                arguments(404, "GET " + REPORT + "%0d%0aX-Injected:%201 HTTP/1.1|" + MINE + LAST),
                arguments(400, "GET " + REPORT + "/%zz HTTP/1.1|" + MINE + LAST),
                arguments(400, "GET // HTTP/1.1|" + MINE + LAST),
                // methods
                arguments(200, "HEAD " + REPORT + " HTTP/1.1|" + MINE + LAST),
                arguments(405, "POST " + REPORT + " HTTP/1.1|" + MINE + LAST + "Content-Length: 0|"),
                arguments(404, "OPTIONS * HTTP/1.1|" + MINE + LAST),
                arguments(405, "TRACE " + REPORT + " HTTP/1.1|" + MINE + LAST),
                arguments(400, "CONNECT 127.0.0.1:80 HTTP/1.1|" + MINE + LAST),
                arguments(405, "get " + REPORT + " HTTP/1.1|" + MINE + LAST),
                arguments(200, "GET " + REPORT + " HTTP/1.1|" + MINE + LAST + "X-HTTP-Method-Override: DELETE|"),
                // for whom
                arguments(200, "GET http://127.0.0.1" + REPORT + " HTTP/1.1|" + MINE + LAST),
                arguments(421, "GET http://evil.example" + REPORT + " HTTP/1.1|" + MINE + LAST),
                arguments(421, "GET " + REPORT + " HTTP/1.1|Host: evil.example|" + LAST),
                arguments(421, "GET " + REPORT + " HTTP/1.1|Host: |" + LAST),
                arguments(421, "GET " + REPORT + " HTTP/1.0||"),
                arguments(400, "GET " + REPORT + " HTTP/1.1|" + LAST),
                arguments(400, "GET " + REPORT + " HTTP/1.1|" + MINE + "Host: evil.example|"),
                arguments(400, "GET " + REPORT + " HTTP/1.1|Host: evil.example|" + MINE),
                arguments(400, "GET " + REPORT + " HTTP/1.1|Host: 127.0.0.1@evil.example|" + LAST),
                arguments(400, "GET " + REPORT + " HTTP/1.1|Host: 127.0.0.1, evil.example|" + LAST),
                // by whom
                arguments(401, "GET " + REPORT + " HTTP/1.1|" + HOST + LAST),
                arguments(401, "GET " + REPORT + " HTTP/1.1|" + HOST + LAST + "Authorization: Bearer|"),
                arguments(401, "GET " + REPORT + " HTTP/1.1|" + HOST + LAST + "Cookie: preflight-session=\u00ff|"),
                arguments(403, "GET " + REPORT + " HTTP/1.1|" + MINE + LAST + "Origin: http://127.0.0.1@evil.example|"),
                arguments(400, "GET " + REPORT + " HTTP/1.1|" + MINE + "Origin: http://127.0.0.1|Origin: http://evil|"),
                arguments(403, "POST /login HTTP/1.1|" + HOST + LAST + "Origin: null|Content-Length: 0|"),
                // too much
                arguments(431, "GET " + REPORT + " HTTP/1.1|" + MINE + "X-Long: " + "a".repeat(20_000) + "|"),
                arguments(431, "GET " + REPORT + " HTTP/1.1|" + MINE + ("X-Many: " + "a".repeat(90) + "|").repeat(200)),
                arguments(414, "GET " + REPORT + "?" + "a".repeat(5_000) + " HTTP/1.1|" + MINE),
                arguments(413, "POST " + REPORT + "/refresh HTTP/1.1|" + MINE + "Content-Length: 10000000000|"),
                arguments(413, "POST /login HTTP/1.1|" + HOST + "Content-Length: 100000|"),
                // where a request ends
                arguments(400, "POST " + REPORT + " HTTP/1.1|" + MINE + "Content-Length: 5|Content-Length: 6||hello!"),
                arguments(400, "POST " + REPORT + " HTTP/1.1|" + MINE + "Content-Length: 5, 6||hello!"),
                arguments(400, "POST " + REPORT + " HTTP/1.1|" + MINE + "Content-Length: +5||hello"),
                arguments(400, "POST " + REPORT + " HTTP/1.1|" + MINE + "Content-Length: -5||hello"),
                arguments(400, smuggled(REPORT, MINE, "Content-Length: 4|Transfer-Encoding: chunked|")),
                arguments(400, smuggled(REPORT, MINE, "Transfer-Encoding: xchunked|")),
                arguments(400, smuggled(REPORT, MINE, "Transfer-Encoding: chunked|Transfer-Encoding: identity|")),
                arguments(400, smuggled(REPORT, MINE, "Transfer-Encoding : chunked|")),
                arguments(400, "GET " + REPORT + " HTTP/1.1\n" + MINE.replace("|", "\n") + "\n"),
                // no HTTP/1.1
                arguments(400, "G E T " + REPORT + " HTTP/1.1|" + MINE),
                arguments(400, "GET " + REPORT + "||"),
                arguments(
                        200,
                        "GET " + REPORT + " HTTP/1.1|" + MINE + "Connection: close, Upgrade, HTTP2-Settings|"
                                + "Upgrade: h2c|HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA|"),
                arguments(400, "\u0016\u0003\u0001\u0000\u00c8\u0001\u0000\u0000" + "\u0000".repeat(200) + "\r\n\r\n"),
                arguments(400, "GET " + REPORT + " HTTP/1.1|" + MINE + "X-Nul: a\u0000b|"),
                // languages and forms
                arguments(200, "GET " + REPORT + "?lang=es%0d%0aX-Injected:%201 HTTP/1.1|" + MINE + LAST),
                arguments(400, "GET " + REPORT + "?lang=%zz HTTP/1.1|" + MINE + LAST),
                arguments(200, "GET " + REPORT + " HTTP/1.1|" + MINE + LAST + "Accept-Language: \u00ff;q=zz,*;*--_-|"),
                arguments(
                        200,
                        "GET " + REPORT + " HTTP/1.1|" + MINE + LAST + "Accept-Language: " + "es-".repeat(3000) + "|"),
                arguments(406, "GET " + REPORT + " HTTP/1.1|" + MINE + LAST + "Accept: /////;;;q=x|"),
                arguments(415, "POST /login HTTP/1.1|" + HOST + LAST + "Content-Type: //;;|Content-Length: 3||a=b"),
                arguments(401, form("token=%zz&to=%")),
                arguments(401, form("token=x&token=" + TOKEN)));
    }

    @ParameterizedTest
    @MethodSource
    void requestsTo8090(int status, String request) {
        var answer = RawHttp.ask(program.api(), lines(request));

        assertThat(answer.statuses()).as(answer.text()).containsExactly(status);
        assertThat(answer.closed()).isTrue();
        assertThat(answer.text()).doesNotContainPattern(INSIDES).doesNotContain("smuggled");
        assertThat(answer.head())
                .doesNotContainIgnoringCase("injected")
                .doesNotContainIgnoringCase("access-control-allow");
    }

    /** The server or we refuse it, whoever sees it first. */
    @Test
    void whoBeginsToSpeakHttp2_isRefused() {
        var answer = RawHttp.ask(program.api(), lines("PRI * HTTP/2.0||SM||"));

        assertThat(answer.statuses()).hasSize(1).isSubsetOf(400, 501);
        assertThat(answer.closed()).isTrue();
    }

    static Stream<Arguments> requestsTo9000() {
        return Stream.of(
                arguments(200, "GET " + LIVE + " HTTP/1.1|" + HOST + LAST),
                arguments(200, "HEAD " + LIVE + " HTTP/1.1|" + HOST + LAST),
                arguments(200, "HEAD /q/health/well HTTP/1.1|" + HOST + LAST),
                arguments(200, "GET /q/metrics?name[]=x HTTP/1.1|" + HOST + LAST),
                arguments(405, "POST " + LIVE + " HTTP/1.1|" + HOST + LAST + "Content-Length: 0|"),
                arguments(405, "TRACE " + LIVE + " HTTP/1.1|" + HOST + LAST),
                arguments(405, "DELETE /q/metrics HTTP/1.1|" + HOST + LAST),
                arguments(405, "OPTIONS /q/health/ready HTTP/1.1|" + HOST + LAST),
                arguments(421, "GET http://evil.example" + LIVE + " HTTP/1.1|" + HOST + LAST),
                arguments(421, "GET " + LIVE + " HTTP/1.1|Host: evil.example|" + LAST),
                arguments(400, "GET " + LIVE + " HTTP/1.1|" + LAST),
                arguments(400, "GET " + LIVE + " HTTP/1.1|" + HOST + "Host: evil.example|"),
                arguments(400, "GET " + LIVE + " HTTP/1.1|Host: 127.0.0.1@evil.example|" + LAST),
                arguments(403, "GET /q/metrics HTTP/1.1|" + HOST + LAST + "Origin: https://evil.example|"),
                arguments(403, "GET /q/health/ready HTTP/1.1|" + HOST + LAST + "Sec-Fetch-Site: cross-site|"),
                arguments(431, "GET " + LIVE + " HTTP/1.1|" + HOST + "X-Long: " + "a".repeat(20_000) + "|"),
                arguments(414, "GET " + LIVE + "?" + "a".repeat(5_000) + " HTTP/1.1|" + HOST),
                arguments(413, "POST " + LIVE + " HTTP/1.1|" + HOST + "Content-Length: 10000000000|"),
                arguments(400, smuggled(LIVE, HOST, "Content-Length: 4|Transfer-Encoding: chunked|")),
                arguments(400, smuggled(LIVE, HOST, "Transfer-Encoding: xchunked|")),
                arguments(400, "POST " + LIVE + " HTTP/1.1|" + HOST + "Transfer-Encoding: chunked||zz|hello|0||"));
    }

    @ParameterizedTest
    @MethodSource
    void requestsTo9000(int status, String request) {
        var answer = RawHttp.ask(program.management(), lines(request));

        assertThat(answer.statuses()).as(answer.text()).containsExactly(status);
        assertThat(answer.closed()).isTrue();
        assertThat(answer.text()).doesNotContainPattern(INSIDES).doesNotContain("smuggled");
        assertThat(answer.head()).doesNotContainIgnoringCase("access-control-allow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/q",
                "/q/",
                "/q/health",
                "/q/health/",
                "/q/health/group",
                "/q/health/group/x",
                "/q/health/live/",
                "/q/health/live;x=1",
                "/q/health/live/x",
                "/q/health/wellness",
                "/Q/health/live",
                "//q/health/live",
                "/x/../q/health/live",
                "/%2e%2e/q/health/live",
                "/q/health/%6cive",
                "/q/health/live%00",
                "/q/metrics/",
                "/q/info",
                "/q/openapi",
                "/q/swagger-ui",
                "/q/dev",
                "/q/arc",
                "/metrics",
                "/health",
                "/api/v1/readiness",
                "/assets/preflight.css",
                "/login",
                "/%zz",
                "/%ff",
                "/q/health/live%0d%0aX-Injected:%201",
                "*"
            })
    void whatIsNotListedFor9000_isNotThere(String path) {
        var answer = RawHttp.ask(program.management(), lines("GET " + path + " HTTP/1.1|" + HOST + LAST));

        assertThat(answer.statuses()).as(answer.text()).containsExactly(404);
        assertThat(answer.text()).doesNotContainPattern(INSIDES).doesNotContainIgnoringCase("injected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%0d%0aSet-Cookie:%20injected=1", "//evil.example", "/%5cevil.example", "https:evil.example",
                "/exchanges/kraken%0d%0aX-Injected:%201", "/exchanges/..", "/exchanges/%2e%2e", "%zz"
            })
    void signingIn_theWayBackIsOurs_andTheSessionIsANewOne(String to) {
        var answer = RawHttp.ask(
                program.api(),
                lines(form("token=" + TOKEN + "&to=" + to).replace(LAST, LAST + "Cookie: preflight-session=fixed|")));

        assertThat(answer.statuses()).containsExactly(303);
        assertThat(answer.head())
                .containsPattern("\r\nLocation: http://127\\.0\\.0\\.1/\r\n")
                .containsPattern("\r\nSet-Cookie: preflight-session=[A-Za-z0-9_-]{43};.*HttpOnly;SameSite=Strict")
                .doesNotContain("evil", "fixed")
                .doesNotContainIgnoringCase("injected");
        var fixed = lines("GET " + REPORT + " HTTP/1.1|" + HOST + LAST + "Cookie: preflight-session=fixed|");
        assertThat(RawHttp.ask(program.api(), fixed).statuses()).containsExactly(401);
    }

    @Test
    void slowHeads_keepNobodyWaiting_andQuietOnesAreLetGo() {
        var slow = IntStream.range(0, 60)
                .mapToObj(n -> new RawHttp(n % 2 == 0 ? program.api() : program.management()))
                .toList();
        for (var letter : lines("GET " + REPORT + " HTTP/1.1|" + HOST + "X: y").split("")) {
            slow.forEach(connection -> connection.send(letter));
        }
        assertThat(answers()).isTrue();
        given().get(program.management() + LIVE).then().statusCode(200);

        Wait.until("the quiet ones on 8090 are closed", () -> IntStream.range(0, 60)
                .filter(n -> n % 2 == 0)
                .allMatch(n -> slow.get(n).readWhatIsThere().closed()));
        assertThat(slow.get(0).readWhatIsThere().text()).isEmpty();
        slow.forEach(RawHttp::close);
    }

    @Test
    void manyConnections_areBounded_andHealthChecksGoOn() {
        var many = IntStream.range(0, 200)
                .mapToObj(n -> new RawHttp(program.api()))
                .toList();
        Wait.until(
                "those above the bound are closed",
                () -> many.stream()
                                .filter(one -> one.readWhatIsThere().closed())
                                .count()
                        >= 200 - 128);
        given().get(program.management() + LIVE).then().statusCode(200);

        many.forEach(RawHttp::close);
        Wait.until("they are forgotten", () -> program.openFiles() <= openFiles + 4);
        assertThat(answers()).isTrue();
    }

    /** Without a token, and without reading what comes back: what waits in the server would grow with what is sent. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void manyRequestsAtOnce_onOneConnection_closeIt(boolean api) {
        var request = lines("GET " + (api ? REPORT : LIVE) + " HTTP/1.1|" + HOST);
        try (var connection = new RawHttp(api ? program.api() : program.management(), 4096)) {
            connection.send(request.repeat(8));
            connection.send(request.repeat(20_000));
            var answer = connection.readToTheEnd();

            assertThat(answer.closed()).isTrue();
            assertThat(answered(answer)).isLessThan(20_000);
        }
    }

    @Test
    void someRequestsAtOnce_areAnsweredInTurn() {
        var request = "GET " + LIVE + " HTTP/1.1|" + HOST;

        try (var connection = new RawHttp(program.management())) {
            for (int done = 0; done < 60; done += 12) {
                int expected = done + 12;
                connection.send(lines(request).repeat(12));
                Wait.until("all are answered", () -> answered(connection.readWhatIsThere()) == expected);
            }
            connection.send(lines(request + LAST));

            assertThat(answered(connection.readToTheEnd())).isEqualTo(61);
        }
    }

    /** One answer follows the other without a line end between them. */
    private static int answered(RawHttp.Answer answers) {
        return answers.text().split("HTTP/1.1 ", -1).length - 1;
    }

    @Test
    void manyStreams_theOldestYield() {
        Wait.until("nobody else is there", () -> program.openFiles() <= openFiles + 4);
        var request = lines("GET " + REPORT + "/stream HTTP/1.1|" + MINE);
        var streams = new ArrayList<RawHttp>();
        for (int n = 0; n < 40; n++) {
            var stream = new RawHttp(program.api());
            streams.add(stream);
            stream.send(request);
            Wait.until("it hears", () -> stream.readWhatIsThere().text().contains("event:report"));
        }
        Wait.until("the first have ended", () -> streams.subList(0, 8).stream()
                .allMatch(stream -> stream.readWhatIsThere().text().endsWith("\r\n0\r\n\r\n")));
        for (var stream : streams.subList(8, 40)) {
            var before = stream.readWhatIsThere().text().length();
            Wait.until("it hears on", () -> stream.readWhatIsThere().text().length() > before);
            assertThat(stream.readWhatIsThere().text()).doesNotContain("\r\n0\r\n\r\n");
        }
        streams.forEach(RawHttp::close);
    }

    private static String smuggled(String path, String host, String length) {
        return "POST " + path + " HTTP/1.1|" + host + length + "|0||GET /smuggled HTTP/1.1|" + host;
    }

    private static String form(String body) {
        return "POST /login HTTP/1.1|" + HOST + LAST
                + "Content-Type: application/x-www-form-urlencoded|Content-Length: " + body.length() + "||" + body;
    }

    /** The request with its line ends, and the empty line after its head where there is none. */
    private static String lines(String request) {
        var text = request.replace("|", "\r\n");
        return text.contains("\r\n\r\n") || text.contains("\n\n") ? text : text + "\r\n";
    }

    private static boolean answers() {
        return given().header("Authorization", "Bearer " + TOKEN)
                        .get(program.api() + REPORT)
                        .statusCode()
                == 200;
    }
}
