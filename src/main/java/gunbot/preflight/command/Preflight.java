package gunbot.preflight.command;

import gunbot.preflight.check.Checks;
import gunbot.preflight.check.Rechecks;
import gunbot.preflight.metrics.Metrics;
import gunbot.preflight.notify.Notifier;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.Dependent;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import picocli.CommandLine.Command;

/** The program without a command: serves the report, and keeps checking. */
@Dependent
@Unremovable
@Command(
        name = "preflight",
        mixinStandardHelpOptions = true,
        version = "Gunbot Preflight 0.1.0",
        description = "Tells whether the exchange keys that Gunbot is configured with are ready to trade, and safe.",
        footer = "Without a command it serves the report on 127.0.0.1:8090 and health checks on 127.0.0.1:9000.",
        subcommands = {CheckCommand.class, WaitCommand.class, GateCommand.class, HealthcheckCommand.class},
        exitCodeOnInvalidInput = Exit.WRONG_USAGE)
public class Preflight implements Callable<Integer> {
    private static final Logger LOG = Logger.getLogger(Preflight.class);

    private final Rechecks rechecks;
    private final Checks checks;
    private final Metrics metrics;
    private final Notifier notifier;
    private final String host;
    private final int port;

    public Preflight(
            Rechecks rechecks,
            Checks checks,
            Metrics metrics,
            Notifier notifier,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.rechecks = rechecks;
        this.checks = checks;
        this.metrics = metrics;
        this.notifier = notifier;
        this.host = host;
        this.port = port;
    }

    @Override
    public Integer call() {
        LOG.infof("the report is at http://%s:%d/api/v1/readiness", host, port);
        metrics.start(checks);
        notifier.start(checks);
        rechecks.start();
        Quarkus.waitForExit();
        return 0;
    }
}
