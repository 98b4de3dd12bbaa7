package gunbot.preflight.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of our own settings. A mistyped one must not pass silently: it might be a policy somebody relies on. */
public final class KnownNames {
    private static final List<String> PLAIN = List.of(
            "preflight.gunbot.config",
            "preflight.probe.timeout",
            "preflight.probe.deadline",
            "preflight.probe.refusal-probes",
            "preflight.recheck.every",
            "preflight.recheck.nonce-exchanges",
            "preflight.gate.mode",
            "preflight.gate.hold-for",
            "preflight.gate.unknown-for",
            "preflight.state.dir",
            "preflight.language",
            "preflight.policy.withdraw",
            "preflight.policy.withdraw-unknown",
            "preflight.policy.unrestricted-ip",
            "preflight.policy.expires-within",
            "preflight.access.token",
            "preflight.access.token-file",
            "preflight.access.hosts",
            "preflight.tls.ca-file",
            "preflight.notify.url",
            "preflight.notify.format",
            "preflight.notify.telegram.token-file",
            "preflight.notify.telegram.chat");

    static final Set<String> KEY_FIELDS = Set.of(
            "exchange",
            "entry",
            "key",
            "secret",
            "passphrase",
            "client-id",
            "market",
            "testnet",
            "role",
            "key-file",
            "secret-file",
            "passphrase-file");
    private static final Set<String> EXCHANGE_FIELDS = Set.of("origin");
    private static final Set<String> ENTRY_FIELDS = Set.of("accept", "gate");

    private static final Pattern NAMED =
            Pattern.compile("preflight\\.(keys|exchange|entry)\\.(\"[^\"]+\"|[^.\"]+)\\.([a-z-]+)");

    /** What Kubernetes sets by itself for a Service that happens to be called "preflight". */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("PREFLIGHT_(SERVICE_HOST|SERVICE_PORT.*|PORT|PORT_[0-9]+_(TCP|UDP).*)");

    private KnownNames() {}

    /** What is wrong with the names among some properties and environment variables, a sentence each. */
    public static List<String> problems(Iterable<String> properties, Set<String> environment) {
        var problems = new ArrayList<String>();
        for (var name : properties) {
            if (!name.startsWith("preflight.") || isKnown(name)) {
                continue; // most names are the framework's, and this is done at every start
            }
            // a variable is listed a second time as a guess at the property that is meant by it
            if (!environment.contains(variable(name))) {
                problems.add("unknown setting " + name + suggestion(name));
            }
        }
        var variables = PLAIN.stream().map(KnownNames::variable).collect(Collectors.toSet());
        environment.stream()
                .filter(name -> name.startsWith("PREFLIGHT_"))
                .filter(name -> !variables.contains(name) && !isNamed(name))
                .filter(name -> !SERVICE_LINK.matcher(name).matches())
                .sorted()
                .forEach(name -> problems.add("unknown environment variable " + name + variableSuggestion(name)));
        return problems;
    }

    private static boolean isKnown(String name) {
        var named = NAMED.matcher(name);
        return PLAIN.contains(name)
                || (named.matches() && fields(named.group(1)).contains(named.group(3)));
    }

    private static Set<String> fields(String group) {
        return switch (group) {
            case "keys" -> KEY_FIELDS;
            case "exchange" -> EXCHANGE_FIELDS;
            default -> ENTRY_FIELDS;
        };
    }

    private static boolean isNamed(String variable) {
        return endsWithField(variable, "PREFLIGHT_KEYS_", KEY_FIELDS)
                || endsWithField(variable, "PREFLIGHT_EXCHANGE_", EXCHANGE_FIELDS)
                || endsWithField(variable, "PREFLIGHT_ENTRY_", ENTRY_FIELDS);
    }

    private static boolean endsWithField(String variable, String group, Set<String> fields) {
        return variable.startsWith(group)
                && fields.stream().anyMatch(field -> variable.endsWith("_" + variable(field)));
    }

    private static String suggestion(String name) {
        var named = NAMED.matcher(name);
        if (named.matches()) {
            var prefix = "preflight." + named.group(1) + "." + named.group(2) + ".";
            return nearest(named.group(3), fields(named.group(1)))
                    .map(f -> "; did you mean " + prefix + f + "?")
                    .orElse("");
        }
        return nearest(name, PLAIN).map(near -> "; did you mean " + near + "?").orElse("");
    }

    private static String variableSuggestion(String name) {
        return nearest(name, PLAIN.stream().map(KnownNames::variable).toList())
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }

    private static Optional<String> nearest(String name, Iterable<String> known) {
        var candidates = new ArrayList<String>();
        known.forEach(candidates::add);
        return candidates.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(c -> c))
                .filter(near -> distance(name, near) <= Math.max(3, name.length() / 3));
    }

    /** How many letters must be changed, added or taken away. */
    static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    /** A name as an environment variable would be written. */
    static String variable(String name) {
        var signs = name.toCharArray();
        for (int i = 0; i < signs.length; i++) {
            boolean plain = signs[i] < 128 && Character.isLetterOrDigit(signs[i]);
            signs[i] = plain ? Character.toUpperCase(signs[i]) : '_';
        }
        return new String(signs);
    }
}
