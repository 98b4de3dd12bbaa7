package gunbot.preflight.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gunbot.preflight.facts.State;
import java.util.Optional;
import java.util.OptionalLong;

/** Reading of JSON that an exchange sent: whatever is not there, or of another type, is not told. */
public final class Json {
    /** A name that is there twice could be read either way, as when a right is told to be on and to be off: that is no document. */
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private Json() {}

    /** The document, or nothing where the text is no JSON. */
    public static Optional<JsonNode> parse(String text) {
        try {
            var node = MAPPER.readTree(text);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException e) {
            return Optional.empty(); // the exception's text holds pieces of the answer: it goes no further
        }
    }

    /** A boolean's state; anything else is UNKNOWN. */
    public static State state(JsonNode node) {
        return node.isBoolean() ? State.of(node.booleanValue()) : State.UNKNOWN;
    }

    /** A whole number, written as a number or as text. */
    public static OptionalLong number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return OptionalLong.of(node.longValue());
        }
        if (node.isTextual() && node.textValue().matches("-?[0-9]{1,18}")) {
            return OptionalLong.of(Long.parseLong(node.textValue()));
        }
        return OptionalLong.empty();
    }

    /** A text, or the empty one. */
    public static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : "";
    }
}
