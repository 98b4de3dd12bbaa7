package gunbot.preflight.start;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;

/** The configuration is mistyped or not safe. Its text is ours, and holds no value that might be a secret. */
public class RefusedStart extends ConfigurationException {
    private static final long serialVersionUID = 1;

    public RefusedStart(List<String> problems) {
        super(text(problems));
    }

    /** Problems, a sentence each, as they are told to a user. */
    public static String text(List<String> problems) {
        return "Gunbot Preflight does not start:\n  " + String.join("\n  ", problems);
    }
}
