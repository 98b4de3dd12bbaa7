package gunbot.preflight.settings;

import io.smallrye.config.Expressions;
import io.smallrye.config.NameIterator;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Settings that carry the name of a key, an exchange or an entry ({@code preflight.keys."bitget#2".secret}). They are
 * looked up by their exact names, quoted and plain, so that environment variables
 * ({@code PREFLIGHT_KEYS__BITGET_2__SECRET}) work as well. Values are taken as they stand: a secret may hold {@code ${}.
 */
@ApplicationScoped
public class ExactNames {
    private static final Pattern ENVIRONMENT = Pattern.compile("PREFLIGHT_KEYS__(.+)__[A-Z_]+");

    private final SmallRyeConfig config;

    public ExactNames(Config config) {
        this.config = config.unwrap(SmallRyeConfig.class);
    }

    /** The value of {@code preflight.<group>."<name>".<field>}; empty where it is not set or empty. */
    public Optional<String> value(String group, String name, String field) {
        return raw("preflight." + group + ".\"" + name + "\"." + field)
                .or(() -> raw("preflight." + group + "." + name + "." + field));
    }

    /** The names for which anything is set in a group, as far as the sources can list them. */
    public Set<String> names(String group, Set<String> candidates) {
        var names = new TreeSet<String>();
        var environment = new TreeSet<String>();
        for (var property : config.getPropertyNames()) {
            var variable = ENVIRONMENT.matcher(property);
            if (variable.matches() && group.equals("keys")) {
                environment.add(variable.group(1));
            } else if (property.startsWith("preflight." + group + ".")) {
                var segments = new NameIterator(property);
                segments.next();
                segments.next();
                names.add(segments.getNextSegment());
            }
        }
        // a variable's name has lost its case and signs: it belongs to the candidate that would be written like it
        names.removeIf(name ->
                candidates.stream().anyMatch(c -> !c.equals(name) && variable(c).equals(variable(name))));
        for (var name : environment) {
            names.add(candidates.stream()
                    .filter(c -> variable(c).equals(name))
                    .findFirst()
                    .orElse(name.toLowerCase(java.util.Locale.ROOT)));
        }
        return names;
    }

    private Optional<String> raw(String name) {
        return Optional.ofNullable(Expressions.withoutExpansion(
                        () -> config.getConfigValue(name).getValue()))
                .filter(value -> !value.isEmpty());
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
    }
}
