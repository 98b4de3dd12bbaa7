package gunbot.preflight.program;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.OpenApi;
import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.Wait;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged program answers as docs/openapi.json says. */
class OpenApiIT {
    private static final String TOKEN = "a-token-of-more-than-24-characters";
    private static final OpenApi API = OpenApi.read();

    @TempDir
    static Path folder;

    private static StandIns standIns;
    private static Program program;

    @BeforeAll
    static void serve() {
        standIns = StandIns.start(Clock.systemUTC());
        var settings = new TreeMap<>(DemoKeys.origins(standIns));
        settings.put(
                "preflight.gunbot.config",
                Program.config(folder, DemoKeys.configFor(standIns)).toString());
        settings.put("preflight.access.token", TOKEN);
        program = Program.serve(settings, java.util.Map.of());
        Wait.until(
                "the first report is there",
                () -> holder().get("/api/v1/readiness").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        program.close();
        standIns.close();
    }

    static Stream<OpenApi.Operation> operations() {
        return API.operations().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_answersAsDescribed(OpenApi.Operation operation) throws Exception {
        if (operation.template().endsWith("/stream")) {
            assertThat(streamed(operation.path())).isEqualTo("text/event-stream");
            return;
        }
        check(operation, holder().formParam("token", TOKEN).request(operation.method(), operation.path()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void withoutToken_answersAsDescribed(OpenApi.Operation operation) throws Exception {
        var answer = request().formParam("token", "wrong").request(operation.method(), operation.path());
        assertThat(answer.statusCode()).isEqualTo(operation.description().has("security") ? answer.statusCode() : 401);
        check(operation, answer);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void unknownThing_answersAsDescribed(OpenApi.Operation operation) throws Exception {
        if (operation.statuses().contains("404")) {
            var path = operation.template().replaceAll("\\{[a-z]+}", "nothing");
            var answer = holder().request(operation.method(), path);
            assertThat(answer.statusCode()).isEqualTo(404);
            check(operation, answer);
        }
    }

    private static void check(OpenApi.Operation operation, Response answer) throws JsonProcessingException {
        var status = answer.statusCode();
        assertThat(operation.statuses()).contains(String.valueOf(status));
        var types = API.types(operation, status);
        var type = String.valueOf(answer.contentType()).replaceAll(";.*", "");
        if (!types.isEmpty()) {
            assertThat(types).contains(type);
        }
        if (type.endsWith("json")) {
            assertThat(API.differences(operation, status, type, new ObjectMapper().readTree(answer.asString())))
                    .isEmpty();
        }
    }

    private static String streamed(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(program.api() + path))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    }

    private static RequestSpecification holder() {
        return request().header("Authorization", "Bearer " + TOKEN);
    }

    private static RequestSpecification request() {
        return given().baseUri(program.api())
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false);
    }
}
