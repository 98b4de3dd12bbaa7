package gunbot.preflight.command;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.Dependent;
import picocli.CommandLine.Command;

/** What a person may do to the gate of the running program. */
@Dependent
@Unremovable
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        description = "Speaks to the gate of the running program.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = GateOpenCommand.class,
        exitCodeOnInvalidInput = Exit.WRONG_USAGE)
public class GateCommand {}
