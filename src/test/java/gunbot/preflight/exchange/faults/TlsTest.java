package gunbot.preflight.exchange.faults;

import static gunbot.preflight.facts.Code.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.Meddler;
import gunbot.preflight.standin.Way;
import gunbot.preflight.testing.Bench;
import gunbot.preflight.testing.EveryExchange;
import gunbot.preflight.testing.Wait;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS with every certificate that must not be taken: no exchange is sent anything, and none is taken for refusing a key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {
    private static final String PASSWORD = "of-a-test-only";

    @TempDir
    static Path folder;

    private final Vertx vertx = Vertx.vertx();
    private Matrix matrix;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        matrix = new Matrix();
        certificate("good", "localhost", "-0d");
        certificate("other-name", "elsewhere.example", "-0d");
        certificate("expired", "localhost", "-100d");
    }

    @AfterAll
    void stop() {
        matrix.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void goodCertificate_ofAnAuthorityThatIsTrusted_asWell() {
        check("good", "good").forEach((each, result) -> assertThat(Matrix.grave(result))
                .as(each.id())
                .isEqualTo(Matrix.grave(matrix.well(each, KeyState.GOOD))));
    }

    @ParameterizedTest
    @CsvSource({
        "other-name, other-name, the TLS certificate was not accepted",
        "expired,    expired,    the TLS certificate was not accepted",
        "good,       expired,    the TLS certificate was not accepted",
        "good,       '',         the TLS certificate was not accepted"
    })
    void certificate_thatIsNotToBeTaken_unreachableAndNothingIsSent(String shown, String trusted, String words) {
        check(shown, trusted).forEach((each, result) -> {
            assertThat(Matrix.grave(result)).as(each.id()).isEqualTo(Set.of(UNREACHABLE));
            assertThat(result.told().facts().refusals().get(0).theirWords()).isEqualTo(words);
            assertThat(matrix.standIn(each).requests()).as(each.id()).isEmpty();
        });
    }

    @Test
    void portWithoutTls_unreachableAndNotForItsCertificate() {
        matrix.keysAre(KeyState.GOOD);
        matrix.exchanges().forEach(each -> matrix.before(each).meddle(0, Way::pass));
        plain("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", "no TLS connection could be made");
    }

    @Test
    void portThatIsSilentInTheHandshake_unreachable() {
        plain("", "no whole answer within 500 ms");
    }

    private void plain(String greeting, String words) {
        var open = ConcurrentHashMap.newKeySet();
        NetServer server = vertx.createNetServer().connectHandler(socket -> {
            open.add(socket);
            socket.closeHandler(closed -> open.remove(socket)).exceptionHandler(broken -> {});
            socket.handler(bytes -> {
                if (!greeting.isEmpty()) {
                    socket.write(greeting);
                }
            });
        });
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
        var origin = URI.create("https://localhost:" + server.actualPort());
        try (var bench = matrix.bench(Map.of("preflight.probe.timeout", "500ms"))) {
            bench.check(matrix.exchanges().stream().collect(Collectors.toMap(each -> each, each -> origin)))
                    .forEach((each, result) -> {
                        assertThat(Matrix.grave(result)).as(each.id()).isEqualTo(Set.of(UNREACHABLE));
                        assertThat(result.told().facts().refusals().get(0).theirWords())
                                .as(each.id())
                                .isEqualTo(words);
                    });
            Wait.until("every connection is closed", open::isEmpty);
        }
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private Map<EveryExchange, Bench.Result> check(String shown, String trusted) {
        matrix.keysAre(KeyState.GOOD);
        var meddlers = new ArrayList<Meddler>();
        var origins = matrix.exchanges().stream().collect(Collectors.toMap(each -> each, each -> {
            matrix.standIn(each).forgetTraffic();
            var options = new NetServerOptions()
                    .setSsl(true)
                    .setKeyCertOptions(new PfxOptions()
                            .setPath(store(shown))
                            .setPassword(PASSWORD)
                            .setAlias(shown));
            var meddler = Meddler.before(vertx, matrix.standIn(each), options);
            meddlers.add(meddler);
            return URI.create("https://localhost:" + meddler.port());
        }));
        Map<String, String> settings = trusted.isEmpty() ? Map.of() : Map.of("preflight.tls.ca-file", pem(trusted));
        try (var bench = matrix.bench(settings)) {
            return bench.check(origins);
        } finally {
            meddlers.forEach(meddler -> Wait.until("every connection is closed", () -> meddler.open() == 0));
            meddlers.forEach(Meddler::close);
        }
    }

    private static String store(String name) {
        return folder.resolve(name + ".p12").toString();
    }

    private static String pem(String name) {
        return folder.resolve(name + ".pem").toString();
    }

    /** Signed by an authority of its own, which nobody trusts who is not told to. */
    private static void certificate(String name, String host, String start) throws IOException, InterruptedException {
        keytool(
                "-genkeypair",
                "-alias",
                "authority",
                "-keyalg",
                "EC",
                "-dname",
                "CN=authority",
                "-ext",
                "bc:c",
                "-startdate",
                "-1000d",
                "-validity",
                "3000",
                "-keystore",
                store(name),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-startdate",
                start,
                "-validity",
                "30",
                "-signer",
                "authority",
                "-keystore",
                store(name),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "authority",
                "-keystore",
                store(name),
                "-storepass",
                PASSWORD,
                "-file",
                pem(name));
    }

    private static void keytool(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(args));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
