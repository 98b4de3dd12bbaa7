package gunbot.preflight.command;

import gunbot.preflight.settings.WrongValues;
import gunbot.preflight.start.RefusedStart;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.util.List;
import org.jboss.logging.Logger;

/** How the program ends: says in a sentence why it could not start, and gives the exit code. */
final class Exit {
    /** The exit code for a command or a configuration that was not understood (EX_USAGE of sysexits.h). */
    static final int WRONG_USAGE = 64;

    /** The exit code of {@code check} when there is no verdict. */
    static final int COULD_NOT_TELL = 3;

    private static final Logger LOG = Logger.getLogger(Exit.class);

    private Exit() {}

    static void with(int code, Throwable failure) {
        System.exit(failure == null ? code : explained(failure));
    }

    private static int explained(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedStart) {
                System.err.println(cause.getMessage());
                return WRONG_USAGE;
            }
            if (cause instanceof ConfigValidationException invalid) {
                System.err.println(RefusedStart.text(WrongValues.of(invalid)));
                return WRONG_USAGE;
            }
            if (cause instanceof ConfigurationException) { // not of ours: its text may hold a value
                System.err.println(RefusedStart.text(List.of("a setting of Quarkus (quarkus.*) has a wrong value")));
                return WRONG_USAGE;
            }
            if (cause instanceof java.net.BindException) {
                System.err.println("Gunbot Preflight does not start: the port is in use (quarkus.http.port,"
                        + " quarkus.management.port), or the address is none of this machine's.");
                return 1;
            }
        }
        LOG.errorf("Gunbot Preflight does not start: %s", failure.getClass().getName());
        return 1;
    }

    /** A fault of ours is never a verdict: {@code check} could not tell. Only its kind is told, its text may hold anything. */
    static int fault(Throwable fault, String command) {
        System.err.println("Gunbot Preflight failed: " + fault.getClass().getName());
        return command.equals("check") ? COULD_NOT_TELL : 1;
    }
}
