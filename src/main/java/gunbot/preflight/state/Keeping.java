package gunbot.preflight.state;

import gunbot.preflight.probe.HostPauses;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.CommandLineArguments;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Begins and ends remembering with the program: the service and {@code wait} write, other commands only read. */
@ApplicationScoped
public class Keeping {
    private static final int AFTER_START_CHECKS = Interceptor.Priority.APPLICATION + 1000;

    private final Memory memory;
    private final HostPauses pauses;
    private final String[] arguments;

    public Keeping(Memory memory, HostPauses pauses, @CommandLineArguments String[] arguments) {
        this.memory = memory;
        this.pauses = pauses;
        this.arguments = arguments;
    }

    void onStart(@Observes @Priority(AFTER_START_CHECKS) StartupEvent event) {
        pauses.restore(memory.pauses());
        pauses.onChange(memory::pauses);
        if (arguments.length == 0 || arguments[0].equals("wait")) {
            memory.keep();
        }
    }

    void onStop(@Observes ShutdownEvent event) {
        memory.close();
    }
}
