package gunbot.preflight.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Where the program begins: without a command it serves; a command opens no port and ends by itself. */
@QuarkusMain
public class Main implements QuarkusApplication {

    private final Preflight preflight;
    private final CommandLine.IFactory factory;

    public Main(Preflight preflight, CommandLine.IFactory factory) {
        this.preflight = preflight;
        this.factory = factory;
    }

    public static void main(String... args) {
        if (args.length > 0) {
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.management.host-enabled", "false");
            boolean waits = args[0].equals("wait"); // its output is the log
            if (!waits
                    && System.getProperty("quarkus.log.level") == null
                    && System.getenv("QUARKUS_LOG_LEVEL") == null) {
                System.setProperty("quarkus.log.level", "WARN"); // the output is the report
            }
        }
        Quarkus.run(Main.class, Exit::with, args);
    }

    @Override
    public int run(String... args) {
        return understanding(new CommandLine(preflight, factory))
                .setOut(utf8(System.out))
                .setErr(utf8(System.err))
                .setExecutionExceptionHandler((fault, command, parsed) -> Exit.fault(fault, command.getCommandName()))
                .execute(args);
    }

    /** An argument that is not understood is not repeated, nor is one the name of a file with more of them. */
    static CommandLine understanding(CommandLine line) {
        return line.setExpandAtFiles(false).setParameterExceptionHandler(new WrongArguments());
    }

    /** JSON is UTF-8 by its standard; and containers set no LANG, so that Java would print "?" for all but ASCII. */
    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
