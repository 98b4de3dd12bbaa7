package gunbot.preflight.metrics;

import java.util.List;
import java.util.stream.Stream;

/** Every metric at {@code /q/metrics}. The names are relied upon by rules, dashboards and people: none is ever renamed. */
public enum Metric {
    KEY_VERDICT("preflight_key_verdict", "1 for the verdict that a key has, 0 for each that it has not", "verdict"),
    SCOPE_STATE(
            "preflight_scope_state",
            "1 for the state that a right of a key has (ON, OFF, UNKNOWN), 0 for each that it has not",
            "scope",
            "state"),
    FINDINGS(
            "preflight_findings",
            "How many findings of a code an entry has; those that concern no single entry have an empty one",
            List.of("entry", "code", "severity")),
    KEY_EXPIRY(
            "preflight_key_expiry_timestamp_seconds",
            "When the key ends, Unix seconds; absent where it has no end that is known"),
    LAST_SUCCESS(
            "preflight_last_success_timestamp_seconds",
            "When the exchange last gave a whole answer about the key, a refusal of the key included, Unix seconds"),
    CLOCK_SKEW(
            "preflight_clock_skew_seconds",
            "Our clock minus the exchange's; 0 where the difference may be the network's"),
    PROBE_DURATION(
            "preflight_probe_duration_seconds",
            "How long the first request about the key took, from sending it to its whole answer"),
    GATE_OPEN("preflight_gate_open", "1 once the gate has let Gunbot start, 0 before", List.of());

    private final String title;
    private final String help;
    private final List<String> labels;

    Metric(String title, String help, String... beyondThoseOfAKey) {
        this(
                title,
                help,
                Stream.concat(Stream.of("entry", "exchange", "role"), Stream.of(beyondThoseOfAKey))
                        .toList());
    }

    Metric(String title, String help, List<String> labels) {
        this.title = title;
        this.help = help;
        this.labels = labels;
    }

    /** The name that Prometheus sees. */
    public String title() {
        return title;
    }

    /** What it says, in one sentence. */
    public String help() {
        return help;
    }

    /** The names of its labels, in the order in which values are given. */
    public List<String> labels() {
        return labels;
    }
}
