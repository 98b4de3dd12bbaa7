package gunbot.preflight.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Answers with a field changed, and facts in one line. */
public final class Said {
    private Said() {}

    public static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"')).orElseThrow();
    }

    /** The answer with one field set to some JSON; without the field where that is empty. */
    public static JsonNode with(JsonNode answer, String field, String value) {
        ObjectNode changed = answer.deepCopy();
        return value.isEmpty() ? changed.without(field) : changed.set(field, json(value));
    }

    /** The scopes that something is known of, in their order: {@code READ=ON TRADE_SPOT=OFF}. */
    public static String states(Facts facts) {
        return Arrays.stream(Scope.values())
                .filter(scope -> facts.grant(scope).state() != State.UNKNOWN)
                .map(scope -> scope + "=" + facts.grant(scope).state())
                .collect(Collectors.joining(" "));
    }

    /** The scopes that are known of one and not of the other; fails where one state contradicts the other. */
    public static List<Scope> forgotten(Facts whole, Facts changed) {
        return Arrays.stream(Scope.values())
                .filter(scope -> {
                    var before = whole.grant(scope).state();
                    var after = changed.grant(scope).state();
                    if (after != before && after != State.UNKNOWN) {
                        throw new AssertionError(scope + " became " + after);
                    }
                    return after != before;
                })
                .toList();
    }
}
