package gunbot.preflight.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive as long as the event loop takes on work. */
@Liveness
@ApplicationScoped
public class Live implements AsyncHealthCheck {
    private final Vertx vertx;

    public Live(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().emitter(emitter -> vertx.getOrCreateContext()
                .runOnContext(ran -> emitter.complete(HealthCheckResponse.up("event-loop"))));
    }
}
