package dev.mastro.command.http.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One write of the published contract: its address and the fields of its body. */
record Write(String method, String path, Map<String, JsonNode> fields, @Nullable ObjectNode body) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_DEPTH = 4;

    /** Everything in the contract that is no read. */
    static List<Write> all(JsonNode contract) {
        List<Write> writes = new ArrayList<>();
        contract.at("/paths")
                .forEachEntry((path, operations) ->
                        operations.forEachEntry((method, operation) -> {
                            if (!method.equals("get")) {
                                writes.add(of(contract, method, path, operation));
                            }
                        }));
        return writes;
    }

    private static Write of(JsonNode contract, String method, String path, JsonNode operation) {
        JsonNode content = operation.at("/requestBody/content").path("application/json");
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        collect(contract, content.path("schema"), fields);
        return new Write(
                method.toUpperCase(Locale.ROOT),
                path,
                fields,
                content.isMissingNode() ? null : usual(contract, content, fields));
    }

    /** A body that could be right: the example of the contract, or one of every field. */
    private static ObjectNode usual(
            JsonNode contract, JsonNode content, Map<String, JsonNode> fields) {
        if (content.path("example") instanceof ObjectNode example) {
            return example.deepCopy();
        }
        ObjectNode body = JSON.createObjectNode();
        fields.forEach((name, schema) -> body.set(name, sample(contract, schema, 0)));
        return body;
    }

    private static void collect(JsonNode contract, JsonNode schema, Map<String, JsonNode> fields) {
        JsonNode found = resolved(contract, schema);
        found.path("allOf").forEach(part -> collect(contract, part, fields));
        found.path("properties")
                .forEachEntry((name, field) -> fields.put(name, resolved(contract, field)));
    }

    private static JsonNode resolved(JsonNode contract, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : contract.at(reference.substring(1));
    }

    private static JsonNode sample(JsonNode contract, JsonNode schema, int depth) {
        JsonNode found = resolved(contract, schema);
        if (found.has("example")) {
            return found.path("example");
        }
        if (found.path("enum").isArray() && !found.path("enum").isEmpty()) {
            return found.path("enum").get(0);
        }
        return switch (typeOf(found)) {
            case "integer", "number" -> JSON.getNodeFactory().numberNode(1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(false);
            case "array" -> {
                var list = JSON.createArrayNode();
                yield depth > MOST_DEPTH
                        ? list
                        : list.add(sample(contract, found.path("items"), depth + 1));
            }
            case "object" -> {
                ObjectNode object = JSON.createObjectNode();
                if (depth <= MOST_DEPTH) {
                    found.path("properties")
                            .forEachEntry((name, field) ->
                                    object.set(name, sample(contract, field, depth + 1)));
                }
                yield object;
            }
            default -> JSON.getNodeFactory().stringNode("x");
        };
    }

    /** The kind of nonsense that hurts a field most. */
    static Nonsense kindOf(JsonNode schema) {
        if (schema.path("properties").has("currency")) {
            return Nonsense.MONEY;
        }
        if (schema.path("format").asString("").startsWith("date")) {
            return Nonsense.TIME;
        }
        return typeOf(schema).equals("integer") ? Nonsense.WHOLE_NUMBER : Nonsense.ANYTHING;
    }

    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asString("") : type.asString("");
    }

    /** Bodies that are wrong in one field each. */
    Stream<String> wrongBodies() {
        ObjectNode right = body;
        if (right == null) {
            return Stream.empty();
        }
        return fields.entrySet().stream()
                .flatMap(field -> {
                    ObjectNode without = right.deepCopy();
                    without.remove(field.getKey());
                    return Stream.concat(
                            Stream.of(without.toString()),
                            kindOf(field.getValue())
                                    .all()
                                    .map(value -> with(right, field.getKey(), value)));
                });
    }

    /** Put together as text, because some of it is no JSON that a library would write. */
    private static String with(ObjectNode right, String field, String value) {
        ObjectNode others = right.deepCopy();
        others.remove(field);
        String rest = others.toString().substring(1);
        String separator = others.isEmpty() ? "" : ", ";
        return "{\"" + field + "\": " + value + separator + rest;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
