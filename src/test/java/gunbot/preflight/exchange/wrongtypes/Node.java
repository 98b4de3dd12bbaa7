package gunbot.preflight.exchange.wrongtypes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One node of a document.
 *
 * @param path the names and numbers that lead to it
 * @param value the node itself
 * @param place how it hangs there
 */
record Node(List<Object> path, JsonNode value, Bend.Place place) {

    /** All nodes of a document, the innermost first. */
    static List<Node> all(JsonNode document) {
        var nodes = new ArrayList<Node>();
        walk(List.of(), document, Bend.Place.WHOLE, nodes);
        return nodes;
    }

    private static void walk(List<Object> path, JsonNode node, Bend.Place place, List<Node> nodes) {
        if (node.isObject()) {
            node.properties().forEach(f -> walk(plus(path, f.getKey()), f.getValue(), Bend.Place.FIELD, nodes));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(plus(path, i), node.get(i), Bend.Place.ELEMENT, nodes);
        }
        nodes.add(new Node(path, node, place));
    }

    private static List<Object> plus(List<Object> path, Object step) {
        var more = new ArrayList<>(path);
        more.add(step);
        return List.copyOf(more);
    }

    /** The value at the same place of another document; missing where there is none. */
    JsonNode in(JsonNode document) {
        var found = document;
        for (var step : path) {
            found = step instanceof Integer index ? found.path(index) : found.path((String) step);
        }
        return found;
    }

    boolean holds(Node other) {
        return other.path.size() > path.size()
                && other.path.subList(0, path.size()).equals(path);
    }

    /** The document with this node bent. */
    String bent(JsonNode document, Bend bend) {
        return String.join("", written(document, 0, null, bend::entries));
    }

    /** The document with some JSON in this node's place. */
    String with(JsonNode document, String json) {
        return String.join(
                "",
                written(
                        document,
                        0,
                        null,
                        (name, value) -> List.of(name == null ? json : Bend.quoted(name) + ":" + json)));
    }

    private interface Entries {
        List<String> of(String name, String value);
    }

    private List<String> written(JsonNode node, int depth, String name, Entries here) {
        if (depth == path.size()) {
            return here.of(name, node.toString());
        }
        var entries = new ArrayList<String>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                entries.addAll(
                        path.get(depth).equals(i)
                                ? written(node.get(i), depth + 1, null, here)
                                : List.of(node.get(i).toString()));
            }
        } else {
            node.properties()
                    .forEach(f -> entries.addAll(
                            path.get(depth).equals(f.getKey())
                                    ? written(f.getValue(), depth + 1, f.getKey(), here)
                                    : List.of(Bend.quoted(f.getKey()) + ":" + f.getValue())));
        }
        Function<String, String> wrap = inside -> node.isArray() ? "[" + inside + "]" : "{" + inside + "}";
        var text = wrap.apply(String.join(",", entries));
        return List.of(name == null ? text : Bend.quoted(name) + ":" + text);
    }

    /** The path with every number as a star. */
    String pattern() {
        var text = new StringBuilder();
        path.forEach(step -> text.append('/').append(step instanceof Integer ? "*" : step));
        return text.isEmpty() ? "/" : text.toString();
    }
}
