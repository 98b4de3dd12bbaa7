package gunbot.preflight.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gunbot.preflight.check.Checks;
import gunbot.preflight.check.Inputs;
import gunbot.preflight.gate.Gate;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.report.ReportView;
import gunbot.preflight.settings.Settings;
import gunbot.preflight.text.Languages;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.Dependent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks once, prints the report, and tells the verdict by its exit code. */
@Dependent
@Unremovable
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks every key once and prints the report.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ready", "1:ready, with warnings", "2:not ready", "3:could not tell", "64:wrong usage"},
        exitCodeOnInvalidInput = Exit.WRONG_USAGE)
public class CheckCommand implements Callable<Integer> {
    private static final String DEFAULT = "/data/config.js";
    private static final String HERE = "config.js";

    /** The forms of the report. */
    enum Format {
        table,
        json
    }

    private final Checks checks;
    private final Inputs inputs;
    private final Gate gate;
    private final Settings settings;
    private final ObjectMapper mapper;
    private final Languages languages;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Gunbot's config.js. Default: preflight.gunbot.config, else ./config.js.")
    String config;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}.")
    Format format;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "${COMPLETION-CANDIDATES}. Default: the terminal's language, else preflight.language.")
    Lang lang;

    @Option(names = "--exit-zero-on-warning", description = "Exit with 0 when there are only warnings.")
    boolean exitZeroOnWarning;

    public CheckCommand(
            Checks checks, Inputs inputs, Gate gate, Settings settings, ObjectMapper mapper, Languages languages) {
        this.checks = checks;
        this.inputs = inputs;
        this.gate = gate;
        this.settings = settings;
        this.mapper = mapper;
        this.languages = languages;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        if (config != null) {
            inputs.use(config);
        } else if (settings.gunbot().config().filter(DEFAULT::equals).isPresent() // a path that was set is meant
                && !Files.exists(Path.of(DEFAULT))
                && Files.exists(Path.of(HERE))) {
            inputs.use(HERE);
        }
        var report = checks.start().await().indefinitely();
        var texts = Lang.texts(lang, languages);
        var view = ReportView.of(report, gate, texts);
        var out = spec.commandLine().getOut();
        if (format == Format.json) {
            out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(view));
        } else {
            out.print(new Table(Terminal.isColourful(), texts).of(view));
        }
        out.flush();
        return exitCode(report.verdict());
    }

    private int exitCode(Verdict verdict) {
        return switch (verdict) {
            case READY -> CommandLine.ExitCode.OK;
            case ATTENTION -> exitZeroOnWarning ? CommandLine.ExitCode.OK : 1;
            case NOT_READY -> 2;
            case UNKNOWN, NOT_CHECKED -> 3;
        };
    }
}
