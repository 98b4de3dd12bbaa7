package gunbot.preflight.standin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decoded parameters in their order; a name may occur more than once. */
public record Parameters(Map<String, List<String>> values) {

    static Parameters of(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String part : encoded.split("&")) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = decoded(equals < 0 ? part : part.substring(0, equals));
                String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
                values.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
            }
        }
        return new Parameters(values);
    }

    static Parameters of(String name, String value) {
        return new Parameters(Map.of(name, List.of(value)));
    }

    Parameters and(Parameters more) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        values.forEach((name, list) -> all.put(name, new ArrayList<>(list)));
        more.values.forEach((name, list) ->
                all.computeIfAbsent(name, ignored -> new ArrayList<>()).addAll(list));
        return new Parameters(all);
    }

    /** The value of a parameter that is there once and is not empty. */
    public Optional<String> one(String name) {
        List<String> found = values.getOrDefault(name, List.of());
        return found.size() == 1 ? Optional.of(found.get(0)).filter(value -> !value.isEmpty()) : Optional.empty();
    }

    public Set<String> names() {
        return values.keySet();
    }

    /** The first name that is there more than once. */
    public Optional<String> repeated() {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return encoded; // a broken escape stands for itself, and then fails its pattern
        }
    }
}
