package gunbot.preflight.gunbot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JSON as JavaScript's {@code JSON.parse} takes it, which is how Gunbot reads its file. Of Jackson's exceptions only the
 * place is used: their texts hold pieces of the file.
 */
final class StrictJson {
    /** Gunbot's files nest about six deep. */
    static final int DEEPEST = 200;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            // names come from a file: they are not to live on in tables of the whole process
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    // the file's size is limited already, and JSON.parse knows no limits of these
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final Set<String> WORDS = Set.of("true", "false", "null");

    private StrictJson() {}

    static Attempt<Node> parse(String text) {
        if (text.isBlank()) {
            return Attempt.failed("empty");
        }
        Node root = null;
        try (var parser = FACTORY.createParser(text)) {
            parser.nextToken();
            root = value(parser);
            if (parser.nextToken() == null) {
                return Attempt.of(root);
            }
            return Attempt.failed("json-trailing", text, offset(text, parser.currentTokenLocation()));
        } catch (JsonProcessingException e) {
            int offset = offset(text, e.getLocation());
            var variant = variant(e, text, offset, root != null);
            // where a half-written file stops is told as the place after its last visible character
            return Attempt.failed(
                    variant,
                    text,
                    variant.equals("json-end") ? text.stripTrailing().length() : offset);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("a text in memory cannot fail to be read"));
        }
    }

    private static int offset(String text, JsonLocation location) {
        return location == null ? 0 : (int) Math.max(0, Math.min(text.length(), location.getCharOffset()));
    }

    private static String variant(JsonProcessingException e, String text, int offset, boolean rootEnded) {
        if (e instanceof StreamConstraintsException) {
            return "json-deep";
        }
        if (e instanceof JsonEOFException || endsWithin(text, offset)) {
            return "json-end";
        }
        char at = text.charAt(Math.min(offset, text.length() - 1));
        if (at == '/' || at == '#') {
            return "json-comment";
        }
        if (rootEnded) {
            return "json-trailing";
        }
        if (at == '\n' || at == '\r') {
            return "json-quote"; // between values it would be allowed, so it stands inside of an unclosed string
        }
        boolean closes = at == '}' || at == ']';
        return closes && text.substring(0, offset).stripTrailing().endsWith(",") ? "json-comma" : "json-character";
    }

    /** Whether the text stops inside of a literal or number, which Jackson does not call an end of input. */
    private static boolean endsWithin(String text, int offset) {
        var rest = text.substring(offset).stripTrailing();
        if (rest.equals(".")) {
            return offset > 0 && Character.isDigit(text.charAt(offset - 1));
        }
        return WORDS.stream().anyMatch(word -> word.startsWith(rest));
    }

    private static Node value(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, line);
            case START_ARRAY -> array(parser, line);
            case VALUE_STRING -> new Node.Text(parser.getText(), false, line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Text(parser.getText(), true, line);
            case VALUE_TRUE -> new Node.Bool(true, line);
            case VALUE_FALSE -> new Node.Bool(false, line);
            default -> new Node.Null(line);
        };
    }

    private static Node object(JsonParser parser, int line) throws IOException {
        var fields = new LinkedHashMap<String, Node>();
        List<Node.Repeat> repeats = List.of();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            int nameLine = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            var earlier = fields.put(name, value(parser));
            if (earlier != null) {
                repeats = repeats.isEmpty() ? new ArrayList<>() : repeats;
                repeats.add(new Node.Repeat(name, earlier, nameLine));
            }
        }
        return fields.isEmpty() ? new Node.Obj(Map.of(), List.of(), line) : new Node.Obj(fields, repeats, line);
    }

    private static Node array(JsonParser parser, int line) throws IOException {
        var items = new ArrayList<Node>(0);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Node.Arr(items, line);
    }
}
