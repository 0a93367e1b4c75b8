package dev.mastro.readme;

import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Whether an answer is what the README shows of it. */
final class Shown {

    private Shown() {}

    /**
     * What is shown must be there: fields among others, items among others in this order. A text
     * such as {@code $ACCOUNT} stands for any text, which then has this name.
     */
    static boolean matches(JsonNode shown, JsonNode answer, Map<String, String> names) {
        if (shown.isObject()) {
            return shown.properties().stream()
                    .allMatch(field ->
                            answer.has(field.getKey())
                                    && matches(
                                            field.getValue(), answer.get(field.getKey()), names));
        }
        if (shown.isArray()) {
            return answer.isArray() && containsInOrder(shown, answer, names);
        }
        if (shown.isString() && shown.asString().startsWith("$")) {
            return named(shown.asString().substring(1), answer.asString(), names);
        }
        return shown.equals(answer);
    }

    private static boolean containsInOrder(
            JsonNode shown, JsonNode answer, Map<String, String> names) {
        Iterator<JsonNode> left = answer.iterator();
        for (JsonNode item : shown) {
            boolean found = false;
            while (!found && left.hasNext()) {
                found = matches(item, left.next(), names);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static boolean named(String name, String value, Map<String, String> names) {
        return value.equals(names.computeIfAbsent(name, _ -> value));
    }
}
