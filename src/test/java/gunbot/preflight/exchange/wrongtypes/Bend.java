package gunbot.preflight.exchange.wrongtypes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One change to one node of an answer.
 *
 * @param kind what sort of change it is
 * @param text the JSON that stands there instead, where the kind needs one
 */
record Bend(Kind kind, String text) {
    enum Kind {
        /** The field or element is not there. */
        REMOVED,
        /** null, or a value of another type. */
        RETYPED,
        /** A number that none of these fields can have. */
        OUT_OF_RANGE,
        /** A list or an object without its content, or of the wrong things. */
        EMPTIED,
        /** The field has another name. */
        RENAMED,
        /** The field is there twice, with different values. */
        TWICE,
        /** The same value, written as the other of number and text. */
        LENIENT,
        /** Another text. */
        OTHER_TEXT,
        /** An element of a list is there twice. */
        DOUBLED,
        /** There is something more in a list or an object. */
        MORE;

        /** Whether what rested on the node is not told any more. */
        boolean takesAway() {
            return switch (this) {
                case REMOVED, RETYPED, OUT_OF_RANGE, EMPTIED, RENAMED, TWICE -> true;
                default -> false;
            };
        }
    }

    private static final List<String> ANYTHING =
            List.of("null", "true", "0", "-7", "\"x\"", "\"true\"", "{}", "[]", "[{}]");
    private static final List<String> NO_NUMBERS_OF_OURS = List.of("-7", "1.5", "1e400", "9223372036854775808");

    /** All changes to a node that is a field, an element or the whole. */
    static List<Bend> of(JsonNode node, Place place) {
        var bends = new ArrayList<Bend>();
        if (place != Place.WHOLE) {
            bends.add(new Bend(Kind.REMOVED, ""));
        }
        if (place == Place.FIELD) {
            bends.add(new Bend(Kind.RENAMED, ""));
            bends.add(new Bend(Kind.TWICE, "null"));
            bends.add(new Bend(Kind.TWICE, node.isBoolean() ? String.valueOf(!node.booleanValue()) : "\"x\""));
        }
        if (place == Place.ELEMENT) {
            bends.add(new Bend(Kind.DOUBLED, ""));
        }
        ANYTHING.stream().filter(text -> !isLike(node, text)).forEach(text -> bends.add(new Bend(Kind.RETYPED, text)));
        if (node.isNumber() || isNumberInText(node)) {
            NO_NUMBERS_OF_OURS.forEach(text -> bends.add(new Bend(Kind.OUT_OF_RANGE, text)));
            bends.add(new Bend(Kind.LENIENT, node.isNumber() ? "\"" + node.asText() + "\"" : node.textValue()));
        }
        if (node.isTextual()) {
            List.of("\"x\"", "\"\"", "\"true\"").forEach(text -> bends.add(new Bend(Kind.OTHER_TEXT, text)));
        }
        if (node.isBoolean()) {
            bends.add(new Bend(Kind.RETYPED, "\"" + !node.booleanValue() + "\""));
        }
        if (node.isArray()) {
            List.of("[]", "[null]", "[7]", "[{}]", "[[]]").forEach(text -> bends.add(new Bend(Kind.EMPTIED, text)));
            List.of("null", "7", "{}", "[]", "true").forEach(text -> bends.add(new Bend(Kind.MORE, text)));
        }
        if (node.isObject()) {
            List.of("{}", "{\"a\":1}").forEach(text -> bends.add(new Bend(Kind.EMPTIED, text)));
            List.of("null", "true").forEach(text -> bends.add(new Bend(Kind.MORE, text)));
        }
        bends.removeIf(bend -> bend.text().equals(node.toString()));
        return bends;
    }

    /** Whether a value is of the node's own type, so that it might as well be a good one. */
    private static boolean isLike(JsonNode node, String text) {
        var first = text.charAt(0);
        return switch (node.getNodeType()) {
            case BOOLEAN -> first == 't' || first == 'f';
            case NUMBER -> first == '-' || Character.isDigit(first) || text.equals("\"5\"");
            case STRING -> first == '"' || isNumberInText(node) && (first == '-' || Character.isDigit(first));
            case ARRAY -> first == '[';
            case OBJECT -> first == '{';
            default -> text.equals("null");
        };
    }

    private static boolean isNumberInText(JsonNode node) {
        return node.getNodeType() == JsonNodeType.STRING && node.textValue().matches("-?[0-9]{1,18}");
    }

    /** Where a node stands. */
    enum Place {
        WHOLE,
        FIELD,
        ELEMENT
    }

    /** What stands at the node's place then: none, one or two entries, with their names where they have any. */
    List<String> entries(String name, String value) {
        var prefix = name == null ? "" : quoted(name) + ":";
        return switch (kind) {
            case REMOVED -> List.of();
            case RENAMED -> List.of(quoted(otherCase(name)) + ":" + value);
            case TWICE -> List.of(prefix + value, prefix + text);
            case DOUBLED -> List.of(value, value);
            case MORE -> List.of(prefix + more(value));
            default -> List.of(prefix + text);
        };
    }

    private String more(String container) {
        var inside = container.substring(1, container.length() - 1);
        var added = container.startsWith("{") ? "\"zzz\":" + text : text;
        return container.charAt(0)
                + inside
                + (inside.isEmpty() ? "" : ",")
                + added
                + container.charAt(container.length() - 1);
    }

    private static String otherCase(String name) {
        var upper = name.toUpperCase(Locale.ROOT);
        return upper.equals(name) ? name + "_" : upper;
    }

    static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    @Override
    public String toString() {
        return kind + " " + text;
    }
}
