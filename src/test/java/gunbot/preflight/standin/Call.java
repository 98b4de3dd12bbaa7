package gunbot.preflight.standin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One request that an exchange offers, and that a careful program may send.
 *
 * @param name method and path
 * @param signed whether a key is needed
 * @param required parameters that must be there, with the pattern of their values
 * @param optional parameters that may be there
 * @param answer of the request and the key; the key is null where the call needs none
 */
public record Call(
        String name,
        boolean signed,
        Map<String, Pattern> required,
        Map<String, Pattern> optional,
        BiFunction<Recorded, StandInKey, Answer> answer) {

    public static Call open(String name, Function<Recorded, Answer> answer) {
        return new Call(name, false, Map.of(), Map.of(), (request, none) -> answer.apply(request));
    }

    public static Call signed(String name, BiFunction<Recorded, StandInKey, Answer> answer) {
        return new Call(name, true, Map.of(), Map.of(), answer);
    }

    public Call with(String parameter, String pattern) {
        return new Call(name, signed, plus(required, parameter, pattern), optional, answer);
    }

    public Call maybe(String parameter, String pattern) {
        return new Call(name, signed, required, plus(optional, parameter, pattern), answer);
    }

    /** The first parameter that is missing, unknown, repeated or of the wrong form. */
    Optional<String> wrongParameter(Parameters sent) {
        Optional<String> missing = required.keySet().stream()
                .filter(name -> sent.one(name).isEmpty())
                .findFirst();
        return missing.or(sent::repeated)
                .or(() ->
                        sent.names().stream().filter(name -> !fits(name, sent)).findFirst());
    }

    private boolean fits(String parameter, Parameters sent) {
        Pattern pattern = required.getOrDefault(parameter, optional.get(parameter));
        return pattern != null
                && pattern.matcher(sent.one(parameter).orElse("")).matches();
    }

    private static Map<String, Pattern> plus(Map<String, Pattern> patterns, String parameter, String pattern) {
        Map<String, Pattern> more = new HashMap<>(patterns);
        more.put(parameter, Pattern.compile(pattern));
        return Map.copyOf(more);
    }
}
