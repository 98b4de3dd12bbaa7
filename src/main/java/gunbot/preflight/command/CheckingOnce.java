package gunbot.preflight.command;

import gunbot.preflight.check.Checks;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** Where nothing plans further checks. */
@ApplicationScoped
@DefaultBean
public class CheckingOnce implements Checking {
    private final Checks checks;

    public CheckingOnce(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void begin() {
        checks.start();
    }
}
