package gunbot.preflight.health;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gate.Gate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** The gate: Kubernetes starts Gunbot only when this is up. It names entries and codes, nothing else: here is no token. */
@Startup
@ApplicationScoped
public class Started implements HealthCheck {
    private final Gate gate;

    public Started(Gate gate) {
        this.gate = gate;
    }

    @Override
    public HealthCheckResponse call() {
        var state = gate.state();
        var response = HealthCheckResponse.named("gate").status(state.open());
        if (state.open()) {
            return response.withData("opened", state.how().name()).build();
        }
        var codes = new TreeMap<String, Collection<Code>>();
        for (var hold : state.holds()) {
            codes.computeIfAbsent(hold.name(), name -> new LinkedHashSet<>()).addAll(hold.codes());
        }
        codes.forEach((name, all) -> response.withData(name, words(all)));
        if (!state.file().isEmpty()) {
            response.withData(
                    "config.js",
                    words(state.file().stream().map(Finding::code).distinct().toList()));
        }
        var waitsFor = !codes.isEmpty()
                ? String.join(", ", state.waitingFor())
                : state.file().isEmpty() ? "the first report" : "config.js";
        return response.withData("waitingFor", waitsFor).build();
    }

    private static String words(Collection<Code> codes) {
        return codes.stream().map(Code::name).collect(Collectors.joining(", "));
    }
}
