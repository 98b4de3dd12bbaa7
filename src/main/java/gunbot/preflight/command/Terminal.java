package gunbot.preflight.command;

import java.io.IOException;
import java.nio.file.Path;

/** What standard output leads to. */
final class Terminal {
    private Terminal() {}

    /** Whether colours would be seen: on a terminal, unless the user asked for none (NO_COLOR). */
    static boolean isColourful() {
        var wish = System.getenv("NO_COLOR");
        var kind = System.getenv("TERM");
        return (wish == null || wish.isEmpty()) && !"dumb".equals(kind) && isTerminal();
    }

    /** Java tells this only since 22, so on Linux the kernel is asked; elsewhere a console must do as a sign. */
    private static boolean isTerminal() {
        var output = Path.of("/proc/self/fd/1");
        try {
            var leadsTo = output.toRealPath().toString();
            return leadsTo.startsWith("/dev/pts/") || leadsTo.startsWith("/dev/tty") || leadsTo.equals("/dev/console");
        } catch (IOException e) {
            return !output.getParent().toFile().isDirectory() && System.console() != null;
        }
    }
}
