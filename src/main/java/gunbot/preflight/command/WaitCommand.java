package gunbot.preflight.command;

import gunbot.preflight.check.Rechecks;
import gunbot.preflight.gate.Gate;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.Dependent;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stays until the gate would open, for init containers and compose. What it waits for, the gate says in the log. */
@Dependent
@Unremovable
@Command(
        name = "wait",
        mixinStandardHelpOptions = true,
        description = {
            "Checks again and again until the gate would open.",
            "With preflight.state.dir a restart does not begin anew: keys are asked no more often than without it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the gate is open", "64:wrong usage", "143:ended from outside"},
        exitCodeOnInvalidInput = Exit.WRONG_USAGE)
public class WaitCommand implements Callable<Integer> {
    /** As a shell tells of a program that SIGTERM ended. */
    private static final int ENDED = 143;

    private final Gate gate;
    private final Rechecks rechecks;

    public WaitCommand(Gate gate, Rechecks rechecks) {
        this.gate = gate;
        this.rechecks = rechecks;
    }

    @Override
    public Integer call() {
        gate.onChange(Quarkus::asyncExit);
        if (!gate.state().open()) {
            rechecks.start();
            Quarkus.waitForExit();
        }
        return gate.state().open() ? 0 : ENDED;
    }
}
