package gunbot.preflight.health;

import gunbot.preflight.check.Checks;
import gunbot.preflight.judge.Verdict;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /q/health/well}: 503 whenever the verdict is not READY, for those who want to know of every warning. */
@ApplicationScoped
public class Well {
    private final Checks checks;

    public Well(Checks checks) {
        this.checks = checks;
    }

    void register(@Observes ManagementInterface management) {
        management
                .router()
                .route("/q/health/well")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(-1)
                .handler(this::answer);
    }

    private void answer(RoutingContext context) {
        var verdict = checks.last().map(report -> report.verdict().name()).orElse("CHECKING");
        boolean well = verdict.equals(Verdict.READY.name());
        context.response()
                .setStatusCode(well ? 200 : 503)
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("status", well ? "UP" : "DOWN")
                        .put("verdict", verdict)
                        .encode());
    }
}
