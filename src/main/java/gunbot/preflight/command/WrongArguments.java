package gunbot.preflight.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says which argument was not understood, and what would be, but never repeats it: a secret may have been typed there, and
 * what a command says ends up in logs.
 */
final class WrongArguments implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        var err = command.getErr();
        err.println(problem(wrong, List.of(arguments)));
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) { // names of ours alone
            command.usage(err);
        }
        return Exit.WRONG_USAGE;
    }

    private static String problem(ParameterException wrong, List<String> arguments) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            int place = unmatched.getUnmatched().stream()
                    .mapToInt(arguments::indexOf)
                    .findFirst()
                    .orElse(-1);
            return place < 0
                    ? "An argument is not understood."
                    : "Argument " + (place + 1) + " is not understood. It is not repeated here: it might be a secret.";
        }
        var argument = wrong instanceof MissingParameterException missing
                        && !missing.getMissing().isEmpty()
                ? missing.getMissing().get(0)
                : wrong.getArgSpec();
        return argument == null
                ? "The command line is not complete."
                : name(argument) + " needs " + needed(argument) + ".";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String needed(ArgSpec argument) {
        var words = new ArrayList<String>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(words::add);
        }
        return words.isEmpty() ? "one value" : "one of " + String.join(", ", words);
    }
}
