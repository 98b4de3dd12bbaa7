package gunbot.preflight.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The description of the API that is kept in the repository, and whether an answer is as it says. */
public final class OpenApi {
    private final JsonNode document;

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    /**
     * One method of one path.
     *
     * @param path with the examples in its places
     */
    public record Operation(String method, String template, String path, JsonNode description) {
        public List<String> statuses() {
            var statuses = new ArrayList<String>();
            description.path("responses").fieldNames().forEachRemaining(statuses::add);
            return statuses;
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    public static OpenApi read() {
        try {
            return new OpenApi(
                    new ObjectMapper().readTree(Path.of("docs", "openapi.json").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(new Operation(
                        method.getKey().toUpperCase(java.util.Locale.ROOT),
                        path.getKey(),
                        filled(path.getKey(), method.getValue()),
                        method.getValue()))));
        return operations;
    }

    private static String filled(String template, JsonNode operation) {
        var path = template;
        for (var parameter : operation.path("parameters")) {
            path = path.replace(
                    "{" + parameter.path("name").asText() + "}",
                    parameter.path("example").asText().replace("#", "%23"));
        }
        return path;
    }

    /** The media types of an answer; none where it has no body. */
    public List<String> types(Operation operation, int status) {
        var types = new ArrayList<String>();
        answer(operation, status).path("content").fieldNames().forEachRemaining(types::add);
        return types;
    }

    /** Where an answer is not as described: the path of each value and what is wrong with it. */
    public List<String> differences(Operation operation, int status, String type, JsonNode body) {
        var differences = new ArrayList<String>();
        compare("$", answer(operation, status).path("content").path(type).path("schema"), body, differences);
        return differences;
    }

    private static JsonNode answer(Operation operation, int status) {
        return operation.description().path("responses").path(String.valueOf(status));
    }

    private void compare(String at, JsonNode schema, JsonNode value, List<String> differences) {
        if (schema.has("$ref")) {
            compare(at, document.at(schema.get("$ref").asText().substring(1)), value, differences);
            return;
        }
        if (types(schema).stream().noneMatch(type -> is(type, value))) {
            differences.add(at + " is " + value.getNodeType() + ", not " + schema.path("type"));
            return;
        }
        if (schema.has("enum")
                && StreamSupport.stream(schema.get("enum").spliterator(), false).noneMatch(value::equals)) {
            differences.add(at + " is " + value + ", none of " + schema.get("enum"));
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                compare(at + "[" + i + "]", schema.path("items"), value.get(i), differences);
            }
        }
        if (value.isObject()) {
            schema.path("required").forEach(name -> {
                if (!value.has(name.asText())) {
                    differences.add(at + "." + name.asText() + " is missing");
                }
            });
            value.properties().forEach(field -> {
                if (schema.path("properties").has(field.getKey())) {
                    var described = schema.path("properties").get(field.getKey());
                    compare(at + "." + field.getKey(), described, field.getValue(), differences);
                } else {
                    differences.add(at + "." + field.getKey() + " is not described");
                }
            });
        }
    }

    private static List<String> types(JsonNode schema) {
        var types = new ArrayList<String>();
        if (schema.path("type").isArray()) {
            schema.get("type").forEach(type -> types.add(type.asText()));
        } else {
            types.add(schema.path("type").asText());
        }
        return types;
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> false;
        };
    }
}
