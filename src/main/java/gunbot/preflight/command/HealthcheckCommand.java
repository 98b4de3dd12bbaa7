package gunbot.preflight.command;

import io.quarkus.arc.Unremovable;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks the running program whether it is well, for container engines that know no HTTP probes. */
@Dependent
@Unremovable
@Command(
        name = "healthcheck",
        mixinStandardHelpOptions = true,
        description = "Asks the running program; exits with 0 when it answers that it is up, else with 1.",
        exitCodeOnInvalidInput = Exit.WRONG_USAGE)
public class HealthcheckCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** What can be asked. */
    enum Probe {
        live,
        started,
        ready
    }

    private final Vertx vertx;
    private final String host;
    private final int port;

    @Parameters(arity = "0..1", defaultValue = "live", paramLabel = "PROBE", description = "${COMPLETION-CANDIDATES}.")
    Probe probe;

    public HealthcheckCommand(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.management.host") String host,
            @ConfigProperty(name = "quarkus.management.port") int port) {
        this.vertx = vertx;
        this.host = host;
        this.port = port;
    }

    @Override
    public Integer call() {
        return vertx.createHttpClient()
                .request(HttpMethod.GET, port, Local.address(host), "/q/health/" + probe)
                .chain(request -> request.send())
                .map(response -> response.statusCode() == 200 ? 0 : 1)
                .ifNoItem()
                .after(TIMEOUT)
                .recoverWithItem(1)
                .onFailure()
                .recoverWithItem(1)
                .await()
                .indefinitely();
    }
}
