package gunbot.preflight.health;

import gunbot.preflight.gate.Gate;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** The gate: Kubernetes starts Gunbot only when this is up. */
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
        if (!state.waitingFor().isEmpty()) {
            response.withData("waitingFor", String.join(", ", state.waitingFor()));
        }
        return response.build();
    }
}
