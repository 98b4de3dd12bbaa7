package gunbot.preflight.settings;

import gunbot.preflight.facts.Code;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What is set for single entries: {@code preflight.entry."<name>".accept} and {@code .gate}. */
@ApplicationScoped
public class Entries {
    private final ExactNames names;

    public Entries(ExactNames names) {
        this.names = names;
    }

    /** The codes of warnings that the user accepts for an entry; words that are no code are passed over. */
    public Set<Code> accepted(String entry) {
        var told = names.value("entry", entry, "accept").orElse("");
        var words =
                Set.copyOf(Arrays.asList(told.toUpperCase(java.util.Locale.ROOT).split("[,\\s]+")));
        return Arrays.stream(Code.values())
                .filter(code -> words.contains(code.name()))
                .collect(Collectors.toSet());
    }

    /** Whether an entry never holds the gate. */
    public boolean onlyReported(String entry) {
        return names.value("entry", entry, "gate")
                .filter("report"::equalsIgnoreCase)
                .isPresent();
    }
}
