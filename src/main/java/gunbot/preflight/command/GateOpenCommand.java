package gunbot.preflight.command;

import gunbot.preflight.settings.Token;
import io.quarkus.arc.Unremovable;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Opens the gate of the running program at a person's wish. */
@Dependent
@Unremovable
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = {
            "Opens the gate by hand, so that Gunbot starts without waiting for its keys.",
            "Needs the token that the running program has: preflight.access.token-file or preflight.access.token."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the gate is open", "1:refused", "3:the program cannot be reached", "64:wrong usage"},
        exitCodeOnInvalidInput = Exit.WRONG_USAGE)
public class GateOpenCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int REFUSED = 1;
    private static final int NOT_REACHABLE = 3;

    private final Vertx vertx;
    private final Token token;
    private final String host;
    private final int port;

    @Spec
    CommandSpec spec;

    public GateOpenCommand(
            Vertx vertx,
            Token token,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.vertx = vertx;
        this.token = token;
        this.host = host;
        this.port = port;
    }

    @Override
    public Integer call() {
        var problem = token.problem()
                .or(() -> token.isSet()
                        ? Optional.empty()
                        : Optional.of("the gate is opened only with a token: set preflight.access.token-file"
                                + " (or preflight.access.token), here and for the running program"));
        if (problem.isPresent()) {
            return says(REFUSED, problem.get());
        }
        return ask();
    }

    /** On the loopback a Host of our own is always known; the token goes to nobody but the configured address. */
    private int ask() {
        var to = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, Local.address(host)))
                .setHost("localhost")
                .setPort(port)
                .setURI("/api/v1/gate/open")
                .putHeader("Authorization", "Bearer " + token.value());
        try {
            int status = vertx.createHttpClient()
                    .request(to)
                    .chain(request -> request.send())
                    .map(response -> response.statusCode())
                    .ifNoItem()
                    .after(TIMEOUT)
                    .fail()
                    .await()
                    .indefinitely();
            return told(status);
        } catch (RuntimeException e) { // its text may hold the request
            return says(
                    NOT_REACHABLE,
                    "nothing answers at " + host + " port " + port + " (quarkus.http.host, quarkus.http.port)");
        }
    }

    private int told(int status) {
        return switch (status) {
            case 200 -> {
                spec.commandLine().getOut().println("The gate is open.");
                yield 0;
            }
            case 401 -> says(REFUSED, "the running program has another token");
            case 403 ->
                says(
                        REFUSED,
                        "the running program has no token: set preflight.access.token-file (or preflight.access.token)");
            default -> says(REFUSED, "the running program answered with status " + status);
        };
    }

    private int says(int exitCode, String reason) {
        spec.commandLine().getErr().println("The gate was not opened: " + reason);
        return exitCode;
    }
}
