package gunbot.preflight.settings;

import io.smallrye.config.ConfigValidationException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Says which settings have values that cannot be read, and what they take. The library's own words hold the values, and one
 * of them may be a secret that was put into the wrong place.
 */
public final class WrongValues {
    private static final Pattern NAME = Pattern.compile("^(?:[\\w.]+: )?SRCFG\\d+: The config property ([a-z.-]+) ");

    private static final String TIME = "a length of time, such as 30s, 15m or 14d";

    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("preflight.probe.timeout", TIME),
            Map.entry("preflight.probe.deadline", TIME),
            Map.entry("preflight.policy.expires-within", TIME),
            Map.entry("preflight.recheck.every", TIME + ", or off"),
            Map.entry("preflight.recheck.nonce-exchanges", TIME + ", or off"),
            Map.entry("preflight.gate.unknown-for", TIME + ", or forever"),
            Map.entry("preflight.probe.refusal-probes", "true or false"),
            Map.entry("preflight.gate.mode", words(Settings.Gate.Mode.values())),
            Map.entry("preflight.gate.hold-for", words(Settings.Gate.HoldFor.values())),
            Map.entry("preflight.language", words(Settings.Language.values())),
            Map.entry("preflight.policy.withdraw", words(Settings.Policy.Weight.values())),
            Map.entry("preflight.policy.withdraw-unknown", words(Settings.Policy.Weight.values())),
            Map.entry("preflight.policy.unrestricted-ip", words(Settings.Policy.Weight.values())),
            Map.entry("preflight.notify.format", words(Settings.Notices.Format.values())));

    private WrongValues() {}

    /** A sentence for each setting. */
    public static List<String> of(ConfigValidationException invalid) {
        return IntStream.range(0, invalid.getProblemCount())
                .mapToObj(at -> problem(invalid.getProblem(at).getMessage()))
                .distinct()
                .toList();
    }

    private static String problem(String text) {
        var named = NAME.matcher(text == null ? "" : text);
        if (!named.find()) {
            return "a setting has a value that cannot be read";
        }
        var allowed = ALLOWED.get(named.group(1));
        return named.group(1) + ": " + (allowed == null ? "its value cannot be read" : "this takes " + allowed);
    }

    private static String words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "one of ", ""));
    }
}
