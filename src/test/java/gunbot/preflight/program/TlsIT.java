package gunbot.preflight.program;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.testing.Program;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS of the packaged program: a certificate is taken only from an authority that is trusted, for the right name. */
class TlsIT {
    private static final String PASSWORD = "of-a-test-only";

    private final AtomicInteger requests = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path folder;

    private Path config;

    @BeforeEach
    void write() {
        config = Program.config(
                folder,
                """
                { "pairs": { "binance": { "USDT-BTC": {} } },
                  "exchanges": { "binance": { "key": "someKeyOfBinance1234", "secret": "someSecretOfBinance" } } }
                """);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void unknownAuthority_nothingIsSent() throws IOException, InterruptedException {
        var port = serve("localhost");

        assertThat(check(port, Map.of())).contains("UNREACHABLE").contains("the TLS certificate was not accepted");
        assertThat(requests).hasValue(0);
    }

    @Test
    void ownAuthority_given_isTrusted() throws IOException, InterruptedException {
        var port = serve("localhost");

        assertThat(check(
                        port,
                        Map.of(
                                "preflight.tls.ca-file",
                                folder.resolve("localhost.pem").toString())))
                .doesNotContain("UNREACHABLE")
                .contains("the answer tells no rights");
        assertThat(requests.get()).isPositive();
    }

    @Test
    void otherName_notAccepted() throws IOException, InterruptedException {
        var port = serve("elsewhere.example");

        assertThat(check(
                        port,
                        Map.of(
                                "preflight.tls.ca-file",
                                folder.resolve("elsewhere.example.pem").toString())))
                .contains("UNREACHABLE");
        assertThat(requests).hasValue(0);
    }

    private String check(int port, Map<String, String> more) {
        var settings = new TreeMap<>(more);
        settings.put("preflight.exchange.\"binance\".origin", "https://localhost:" + port);
        return Program.run(settings, "check", "--config", config.toString()).out();
    }

    private int serve(String name) throws IOException, InterruptedException {
        var store = folder.resolve(name + ".p12");
        keytool(
                "-genkeypair",
                "-alias",
                "it",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "it",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-file",
                folder.resolve(name + ".pem").toString());
        var options = new HttpServerOptions()
                .setHost("localhost")
                .setSsl(true)
                .setKeyCertOptions(new PfxOptions().setPath(store.toString()).setPassword(PASSWORD));
        HttpServer server = vertx.createHttpServer(options)
                .requestHandler(request -> {
                    requests.incrementAndGet();
                    request.response().end("{}");
                })
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return server.actualPort();
    }

    private static void keytool(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(args));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
