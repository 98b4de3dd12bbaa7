package gunbot.preflight.gunbot;

import java.util.List;
import java.util.Map;

/**
 * A value of a JSON document and the line where it begins. Unlike Jackson's tree it remembers repeated names and lines,
 * and keeps numbers as written, so that a long client id loses no digit. Its texts hold secrets, hence no toString.
 */
sealed interface Node {
    int line();

    /** What JSON calls this type, for findings. */
    String type();

    /** A string's or number's text, or null for another type. */
    default String text() {
        return null;
    }

    /**
     * An object; of repeated names {@code fields} has the last, as in JavaScript.
     *
     * @param repeats earlier values of repeated names, with the line of the name's next occurrence
     */
    record Obj(Map<String, Node> fields, List<Repeat> repeats, int line) implements Node {
        static final Obj EMPTY = new Obj(Map.of(), List.of(), 0);

        @Override
        public String type() {
            return "object";
        }

        @Override
        public String toString() {
            return type();
        }
    }

    /** A value that lost its place to a later one of the same name, and the line of that later one. */
    record Repeat(String name, Node earlier, int line) {
        @Override
        public String toString() {
            return "repeat";
        }
    }

    record Arr(List<Node> items, int line) implements Node {
        @Override
        public String type() {
            return "array";
        }

        @Override
        public String toString() {
            return type();
        }
    }

    /** A string or a number, which stands as it was written. */
    record Text(String text, boolean number, int line) implements Node {
        @Override
        public String type() {
            return number ? "number" : "string";
        }

        @Override
        public String toString() {
            return type();
        }
    }

    record Bool(boolean value, int line) implements Node {
        @Override
        public String type() {
            return "boolean";
        }
    }

    record Null(int line) implements Node {
        @Override
        public String type() {
            return "null";
        }
    }
}
