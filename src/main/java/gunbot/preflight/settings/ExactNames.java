package gunbot.preflight.settings;

import io.smallrye.config.Expressions;
import io.smallrye.config.NameIterator;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Settings that are taken as they stand, without expansion of expressions, since a secret may hold {@code ${}. Most carry
 * the name of a key, an exchange or an entry ({@code preflight.keys."bitget#2".secret}): they are looked up by their exact
 * names, quoted and plain, so that environment variables ({@code PREFLIGHT_KEYS__BITGET_2__SECRET}) work as well.
 */
@ApplicationScoped
public class ExactNames {
    private static final String KEYS = "preflight.keys.";
    private static final String FIELD =
            KnownNames.KEY_FIELDS.stream().map(KnownNames::variable).collect(Collectors.joining("|", "(?:", ")"));

    /** The slot as written in a variable's name, between two underscores each where it stands for quotation marks. */
    private static final Pattern VARIABLE =
            Pattern.compile("PREFLIGHT_KEYS_(?:_(.+)__" + FIELD + "|([^_].*)_" + FIELD + ")");

    private final SmallRyeConfig config;

    public ExactNames(Config config) {
        this.config = config.unwrap(SmallRyeConfig.class);
    }

    /** The value of {@code preflight.<group>."<name>".<field>}; empty where it is not set or empty. */
    public Optional<String> value(String group, String name, String field) {
        return value("preflight." + group + ".\"" + name + "\"." + field)
                .or(() -> value("preflight." + group + "." + name + "." + field));
    }

    /** The value of a setting; empty where it is not set or empty. */
    Optional<String> value(String name) {
        return Optional.ofNullable(Expressions.withoutExpansion(
                        () -> config.getConfigValue(name).getValue()))
                .filter(value -> !value.isEmpty());
    }

    /**
     * The slots of {@code preflight.keys} for which anything is set.
     *
     * @param candidates names that a slot may have, the likeliest first: a variable's name has lost its case and signs, so it
     *     stands for the first that would be written like it, and for that alone
     */
    public Set<String> slots(Collection<String> candidates) {
        var slots = new TreeSet<String>();
        var written = new TreeSet<String>();
        for (var source : config.getConfigSources()) {
            var names = source.getPropertyNames();
            var guesses = guesses(names);
            names.stream()
                    .filter(name -> name.startsWith(KEYS) && !guesses.contains(name))
                    .forEach(name -> slots.add(slot(name)));
            names.stream().flatMap(ExactNames::written).forEach(written::add);
        }
        var known = Stream.concat(slots.stream(), candidates.stream()).toList();
        for (var form : written) {
            slots.add(known.stream()
                    .filter(name -> KnownNames.variable(name).equals(form))
                    .findFirst()
                    .orElse(form.toLowerCase(Locale.ROOT)));
        }
        return slots;
    }

    /** A variable is listed a second time, as a guess at the property that is meant by it. */
    private static Set<String> guesses(Set<String> names) {
        var guesses = new HashSet<>(names);
        guesses.removeIf(name -> name.equals(KnownNames.variable(name)) || !names.contains(KnownNames.variable(name)));
        return guesses;
    }

    private static String slot(String property) {
        var segments = new NameIterator(property);
        segments.next();
        segments.next();
        return segments.getNextSegment();
    }

    private static Stream<String> written(String name) {
        var variable = VARIABLE.matcher(name);
        return variable.matches()
                ? Stream.of(variable.group(1) == null ? variable.group(2) : variable.group(1))
                : Stream.empty();
    }
}
