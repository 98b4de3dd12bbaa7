package gunbot.preflight.health;

import gunbot.preflight.check.Checks;
import gunbot.preflight.judge.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down before the first report and while it is NOT_READY. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
    private final Checks checks;

    public Ready(Checks checks) {
        this.checks = checks;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("keys");
        var report = checks.last().orElse(null);
        if (report == null) {
            return response.down().withData("verdict", "CHECKING").build();
        }
        // the worse of the two where an entry has a trading and a master key
        report.keys().stream()
                .filter(key -> key.key().inUse())
                .collect(Collectors.toMap(
                        key -> key.key().name(),
                        key -> key.judgement().verdict(),
                        BinaryOperator.<Verdict>minBy(Comparator.naturalOrder())))
                .forEach((name, verdict) -> response.withData(name, verdict.name()));
        return response.status(report.verdict() != Verdict.NOT_READY)
                .withData("verdict", report.verdict().name())
                .build();
    }
}
