package gunbot.preflight.gunbot;

import java.util.Optional;

/**
 * The fields of one object, read by the type that is expected. What is missing or null is not set; what is of a wrong type
 * is not set either, and noted.
 */
record Fields(String path, Node.Obj object, Notes notes) {
    /** The object at this place; one without fields where there is another type, which is noted. */
    static Fields at(String path, Node node, Notes notes) {
        if (node instanceof Node.Obj object) {
            notes.repeats(path, object);
            return new Fields(path, object, notes);
        }
        if (node != null) {
            notes.type(path, node);
        }
        return new Fields(path, Node.Obj.EMPTY, notes);
    }

    /** A string, or a number as it was written. */
    String text(String name) {
        var node = node(name);
        if (node.isEmpty()) {
            return "";
        }
        var text = node.get().text();
        if (text == null) {
            notes.type(Notes.in(path, name), node.get());
            return "";
        }
        return text;
    }

    /** A boolean, also one that was written as a string. */
    boolean flag(String name, boolean otherwise) {
        var node = node(name);
        if (node.isEmpty()) {
            return otherwise;
        }
        if (node.get() instanceof Node.Bool flag) {
            return flag.value();
        }
        var text = node.get().type().equals("string") ? node.get().text().strip() : "?";
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text.equalsIgnoreCase("true");
        }
        notes.type(Notes.in(path, name), node.get());
        return otherwise;
    }

    Optional<Node> node(String name) {
        return Optional.ofNullable(object.fields().get(name)).filter(node -> !(node instanceof Node.Null));
    }
}
