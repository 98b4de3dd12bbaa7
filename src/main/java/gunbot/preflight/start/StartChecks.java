package gunbot.preflight.start;

import gunbot.preflight.access.Hosts;
import gunbot.preflight.notify.Receivers;
import gunbot.preflight.settings.Exchanges;
import gunbot.preflight.settings.KnownNames;
import gunbot.preflight.settings.Token;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start with a configuration that is mistyped or not safe, before any port is opened. */
@ApplicationScoped
public class StartChecks {
    private static final Set<Integer> GUNBOTS_PORTS = Set.of(3000, 3001, 5000, 5001, 5002);

    private final Config config;
    private final Exchanges exchanges;
    private final Token token;
    private final Receivers receivers;
    private final String host;
    private final int port;
    private final int managementPort;
    private final boolean serving;

    public StartChecks(
            Config config,
            Exchanges exchanges,
            Token token,
            Receivers receivers,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.management.port") int managementPort,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
        this.config = config;
        this.exchanges = exchanges;
        this.token = token;
        this.receivers = receivers;
        this.host = host;
        this.port = port;
        this.managementPort = managementPort;
        this.serving = serving;
    }

    void onStart(@Observes StartupEvent event) {
        var problems = problems();
        if (!problems.isEmpty()) {
            throw new RefusedStart(problems);
        }
    }

    private List<String> problems() {
        var problems = new ArrayList<>(
                KnownNames.problems(config.getPropertyNames(), System.getenv().keySet()));
        problems.addAll(exchanges.problems());
        if (serving) {
            token.problem().ifPresent(problems::add);
            problems.addAll(receivers.problems());
            if (!Hosts.isLoopback(host) && !token.isSet()) {
                problems.add(
                        "quarkus.http.host=" + host + " is reachable from elsewhere: set preflight.access.token-file"
                                + " (or preflight.access.token), or listen on 127.0.0.1");
            }
            for (var used : List.of(port, managementPort)) {
                if (GUNBOTS_PORTS.contains(used)) {
                    problems.add("port " + used + " is one of Gunbot's own (3000, 3001, 5000 to 5002): choose another");
                }
            }
        }
        return problems;
    }
}
