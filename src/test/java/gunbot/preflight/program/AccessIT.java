package gunbot.preflight.program;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.Wait;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what on 8090 of the packaged program, with a token set. */
class AccessIT {
    private static final String TOKEN = "a-token-of-more-than-24-characters";
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @TempDir
    static Path folder;

    private static Program program;

    @BeforeAll
    static void serve() {
        program = Program.serve(
                Map.of(
                        "preflight.gunbot.config",
                        Program.config(folder, "{}").toString(),
                        "preflight.access.token",
                        TOKEN),
                Map.of());
        Wait.until(
                "the first report is there",
                () -> holder().get("/api/v1/readiness").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/exchanges", "/exchanges/kraken", "/api/v1/readiness", "/nothing", "/login", "/assets/"})
    void withoutToken_nothingIsTold(String path) {
        anybody()
                .get(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json");
        anybody()
                .header("Accept", BROWSER)
                .get(path)
                .then()
                .statusCode(401)
                .contentType("text/html")
                .body(containsString("name=\"token\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../api/v1/readiness",
                "/assets/..%2fapi/v1/readiness",
                "/assets/%2e%2e/api/v1/readiness",
                "//api/v1/readiness",
                "/assets/preflight.css/../../api/v1/readiness",
                "/assets/preflight.css;x=/api/v1/readiness",
                "/login/../api/v1/readiness",
                "/api/v1/readiness;jsessionid=1",
                "/API/v1/readiness"
            })
    void tricksWithPaths_leadNowhere(String path) {
        anybody().urlEncodingEnabled(false).get(path).then().statusCode(401);
        anybody().urlEncodingEnabled(false).post(path).then().statusCode(401);
    }

    @Test
    void assets_needNoToken_andMayBeKept() {
        for (var name : List.of("preflight.css", "preflight.js", "icon.svg")) {
            anybody()
                    .get("/assets/" + name)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "public, max-age=31536000, immutable")
                    .header("X-Content-Type-Options", "nosniff");
        }
        anybody().get("/assets/application.properties").then().statusCode(404);
    }

    @Test
    void everyAnswer_hasTheHeadersThatKeepItIn() {
        for (var answer : List.of(
                holder().get("/"),
                holder().get("/api/v1/readiness"),
                holder().get("/nothing"),
                anybody().get("/"),
                anybody().header("Host", "evil.example").get("/"))) {
            answer.then()
                    .header("Cache-Control", "no-store")
                    .header(
                            "Content-Security-Policy",
                            allOf(
                                    containsString("default-src 'none'"),
                                    containsString("frame-ancestors 'none'"),
                                    containsString("form-action 'self'"),
                                    containsString("base-uri 'none'"),
                                    not(containsString("unsafe"))))
                    .header("X-Frame-Options", "DENY")
                    .header("Referrer-Policy", "same-origin")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Access-Control-Allow-Origin", nullValue());
        }
    }

    @Test
    void session_opensAllOf8090_untilSigningOut() {
        var answer = signIn(TOKEN, "/exchanges/kraken");
        answer.then().statusCode(303).header("Location", containsString("/exchanges/kraken"));
        var cookie = answer.header("Set-Cookie");
        assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict")
                .contains("Path=/");
        assertThat(cookie).doesNotContainIgnoringCase("Secure").doesNotContain(TOKEN);
        var session = answer.cookie("preflight-session");

        with(session).get("/api/v1/readiness").then().statusCode(200);
        with(session).header("Accept", BROWSER).get("/").then().statusCode(200).body(containsString("/logout"));
        with(session + "x").get("/").then().statusCode(401);
        with(session).post("/logout").then().statusCode(303).cookie("preflight-session", "");
        with(session).get("/api/v1/readiness").then().statusCode(401);
    }

    @Test
    void cookie_isSecureBehindTls() {
        var answer = anybody()
                .header("X-Forwarded-Proto", "https")
                .formParam("token", TOKEN)
                .post("/login");

        assertThat(answer.header("Set-Cookie")).containsIgnoringCase("Secure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/", "//evil.example", "/api/v1/readiness", "/exchanges/../x", "\r\nX: y"})
    void wayBackAfterSigningIn_isOneOfOurPages(String to) {
        signIn(TOKEN, to).then().statusCode(303).header("Location", matchesPattern("http://127\\.0\\.0\\.1:[0-9]+/"));
    }

    @Test
    void wrongToken_isRefused_andTheRightOneIsTakenRightAfter() {
        for (int i = 0; i < 4; i++) {
            signIn("wrong" + i, "/").then().statusCode(401).body(containsString("This is not the token."));
        }
        anybody().header("Authorization", "Bearer wrong").get("/").then().statusCode(401);
        holder().get("/").then().statusCode(200);
        signIn(TOKEN, "/").then().statusCode(303);
    }

    @Test
    void pagesOfOthers_mayNotAsk() {
        var session = signIn(TOKEN, "/").cookie("preflight-session");

        with(session)
                .header("Origin", "https://evil.example")
                .post("/api/v1/readiness/refresh")
                .then()
                .statusCode(403);
        with(session)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/logout")
                .then()
                .statusCode(403);
        with(session)
                .header("Sec-Fetch-Site", "same-site")
                .post("/api/v1/readiness/refresh")
                .then()
                .statusCode(403);
        anybody()
                .header("Origin", "https://evil.example")
                .formParam("token", TOKEN)
                .post("/login")
                .then()
                .statusCode(403);
        with(session)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "navigate")
                .get("/")
                .then()
                .statusCode(200);
        holder().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/readiness/refresh")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void whatIsNotListed_is404Or405_asAPageForAPerson() {
        holder().get("/nothing").then().statusCode(404).contentType("application/problem+json");
        holder().get("/exchanges/nothing").then().statusCode(404).contentType("application/problem+json");
        holder().header("Accept", BROWSER)
                .get("/nothing")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("There is nothing here"));
        for (var path : List.of("/", "/exchanges", "/api/v1/readiness", "/assets/preflight.css")) {
            for (var method : List.of("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND")) {
                holder().request(method, path).then().statusCode(equalTo(405)).contentType("application/problem+json");
            }
            holder().post(path).then().statusCode(405);
        }
        holder().get("/login").then().statusCode(405);
        holder().get("/logout").then().statusCode(405);
        holder().get("/api/v1/readiness/refresh").then().statusCode(404);
        holder().get("/q/health").then().statusCode(404);
    }

    @Test
    void formOfThePage_isAnsweredWithTheWayBack() {
        var redirected = holder().header("Accept", BROWSER).post("/api/v1/readiness/refresh?lang=es");
        redirected.then().statusCode(303).header("Location", matchesPattern("http://[^/]+/\\?lang=es(&again=[0-9]+)?"));
        holder().header("Accept", BROWSER)
                .get("/?lang=es&again=%3Cb%3E")
                .then()
                .statusCode(200)
                .body(containsString("class=\"notice\" hidden"));
    }

    private static io.restassured.response.Response signIn(String token, String to) {
        return anybody()
                .header("Accept", BROWSER)
                .formParam("token", token)
                .formParam("to", to)
                .post("/login");
    }

    private static RequestSpecification with(String session) {
        return anybody().cookie("preflight-session", session);
    }

    private static RequestSpecification holder() {
        return anybody().header("Authorization", "Bearer " + TOKEN);
    }

    private static RequestSpecification anybody() {
        return given().baseUri(program.api()).redirects().follow(false);
    }
}
